import { type Box, fit } from './fit';
import { graphemesOf, printed, type Run, runsOf, type Typeface } from './typefaces';

/** How a text looks and how much room it may take, in points. */
export interface Style extends Box {
  typeface: Typeface;
  colour: string;
}

/** A text that has been set: its height and width, and the distance from its top to its first baseline, in points. */
export interface Block {
  height: number;
  width: number;
  baseline: number;
  /** `link` is an address that the text links to, in a structure element `Link`. */
  draw: (left: number, top: number, link?: string) => void;
}

interface LinePosition {
  left: number;
  baseline: number;
  size: number;
  link: string | undefined;
}

/** Measures text and sets it on the page of a document, each letter in a font file that has it. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #widths = new Map<string, number>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  #use({ face }: Run, size: number): PDFKit.PDFDocument {
    return this.#doc.registerFont(face.name, face.data).font(face.name).fontSize(size);
  }

  /** Each text is measured once, however many sizes are tried, because its width is proportional to its size. */
  #width(text: string, size: number, typeface: Typeface): number {
    const key = `${typeface} ${text}`;
    const width =
      this.#widths.get(key) ??
      runsOf(text, typeface).reduce((sum, run) => sum + this.#use(run, 1).widthOfString(run.text), 0);
    this.#widths.set(key, width);
    return width * size;
  }

  #line(text: string, { left, baseline, size, link }: LinePosition, { typeface, colour }: Style): void {
    let at = left;
    for (const run of runsOf(text, typeface)) {
      this.#use(run, size)
        .fillColor(colour)
        .text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', link });
      at += this.#doc.widthOfString(run.text);
    }
  }

  /**
   * Sets a text into the room that its style allows.
   * @throws Error for letters that the fonts lack
   */
  set(text: string, style: Style): Block {
    const { lines, size } = fit(
      printed(text),
      style,
      (line, points) => this.#width(line, points, style.typeface),
      graphemesOf,
    );
    const lineHeight = size * style.leading;
    // Capitals are centred in a line.
    const baseline = size * (style.leading / 2 + 0.33);
    return {
      height: lines.length * lineHeight,
      width: Math.max(0, ...lines.map((line) => this.#width(line, size, style.typeface))),
      baseline,
      draw: (left, top, link) =>
        lines.forEach((line, index) =>
          this.#line(line, { left, baseline: top + index * lineHeight + baseline, size, link }, style),
        ),
    };
  }
}
