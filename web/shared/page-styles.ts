/**
 * A part of a style sheet: text for every page; a rule with what a page must have for it, any of the lists; or a group,
 * such as a layer, with what it begins with. A requirement is a class (`.name`) or a data attribute as HTML has it
 * (`data-x="10"`).
 */
export type StylePart = string | { needs: string[][]; css: string } | { open: string; parts: StylePart[] };

const classAttribute = / class="([^"]*)"/g;

/** Returns whether a page has a class (`.name`) or an attribute (`data-x="10"`). */
function presenceIn(html: string): (what: string) => boolean {
  const present = new Map<string, boolean>();
  for (const [, names = ''] of html.matchAll(classAttribute))
    for (const name of names.split(' ')) present.set(`.${name}`, true);
  return (what) => {
    if (!what.startsWith('.') && !present.has(what)) present.set(what, html.includes(` ${what}`));
    return present.get(what) ?? false;
  };
}

function chosen(parts: readonly StylePart[], isPresent: (what: string) => boolean): string {
  let css = '';
  for (const part of parts) {
    if (typeof part === 'string') css += part;
    else if ('css' in part) css += part.needs.some((needs) => needs.every(isPresent)) ? part.css : '';
    else {
      const inside = chosen(part.parts, isPresent);
      if (inside !== '') css += `${part.open}${inside}}`;
    }
  }
  return css;
}

/**
 * Returns the rules of a style sheet that a page can use, by the classes and attributes in its HTML: half of those of
 * the first screen, which a reader on a phone would otherwise wait for.
 */
export const stylesFor = (html: string, parts: readonly StylePart[]): string => chosen(parts, presenceIn(html));
