/** Nothing was imported, and this is why: the message is one sentence for the person who tried. */
export class NotImported extends Error {
  override name = 'NotImported';
}
