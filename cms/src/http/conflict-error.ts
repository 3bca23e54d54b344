/** What was asked for can't be done any more, as things stand now (409). `message` is for the person who asked. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}
