// Characters that XML 1.0 (2.2) does not allow, however they are written.
const disallowed =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Returns text in a form that is safe in XML and HTML, between tags and in quoted attributes. */
export const escapeMarkup = (text: string): string =>
  text.replace(disallowed, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);
