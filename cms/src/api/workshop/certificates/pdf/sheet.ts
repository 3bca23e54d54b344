import { type Box, fit } from './fit';
import { graphemesOf, printed, type Run, runsOf, type Typeface } from './typefaces';

/** How a text looks and how much room it may take; points. */
export interface Style extends Box {
  typeface: Typeface;
  colour: string;
}

/** A text that has been set: how high and wide it is, and how far its first baseline is from its top. Points. */
export interface Block {
  height: number;
  width: number;
  baseline: number;
  /** `link` is an address that the words lead to, in a structure element `Link`. */
  draw: (left: number, top: number, link?: string) => void;
}

interface Place {
  left: number;
  baseline: number;
  size: number;
  link: string | undefined;
}

/** Measures text and sets it on the page of a document, letter by letter in the file that has it. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #widths = new Map<string, number>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  #use({ face }: Run, size: number): PDFKit.PDFDocument {
    return this.#doc.registerFont(face.name, face.data).font(face.name).fontSize(size);
  }

  /** Widths grow with the size: each text is measured once, however many sizes are tried. */
  #width(text: string, size: number, typeface: Typeface): number {
    const key = `${typeface} ${text}`;
    const width =
      this.#widths.get(key) ??
      runsOf(text, typeface).reduce((sum, run) => sum + this.#use(run, 1).widthOfString(run.text), 0);
    this.#widths.set(key, width);
    return width * size;
  }

  #line(text: string, { left, baseline, size, link }: Place, { typeface, colour }: Style): void {
    let at = left;
    for (const run of runsOf(text, typeface)) {
      this.#use(run, size)
        .fillColor(colour)
        .text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', link });
      at += this.#doc.widthOfString(run.text);
    }
  }

  /** Sets a text into the room that its style gives it. Throws for letters that our type lacks. */
  set(text: string, style: Style): Block {
    const { lines, size } = fit(
      printed(text),
      style,
      (line, points) => this.#width(line, points, style.typeface),
      graphemesOf,
    );
    const lineHeight = size * style.leading;
    // Capitals stand in the middle of a line.
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
