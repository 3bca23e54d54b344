import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { dayWords } from 'shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CertificateFacts, certificatePdf, daysInWords } from './certificate-pdf';
import { column, light, margin, page, right, tops } from './layout';

const facts: CertificateFacts = {
  name: 'Zoë Nguyễn',
  title: 'Self-Kindness for Therapists',
  from: '2026-06-13T09:00:00Z',
  to: '2026-06-13T09:00:00Z',
  timeZone: 'Europe/London',
  cpdHours: 3,
  facilitator: 'Rowan Hale',
  practice: 'Rowan Hale Counselling',
  membership: 'Registered member MBACP (Accredited), no. 000000',
  number: '7GQ2-M04X-9TBN',
  address: 'https://rowanhale.example/certificates/7GQ2-M04X-9TBN',
  issued: '2026-06-14T23:30:00Z',
};

const longest: CertificateFacts = {
  ...facts,
  name: 'Wilhelmina Maximiliana Featherstonehaugh-Cholmondeley-Majoribanks von Mecklenburg-Schwerin',
  title: 'What minds keep watch for in the middle of the night, and how to answer them '.repeat(3),
  to: '2027-09-23T09:00:00Z',
  cpdHours: 112.75,
  facilitator: 'Rowan Hale and Friends '.repeat(8),
  practice: 'The Quiet Room Practice for Counselling and Psychotherapy '.repeat(4),
  membership: 'Registered member MBACP (Accredited), no. 000000 '.repeat(6),
  address: `https://${'a-very-long-name-of-a-site.'.repeat(4)}example/certificates/7GQ2-M04X-9TBN`,
};

const unbroken: CertificateFacts = {
  ...facts,
  name: 'W'.repeat(100),
  title: 'M'.repeat(250),
  facilitator: 'W'.repeat(150),
  practice: 'M'.repeat(120),
  membership: 'Ж'.repeat(300),
};

const many: CertificateFacts = {
  ...facts,
  name: 'Ana Eva Ida '.repeat(8),
  title: 'Rest and be kind to all '.repeat(10),
};

const open = async (changes: Partial<CertificateFacts> = {}) =>
  getDocument({ data: new Uint8Array(await certificatePdf({ ...facts, ...changes })), verbosity: 0 }).promise;

/** The library gives maps where its types say objects. */
const entriesOf = (map: unknown): Record<string, unknown> => Object.fromEntries(map as Map<string, unknown>);

interface Piece {
  text: string;
  left: number;
  right: number;
  /** From the top of the page, as the layout counts. */
  baseline: number;
  size: number;
}

async function piecesOf(changes: Partial<CertificateFacts> = {}): Promise<Piece[]> {
  const document = await open(changes);
  expect(document.numPages).toBe(1);
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [size = 0, , , , left = 0, up = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, baseline: page.height - up, size }];
  });
}

