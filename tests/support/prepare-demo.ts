import { prepare } from './prepared.ts';

/** For the files that start a CMS on SQLite with demo content. */
export default (): Promise<() => void> => prepare('demo');
