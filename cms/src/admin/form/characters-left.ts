/** From this share of the limit on, what is left is shown. */
const near = 0.8;

const characters = (n: number): string => (n === 1 ? '1 character' : `${n} characters`);

/**
 * Returns what to show below a field: how much is left near its limit, or by how much its text is too long.
 *
 * @param limit in UTF-16 units, as Strapi and the databases count
 */
export const charactersLeft = (
  label: string,
  text: string,
  limit: number | undefined,
): { left: string; error: string | null } => {
  if (limit === undefined || text.length < limit * near) return { left: '', error: null };
  const over = text.length - limit;
  if (over <= 0) return { left: over === 0 ? 'No characters left' : `${characters(-over)} left`, error: null };
  return { left: '', error: `“${label}” is ${characters(over)} too long.` };
};
