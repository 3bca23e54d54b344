/** 422 in the contract: the name has letters that our type lacks. */
export class UnprintableName extends Error {
  override readonly name = 'UnprintableName';
  readonly details: { letters: string[] };
  constructor(letters: readonly string[]) {
    super(`Our certificates can’t be printed with these letters: ${letters.join(' ')}`);
    this.details = { letters: [...letters] };
  }
}
