import { appendFile, chmod, writeFile } from 'node:fs/promises';

export interface Login {
  whom: string;
  email: string;
  password: string;
}

const heading = (adminUrl: string): string => `Quiet Room: who signs in where
==============================

Sign in at ${adminUrl}
Change each password after the first sign-in (your initials at the bottom left, then Profile), then delete this file.
Only the owner of this file can read it. Nobody can look these passwords up anywhere else.
`;

const entry = ({ whom, email, password }: Login): string => `
${whom}
  email:    ${email}
  password: ${password}
`;

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Writes the first passwords where only the owner of the process can read them (mode 0600). What stands in the file
 * already stays; later accounts are added below.
 */
export const writeLogins = async (file: string, adminUrl: string, logins: readonly Login[]): Promise<void> => {
  const entries = logins.map(entry).join('');
  try {
    await writeFile(file, heading(adminUrl) + entries, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isTaken(error)) throw error;
    await chmod(file, 0o600);
    await appendFile(file, entries);
  }
};
