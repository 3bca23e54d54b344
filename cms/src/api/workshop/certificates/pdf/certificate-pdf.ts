import PDFDocument from 'pdfkit';
import { dayWords, hoursWords } from 'shared';
import {
  afterMark,
  column,
  drawRoom,
  factsHeight,
  light,
  margin,
  page,
  right,
  styles,
  tops,
  wordSpace,
} from './layout';
import { type Block, Sheet } from './sheet';
import { withoutPictures } from './typefaces';
import { daysInWords } from './words';

/** What stands on a certificate. Instants are ISO strings, days are those of `timeZone`. */
export interface CertificateFacts {
  /** As the participant wants it. */
  name: string;
  title: string;
  /** When the first and the last session began. */
  from: string;
  to: string;
  timeZone: string;
  cpdHours: number;
  facilitator: string | null;
  practice: string;
  accreditation: string | null;
  number: string;
  /** The address of the page that verifies it. */
  address: string;
  issued: string;
}

type Put = (parent: PDFKit.PDFStructureElement, tag: string, block: Block, left: number, top: number) => void;

/** Who came to what, on the light; beside the name, for how long. */
function drawAttendance(
  facts: CertificateFacts,
  sheet: Sheet,
  put: (block: Block, left: number, top: number) => void,
): void {
  const name = sheet.set(facts.name, styles.name);
  const stack: [block: Block, after: number][] = [
    [sheet.set('This is to say that', styles.aside), 5],
    [name, 7],
    [sheet.set('came to the workshop', styles.aside), 4],
    [sheet.set(withoutPictures(facts.title), styles.title), 0],
  ];
  let top = light.top + (light.height - stack.reduce((sum, [block, after]) => sum + block.height + after, 0)) / 2;
  let nameTop = top;
  for (const [block, after] of stack) {
    if (block === name) nameTop = top;
    put(block, column, top);
    top += block.height + after;
  }
  const hours = sheet.set(hoursWords(facts.cpdHours), styles.hours);
  const hoursTop = nameTop + name.baseline - hours.baseline;
  put(hours, margin, hoursTop);
  put(sheet.set('of continuing professional development (CPD)', styles.hoursNote), margin, hoursTop + hours.height);
}

/** Dates, facilitator, accreditation and date of issue, as pairs of label and text. */
function drawFacts(
  facts: CertificateFacts,
  sheet: Sheet,
  doc: PDFKit.PDFDocument,
  list: PDFKit.PDFStructureElement,
  put: Put,
): void {
  const said: [label: string, words: string | null][] = [
    ['When', daysInWords(facts.from, facts.to, facts.timeZone)],
    ['Led by', facts.facilitator],
    ['Standing', facts.accreditation],
    ['Issued', dayWords(facts.issued, facts.timeZone)],
  ];
  const rows = said.flatMap(([label, words]) =>
    words === null
      ? []
      : [{ label: sheet.set(label, styles.label), fact: sheet.set(withoutPictures(words), styles.fact) }],
  );
  const height = rows.reduce((sum, { fact }) => sum + fact.height, 0);
  const gap = Math.min(9, (factsHeight - height) / (rows.length - 1));
  let top = tops.facts;
  for (const { label, fact } of rows) {
    const item = doc.struct('LI');
    list.add(item);
    put(item, 'Lbl', label, margin, top + fact.baseline - label.baseline);
    put(item, 'LBody', fact, column, top);
    top += fact.height + gap;
  }
}

/** The last line: the number, and the page that knows it, which can be followed. */
function drawNumber(
  facts: CertificateFacts,
  sheet: Sheet,
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  put: Put,
): void {
  put(root, 'P', sheet.set(`No. ${facts.number}`, styles.number), margin, tops.last);
  const says = sheet.set('Anybody can check it at', styles.check);
  put(root, 'P', says, column, tops.last);
  const left = column + says.width + wordSpace;
  const address = sheet.set(facts.address, { ...styles.check, width: right - left });
  root.add(
    doc.struct('Link', {}, () => address.draw(left, tops.last + says.baseline - address.baseline, facts.address)),
  );
}

function draw(doc: PDFKit.PDFDocument, facts: CertificateFacts): void {
  const sheet = new Sheet(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const put: Put = (parent, tag, block, left, top) => void parent.add(doc.struct(tag, {}, () => block.draw(left, top)));
  drawRoom(doc);
  put(root, 'P', sheet.set(withoutPictures(facts.practice), styles.practice), margin + afterMark, tops.practice);
  put(root, 'H1', sheet.set('Certificate of attendance', styles.heading), margin, tops.heading);
  drawAttendance(facts, sheet, (block, left, top) => put(root, 'P', block, left, top));
  const list = doc.struct('L');
  root.add(list);
  drawFacts(facts, sheet, doc, list, put);
  drawNumber(facts, sheet, doc, root, put);
  root.end();
}

/**
 * A certificate of attendance as a PDF of one page: tagged, its type embedded, the same bytes for the same facts. Long
 * words are set smaller or in more lines. Rejects if a text has letters that our type lacks; `unprintable` names them.
 */
export async function certificatePdf(facts: CertificateFacts): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // Nobody's words: the writer puts these into XML as they are.
    info: {
      Title: `Certificate of attendance ${facts.number}`,
      Creator: 'Quiet Room',
      Producer: 'Quiet Room',
      CreationDate: new Date(facts.issued),
    },
  });
  const made = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, facts);
  doc.end();
  return made;
}
