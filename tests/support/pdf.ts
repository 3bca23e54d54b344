import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: number;
  /** Of the first page, as they are read aloud; letters of another subset of the type begin another piece of text. */
  words: string;
  /** Of all pages, without white space. */
  letters: string;
  /** How many pixels of the first page's picture, at one to a point, have this colour (`#rrggbb`). */
  pixels: (colour: string) => number;
}

/** Opens a PDF with pdf.js, which is not the library that wrote it, and paints its first page. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  let letters = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    letters += content.items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  // Its types know the canvas of browsers only.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  return {
    pages: document.numPages,
    words: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    letters: letters.replaceAll(/\s/g, ''),
    pixels: (colour) => colours.get(Number.parseInt(colour.slice(1), 16)) ?? 0,
  };
}
