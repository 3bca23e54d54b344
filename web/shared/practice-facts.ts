import type { Credential, Practice } from 'shared';

/** Returns whether the page “In short” says anything that the home page does not. */
export const hasFacts = ({ fees, credentials }: Pick<Practice, 'fees' | 'credentials'>): boolean =>
  fees.lines.length > 0 || credentials.length > 0;

/** Returns the credentials of a kind. */
export const credentialsOf = (
  { credentials }: Pick<Practice, 'credentials'>,
  wanted: Credential['kind'],
): Credential[] => credentials.filter(({ kind }) => kind === wanted);
