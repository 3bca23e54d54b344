import { decodeText } from './decode-text';

/** A file that posts can be read from, by what its bytes are, whatever it is called. */
type FileKind = 'text' | 'html' | 'mhtml' | 'webarchive' | 'rtf' | 'docx';

const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

const asPage = 'open the post in a browser, save it there as a web page, and import that file';

const picture = `it is a picture, in which words can’t be read; ${asPage}`;
/** What other files begin with, as Latin-1, and the end of the sentence that refuses them. */
const others: readonly [readonly string[], string][] = [
  [['\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'], picture],
  [['%PDF-'], `it is a PDF, which knows only where each letter stands on paper; ${asPage}`],
  [['\x1A\x45\xDF\xA3', 'ID3', '\xFF\xFB', 'OggS'], `it is a video or a sound; ${asPage}`],
  [['\xD0\xCF\x11\xE0'], 'it is an old Word document (.doc); open it in Word, save it as .docx, and import that file'],
  [['\x1F\x8B', '7z\xBC\xAF', 'Rar!'], 'it is an archive; unpack it and import the files that are in it'],
];
/** The brands of pictures in the container that films use, too. */
const pictureBrands = ['heic', 'heix', 'hevc', 'mif1', 'avif'];

function refuseOther(start: string): string | null {
  if (start.slice(4, 8) === 'ftyp')
    return pictureBrands.includes(start.slice(8, 12)) ? picture : `it is a video or a sound; ${asPage}`;
  return others.find(([beginnings]) => beginnings.some((beginning) => start.startsWith(beginning)))?.[1] ?? null;
}

const zipped: readonly [RegExp, string][] = [
  [
    /mimetypeapplication\/vnd\.oasis\.opendocument/u,
    'it is an OpenDocument file; save it as .docx in the program that wrote it, and import that file',
  ],
  [
    /Index\/Document\.iwa|Index\.zip/u,
    'it is a Pages document; export it from Pages as Word (.docx), and import that file',
  ],
  [/xl\/workbook\.xml/u, `it is a spreadsheet; ${asPage}`],
  [/ppt\/presentation\.xml/u, `it is a presentation; ${asPage}`],
];

const isHtml = (text: string): boolean => {
  let start = text.replace(/^\uFEFF/u, '').trimStart();
  // A declaration and comments may stand first; each ends with the first ">" or "-->" behind it.
  for (const [begin, end] of [['<?xml', '>'], ...Array.from({ length: 5 }, () => ['<!--', '-->'])] as const)
    if (begin && end && start.startsWith(begin) && start.includes(end))
      start = start.slice(start.indexOf(end) + end.length).trimStart();
  return /^<(?:!doctype html|html|head|body|meta|div|article|p|h1)\b/iu.test(start);
};
const isMhtml = (text: string): boolean =>
  /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\/related/iu.test(
    text.replaceAll('\r\n', '\n').slice(0, 4000),
  );

/** Whether the names in the archive's list of files, which stands at its end, contain such a name. */
const archiveNames = (bytes: Uint8Array): string => `${latin(bytes, 200)}\n${Buffer.from(bytes).toString('latin1')}`;

/** Returns what a file is, or the end of the sentence “… can’t be imported: it is …” that refuses it. */
export function kindOfFile(bytes: Uint8Array): { kind: FileKind } | { refused: string } {
  const start = latin(bytes, 64);
  if (bytes.length === 0) return { refused: 'it is empty' };
  if (start.startsWith('bplist00')) return { kind: 'webarchive' };
  if (/^\s*\{\\rtf/u.test(start)) return { kind: 'rtf' };
  if (start.startsWith('PK\u0003\u0004')) {
    const names = archiveNames(bytes);
    if (names.includes('word/document.xml')) return { kind: 'docx' };
    const packed = zipped.find(([pattern]) => pattern.test(names));
    return { refused: packed?.[1] ?? 'it is a ZIP archive; unpack it and import the files that are in it' };
  }
  const other = refuseOther(start);
  if (other !== null) return { refused: other };
  const text = decodeText(bytes);
  if (text === null) return { refused: `it is not a text file; ${asPage}` };
  if (text.replace(/[\s\uFEFF\u200B]/gu, '') === '') return { refused: 'it is empty' };
  if (isMhtml(text)) return { kind: 'mhtml' };
  return { kind: isHtml(text) ? 'html' : 'text' };
}
