import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const idOf = (name: string): number => Number(/-(\d+)\.eml$/u.exec(name)?.[1] ?? 0);

/**
 * Removes emails that were written to files, because no mail server is set: those of the outbox with these ids, and every
 * other that names one of these addresses, since the outbox forgets after a month what it has delivered.
 */
export const removeMailFiles = async (
  folder: string,
  emails: readonly number[],
  addresses: readonly string[],
): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((entry) => entry.endsWith('.eml'))) {
    const file = path.join(folder, name);
    const text = (await readFile(file, 'utf8')).toLowerCase();
    if (emails.includes(idOf(name)) || addresses.some((address) => text.includes(address.toLowerCase())))
      await rm(file, { force: true });
  }
};
