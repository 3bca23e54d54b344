/**
 * Reads rich text as TextEdit, WordPad and Word save it (RTF 1.9). There is no kept library that reads it without a
 * browser, and a post needs little of it: paragraphs, bold and italic words, links, bullets.
 */

/** Groups whose content is no text. */
const silent = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr listtable listoverridetable themedata datastore generator expandedcolortbl xmlnstbl rsidtbl latentstyles filetbl revtbl bkmkstart bkmkend fldtype'.split(
    ' ',
  ),
);
const symbols: Readonly<Record<string, string>> = {
  par: '\n',
  sect: '\n',
  page: '\n',
  line: '\n',
  row: '\n',
  cell: ' – ',
  tab: ' ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00A0',
  _: '‑',
};
const codePages: Readonly<Record<string, string>> = { 10000: 'macintosh', 65001: 'utf-8', 932: 'shift_jis' };

interface State {
  silent: boolean;
  bold: boolean;
  italic: boolean;
  url: string | null;
  /** How many characters behind a Unicode character stand for programs that don't know it. */
  fallback: number;
  /** The instruction of a field is read for its address alone. */
  isInstruction: boolean;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giu;

/** A decoder for the file's code page; Windows' own where no browser knows it. */
function decoderFor(codePage: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(codePage);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

class RtfReader {
  private readonly stack: State[] = [];
  private state: State = { silent: false, bold: false, italic: false, url: null, fallback: 1, isInstruction: false };
  private html = '<p>';
  private codePage = 'windows-1252';
  private bytes: number[] = [];
  private skip = 0;
  private star = false;
  private instruction = '';
  /** The address of the field whose result comes next. */
  private pendingUrl: string | null = null;
  /** The first half of a character beyond the first 65,536, such as an emoji. */
  private half = '';

  private write(text: string): void {
    const { silent: isSilent, isInstruction, bold, italic, url } = this.state;
    if (isInstruction) this.instruction += text;
    if (isSilent || isInstruction || text === '') return;
    let words = escapeHtml(text);
    if (bold) words = `<b>${words}</b>`;
    if (italic) words = `<i>${words}</i>`;
    if (url) words = `<a href="${escapeHtml(url)}">${words}</a>`;
    this.html += words;
  }

  private writeUnit(unit: string): void {
    const isFirstHalf = /[\uD800-\uDBFF]/.test(unit);
    if (!isFirstHalf) this.write(this.half + unit);
    this.half = isFirstHalf ? unit : '';
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const text = decoderFor(this.codePage).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
    this.write(text);
  }

  /** The words that mean more than a character: each changes how what follows is read. */
  private readonly words: Readonly<Record<string, (number: number | null) => void>> = {
    b: (number) => (this.state.bold = number !== 0),
    i: (number) => (this.state.italic = number !== 0),
    plain: () => Object.assign(this.state, { bold: false, italic: false }),
    uc: (number) => (this.state.fallback = number ?? 1),
    u: (number) => {
      this.writeUnit(String.fromCharCode((number ?? 0) & 0xffff));
      this.skip = this.state.fallback;
    },
    ansicpg: (number) => (this.codePage = codePages[String(number)] ?? `windows-${number ?? 1252}`),
    mac: () => (this.codePage = 'macintosh'),
    field: () => (this.pendingUrl = null),
    fldinst: () => (this.state.isInstruction = true),
    fldrslt: () => (this.state.url = this.pendingUrl),
  };

  private readWord(word: string, number: number | null): void {
    const read = this.words[word];
    if (read) read(number);
    else if (silent.has(word) || this.star) this.state.silent = true;
    else this.writeSymbol(word);
    this.star = false;
  }

  private writeSymbol(word: string): void {
    const symbol = symbols[word];
    if (symbol === '\n') {
      if (!this.state.silent) this.html += '</p><p>';
    } else if (symbol !== undefined) this.write(symbol);
  }

  private closeGroup(): void {
    if (this.state.isInstruction) {
      const url = /HYPERLINK\s+"([^"]+)"/iu.exec(this.instruction)?.[1];
      if (url) {
        this.pendingUrl = url;
        this.instruction = '';
      }
    }
    this.state = this.stack.pop() ?? this.state;
  }

  /** Leaves out what stands for a Unicode character in programs that don't know it; returns what is left. */
  private withoutFallback(text: string): string {
    const left = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    return left;
  }

  private readByte(hex: string): void {
    if (this.skip > 0) this.skip--;
    else this.bytes.push(Number.parseInt(hex, 16));
  }

  read(rtf: string): string {
    for (const [, word, number, hex, sign, brace, text] of rtf.matchAll(token)) {
      if (hex !== undefined) {
        this.readByte(hex);
        continue;
      }
      this.flushBytes();
      if (text !== undefined) this.write(this.withoutFallback(text));
      else if (brace === '{') this.stack.push({ ...this.state });
      else if (brace === '}') this.closeGroup();
      else if (sign === '*') this.star = true;
      else if (sign === '\n' || sign === '\r') this.writeSymbol('par');
      else if (sign !== undefined) this.write(symbols[sign] ?? (/[\\{}]/u.test(sign) ? sign : ''));
      else if (word !== undefined) this.readWord(word, number === undefined ? null : Number(number));
    }
    this.flushBytes();
    return `${this.html}</p>`;
  }
}

/**
 * Returns the text of an RTF file as simple HTML: a paragraph for each of its own, with links, bold and italic words.
 */
export const rtfToHtml = (bytes: Uint8Array): string => new RtfReader().read(Buffer.from(bytes).toString('latin1'));
