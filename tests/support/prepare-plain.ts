import { prepare } from './prepared.ts';

/** For the files that start a CMS on SQLite without demo content. */
export default (): Promise<() => void> => prepare('plain');
