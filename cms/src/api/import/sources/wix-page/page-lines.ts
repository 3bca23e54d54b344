/** A line of the page that says something. `number` counts from 1 in the file; `apart`: an empty line stands before it. */
export interface PageLine {
  text: string;
  number: number;
  apart: boolean;
}

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
const loneBullet = /^[•◦▪‣]$/u;

/**
 * Splits the text of a page into the lines that say something. Spaces of every kind become one ordinary space, as a browser
 * shows them, and what can't be seen goes. A list mark alone on its line is joined to the line after it.
 */
export function toPageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let apart = false;
  let mark = '';
  text.split(/\r\n|[\n\r\u2028\u2029]/u).forEach((raw, index) => {
    const line = raw.replace(invisible, '').replace(/\s+/gu, ' ').trim();
    if (line === '') {
      apart = true;
    } else if (loneBullet.test(line)) {
      mark = `${line} `;
    } else {
      lines.push({ text: mark + line, number: index + 1, apart });
      apart = false;
      mark = '';
    }
  });
  return lines;
}
