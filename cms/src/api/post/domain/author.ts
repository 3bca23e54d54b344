/**
 * Whether the value of a relation points at somebody, in any of the forms that Strapi takes: an id, a documentId, `{ documentId }`,
 * or `{ connect | set: … }` of these.
 */
export const namesSomebody = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined && value !== '';
  const { connect, set, id, documentId } = value as Record<string, unknown>;
  return [connect, set, id, documentId].some(namesSomebody);
};
