import type { Credential, Practice } from 'shared';
import { nonEmptyLines } from './text';

/** Returns whether any of these details is filled in. */
export const isSaid = (details: object): boolean => Object.values(details).some((detail) => detail !== null);

/** Returns whether the page “In short” says anything that the home page does not. */
export const hasFacts = ({ fees, credentials, questions, legal, room, online, worksWith }: Practice): boolean =>
  [fees.lines, credentials, questions].some(({ length }) => length > 0) ||
  [legal, room, online, { worksWith }].some(isSaid);

/** Returns the credentials of a kind. */
export const credentialsOf = (
  { credentials }: Pick<Practice, 'credentials'>,
  wanted: Credential['kind'],
): Credential[] => credentials.filter(({ kind }) => kind === wanted);

/** Returns where the counsellor works in lines, as precisely as she wants it to be shown. */
export const placeLines = ({ address, area, town }: Pick<Practice, 'address' | 'area' | 'town'>): string[] =>
  nonEmptyLines(address ?? [area, town].filter((part) => part !== null).join(', '));
