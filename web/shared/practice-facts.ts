import type { Credential, Practice } from 'shared';
import { nonEmptyLines } from './text';

/** Returns whether the page “In short” says anything that the home page does not. */
export const hasFacts = ({ fees, credentials, legal }: Practice): boolean =>
  fees.lines.length > 0 || credentials.length > 0 || Object.values(legal).some((detail) => detail !== null);

/** Returns the credentials of a kind. */
export const credentialsOf = (
  { credentials }: Pick<Practice, 'credentials'>,
  wanted: Credential['kind'],
): Credential[] => credentials.filter(({ kind }) => kind === wanted);

/** Returns where the counsellor works in lines, as precisely as she wants it to be shown. */
export const placeLines = ({ address, area, town }: Pick<Practice, 'address' | 'area' | 'town'>): string[] =>
  nonEmptyLines(address ?? [area, town].filter((part) => part !== null).join(', '));
