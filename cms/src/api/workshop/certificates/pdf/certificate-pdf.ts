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

/** What a certificate says. Instants are ISO strings; their days are those of `timeZone`. */
export interface CertificateFacts {
  /** As the participant wants it printed. */
  name: string;
  title: string;
  /** When the first and the last session began. */
  from: string;
  to: string;
  timeZone: string;
  cpdHours: number;
  facilitator: string | null;
  practice: string;
  membership: string | null;
  number: string;
  /** The address of the page that verifies it. */
  address: string;
  issued: string;
}

type Put = (parent: PDFKit.PDFStructureElement, tag: string, block: Block, left: number, top: number) => void;

/** Draws who attended which workshop on the window light, and the hours beside the name. */
function drawAttendance(
  facts: CertificateFacts,
  sheet: Sheet,
  put: (block: Block, left: number, top: number) => void,
): void {
  const name = sheet.set(facts.name, styles.name);
  const stack: [block: Block, after: number][] = [
    [sheet.set('This is to certify that', styles.aside), 5],
    [name, 7],
    [sheet.set('attended the workshop', styles.aside), 4],
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

interface Day {
  weekday: string;
  day: string;
  month: string;
  year: string;
}

function dayIn(instant: string, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { weekday: part.weekday ?? '', day: part.day ?? '', month: part.month ?? '', year: part.year ?? '' };
}

const inFull = ({ weekday, day, month, year }: Day): string => `${weekday} ${day} ${month} ${year}`;

/** Returns the days of the first and the last session, such as `Saturday 13 to Sunday 14 June 2026`. */
export function daysInWords(from: string, to: string, timeZone: string): string {
  const first = dayIn(from, timeZone);
  const last = dayIn(to, timeZone);
  if (inFull(first) === inFull(last)) return inFull(first);
  const year = first.year === last.year ? '' : ` ${first.year}`;
  const month = year === '' && first.month === last.month ? '' : ` ${first.month}`;
  return `${first.weekday} ${first.day}${month}${year} to ${inFull(last)}`;
}

/** Draws dates, facilitator, membership and date of issue as pairs of label and text. */
function drawFacts(
  facts: CertificateFacts,
  sheet: Sheet,
  doc: PDFKit.PDFDocument,
  list: PDFKit.PDFStructureElement,
  put: Put,
): void {
  const pairs: [label: string, text: string | null][] = [
    ['When', daysInWords(facts.from, facts.to, facts.timeZone)],
    ['Led by', facts.facilitator],
    ['Membership', facts.membership],
    ['Issued', dayWords(facts.issued, facts.timeZone)],
  ];
  const rows = pairs.flatMap(([label, text]) =>
    text === null
      ? []
      : [{ label: sheet.set(label, styles.label), fact: sheet.set(withoutPictures(text), styles.fact) }],
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

/** Draws the last line: the number, and a link to the page that verifies it. */
function drawNumber(
  facts: CertificateFacts,
  sheet: Sheet,
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  put: Put,
): void {
  put(root, 'P', sheet.set(`No. ${facts.number}`, styles.number), margin, tops.last);
  const says = sheet.set('Verify this certificate at', styles.check);
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
 * Returns a certificate of attendance as a PDF of one page: tagged, with embedded fonts, and the same bytes for the
 * same facts. Long texts are set smaller or on more lines.
 * @throws Error for letters that the fonts lack; see `unprintable`
 */
export async function certificatePdf(facts: CertificateFacts): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // No text that a person wrote: pdfkit puts these into XML without escaping.
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