const wordsOf = async (changes: Partial<CertificateFacts> = {}): Promise<string> => {
  const { items } = await (await (await open(changes)).getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
};

/** The page as a picture, one pixel to a point; `at` gives the colour there as `#rrggbb`. */
async function picture(changes: Partial<CertificateFacts> = {}) {
  const document = await open(changes);
  const sheet = await document.getPage(1);
  const viewport = sheet.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await sheet.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = (x: number, y: number): string =>
    `#${[0, 1, 2].map((part) => (data[(y * width + x) * 4 + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  const count = (
    colour: string,
    [left, top, to, bottom]: [number, number, number, number] = [0, 0, width, height],
  ): number => {
    let found = 0;
    for (let y = Math.round(top); y < bottom; y++)
      for (let x = Math.round(left); x < to; x++) if (at(x, y) === colour) found++;
    return found;
  };
  return { width, height, at, count };
}

describe('a certificate', () => {
  it('names participant, workshop, dates, hours, facilitator and the page that verifies it', async () => {
    const words = await wordsOf();
    for (const said of [
      'Certificate of attendance',
      'Zoë Nguyễn',
      'Self-Kindness for Therapists',
      '3 hours',
      'Rowan Hale Counselling',
      facts.membership ?? '',
      `No. ${facts.number}`,
      facts.address,
    ]) {
      expect(words).toContain(said);
    }
    expect(words).toMatch(/When\s+Saturday 13 June 2026\s+Led by\s+Rowan Hale\s/);
    expect(words).toMatch(/Issued\s+Monday 15 June 2026/);
  });

  it('names the first and the last day of a workshop with several', async () => {
    expect(await wordsOf({ to: '2026-07-11T09:00:00Z', cpdHours: 1.5 })).toMatch(
      /1½ hours[^]*Saturday 13 June to Saturday 11 July 2026/,
    );
  });

  it('leaves out facts that are missing', async () => {
    const words = await wordsOf({ facilitator: null, membership: null });
    expect(words).not.toContain('Led by');
    expect(words).not.toContain('Membership');
  });

  it.each(['Παπαδοπούλου Ωμέγα', 'Наталія Їжакевич', 'Łukasz Żółć', 'Thị Ánh Nguyệt'])(
    'can be read again with the name %s',
    async (name) => {
      expect((await wordsOf({ name })).normalize()).toContain(name);
    },
  );

  it('is refused for letters that can’t be printed', async () => {
    await expect(certificatePdf({ ...facts, name: 'Li 李' })).rejects.toThrow('letter');
    expect(await wordsOf({ title: 'Rest 🌙' })).toContain('Rest');
  });

  it('is tagged, in British English, and shows its title', async () => {
    const document = await open();
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: 'Certificate of attendance 7GQ2-M04X-9TBN', Language: 'en-GB' });
    expect(JSON.stringify(info)).not.toContain('Nguy');
    expect(entriesOf(await document.getMarkInfo())).toMatchObject({ Marked: true });
    expect(entriesOf(await document.getViewerPreferences())).toMatchObject({ DisplayDocTitle: true });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    const roles = [...tree.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role);
    expect(roles.filter((role) => role === 'LI')).toHaveLength(4);
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'L', 'Lbl', 'LBody', 'Link']));
  });

  it('links to the page that verifies it', async () => {
    const annotations = (await (await (await open()).getPage(1)).getAnnotations()) as {
      subtype: string;
      url: string;
    }[];
    expect(annotations.map(({ subtype, url }) => [subtype, url])).toEqual([['Link', facts.address]]);
  });

  it('embeds its fonts', async () => {
    const file = (await certificatePdf(facts)).toString('latin1');
    expect(file.match(/\/FontFile2/g)).toHaveLength(new Set(file.match(/\/FontName \/\S+/g)).size);
    expect(file).toMatch(/\/FontName \/[A-Z]{6}\+Brygada1918-Regular/);
    expect(file).toMatch(/\/FontName \/[A-Z]{6}\+Figtree-Regular/);
    expect(file).not.toContain('Helvetica');
    expect(file.length).toBeLessThan(80_000);
  });
});

describe('the same facts', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('give the same bytes in any time zone and at any time', async () => {
    const first = await certificatePdf(facts);
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect((await certificatePdf(facts)).equals(first)).toBe(true);
    expect((await certificatePdf({ ...facts, name: 'Jo Lee' })).equals(first)).toBe(false);
  });
});

describe('room on the page', () => {
  it.each([
    ['usual', facts],
    ['long', longest],
    ['unbroken', unbroken],
    ['many', many],
  ])('is enough for %s words', async (_, wanted) => {
    const pieces = await piecesOf(wanted);
    for (const piece of pieces) {
      expect(piece.left, piece.text).toBeGreaterThanOrEqual(margin - 0.5);
      expect(piece.right, piece.text).toBeLessThanOrEqual(right + 0.5);
      expect(piece.baseline, piece.text).toBeLessThan(page.height - 40);
      expect(piece.size, piece.text).toBeGreaterThan(4);
    }
    const belowHeading = pieces.filter(({ baseline }) => baseline > 170);
    for (const piece of belowHeading.filter(({ left }) => left < column - 1))
      expect(piece.right, piece.text).toBeLessThanOrEqual(column - 8);
    const beside = (first: Piece, second: Piece): boolean =>
      second.left >= first.right - 0.5 || first.left >= second.right - 0.5;
    const below = (first: Piece, second: Piece): boolean =>
      Math.abs(first.baseline - second.baseline) >= Math.min(first.size, second.size) * 0.9;
    const overlapping = pieces.flatMap((first, index) =>
      pieces
        .slice(index + 1)
        .filter((second) => !beside(first, second) && !below(first, second))
        .map((second) => [first.text, second.text]),
    );
    expect(overlapping).toEqual([]);
    const from = pieces.findIndex(({ text }) => text === 'This is to certify that');
    const onLight = pieces.slice(
      from,
      pieces.findIndex(({ text }) => /^[\d¾]+ hours$/.test(text)),
    );
    expect(onLight.length).toBeGreaterThan(3);
    for (const piece of onLight) {
      expect(piece.baseline - piece.size, piece.text).toBeGreaterThan(light.top);
      expect(piece.baseline + piece.size * 0.3, piece.text).toBeLessThan(light.top + light.height);
    }
    expect(pieces.filter(({ text }) => text === 'Issued')[0]?.baseline).toBeLessThan(tops.last - 14);
  });

  it('is enough for every word, in a smaller size', async () => {
    const squeezed = (text: string): string => text.replace(/\s/g, '');
    const words = squeezed(await wordsOf(longest));
    for (const said of [
      longest.name,
      longest.title,
      longest.facilitator,
      longest.practice,
      longest.membership,
      longest.address,
    ])
      expect(words).toContain(squeezed(said ?? ''));
  });
});

describe('the rendered certificate', () => {
  it('has the colours of the site and empty margins', async () => {
    const { width, height, at, count } = await picture();
    expect([width, height]).toEqual([842, 596]);
    expect(at(5, 5)).toBe('#faf6f2');
    expect(count('#f9e9c8')).toBeGreaterThan(100_000);
    expect(count('#24253a')).toBeGreaterThan(1_500);
    expect(count('#8c5215')).toBeGreaterThan(200);
    expect(count('#faf6f2', [0, 0, margin - 28, 590])).toBe((margin - 28) * 590);
    expect(count('#faf6f2', [right + 28, 0, 840, 590])).toBe((840 - Math.round(right + 28)) * 590);
  });

  it('has empty margins with the longest texts, too', async () => {
    const { count } = await picture(longest);
    expect(count('#faf6f2', [right + 28, 0, 840, 590])).toBe((840 - Math.round(right + 28)) * 590);
    expect(count('#faf6f2', [0, 560, 840, 590])).toBe(840 * 30);
  });
});

describe('the days of a workshop', () => {
  it.each([
    ['2026-06-13T09:00:00Z', '2026-06-13T09:00:00Z', 'Europe/London', 'Saturday 13 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-06-13T13:00:00Z', 'Europe/London', 'Saturday 13 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-06-14T09:00:00Z', 'Europe/London', 'Saturday 13 to Sunday 14 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-07-11T09:00:00Z', 'Europe/London', 'Saturday 13 June to Saturday 11 July 2026'],
    [
      '2026-12-19T10:00:00Z',
      '2027-01-09T10:00:00Z',
      'Europe/London',
      'Saturday 19 December 2026 to Saturday 9 January 2027',
    ],
    [
      '2026-01-10T10:00:00Z',
      '2027-01-09T10:00:00Z',
      'Europe/London',
      'Saturday 10 January 2026 to Saturday 9 January 2027',
    ],
    ['2026-03-28T10:00:00Z', '2026-03-29T09:00:00Z', 'Europe/London', 'Saturday 28 to Sunday 29 March 2026'],
  ])('%s to %s in %s: %s', (from, to, zone, words) => {
    expect(daysInWords(from, to, zone)).toBe(words);
  });

  it('are those of its time zone', () => {
    expect(dayWords('2026-06-12T22:30:00Z', 'Pacific/Auckland')).toBe('Saturday 13 June 2026');
    expect(dayWords('2026-06-13T02:00:00Z', 'America/New_York')).toBe('Friday 12 June 2026');
    expect(daysInWords('2026-06-12T22:30:00Z', '2026-06-13T10:00:00Z', 'Pacific/Auckland')).toBe(
      'Saturday 13 June 2026',
    );
  });
});
