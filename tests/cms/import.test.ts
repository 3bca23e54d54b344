import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Block, postResponse } from 'shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { top } from '../support/cms-settings.ts';

const cmsDir = path.join(top, 'cms');
const load = createRequire(path.join(cmsDir, 'package.json'));
type ReadPost = (input: { text: string; now: Date; year?: number }) => object;
type ImportPost = (
  strapi: CmsHere['strapi'],
  post: object,
  wish: { publish: boolean; author: string | null },
) => Promise<{ documentId: string | null }>;
const { importPost } = load('./dist/src/api/import/documents/import-post.js') as { importPost: ImportPost };
const { readPost } = load('./dist/src/api/import/sources/index.js') as { readPost: ReadPost };

const page = path.join(top, 'tests/fixtures/saved-wix-page.txt');
const text = readFileSync(page, 'utf8');
const slug = 'rest-is-not-a-reward-even-if-you-were-taught-so';
const post = 'api::post.post';

let cms: CmsHere;
let dir: string;
beforeAll(async () => {
  cms = await startCmsHere();
  dir = mkdtempSync(path.join(tmpdir(), 'quiet-room-import-'));
});
afterAll(async () => {
  await cms.stop();
  rmSync(dir, { recursive: true });
});

/** The command as `npm run import` starts it: a process of its own beside the CMS, on the same database. */
const command = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/src/cli/import.js', ...args], { cwd: cmsDir, env: process.env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });

const words = (block: Block): string =>
  JSON.stringify(block)
    .match(/"text":"(.*?)(?<!\\)"/g)
    ?.map((part) => part.slice(8, -1))
    .join('|') ?? '';
const kindOf = (block: Block): string =>
  block.type === 'heading' ? `h${block.level}` : block.type === 'list' ? block.format : block.type;
const outline = (body: Block[]): string[] => body.map((block) => `${kindOf(block)}: ${words(block).slice(0, 60)}`);

const readAsWeb = async (asked: string) => {
  const answer = await cms.asWeb(`/api/posts/${asked}`);
  expect(answer.status).toBe(200);
  return postResponse.parse(answer.body).data;
};
const everything = async () => ({
  posts: await cms.strapi.db.query(post).findMany({ orderBy: 'id', populate: true }),
  authors: await cms.strapi.db.query('api::author.author').findMany({ orderBy: 'id' }),
});
const removeAll = async () => {
  for (const uid of [post, 'api::author.author'] as const) {
    for (const { documentId } of await cms.strapi.documents(uid).findMany())
      await cms.strapi.documents(uid).delete({ documentId });
  }
};

describe('npm run import, while the CMS is running', () => {
  afterAll(removeAll);

  it('says what it would do, and does nothing', async () => {
    const before = await everything();
    const { code, out, err } = await command(page, '--dry-run', '--publish');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      'What would be done (nothing was changed)\n  - A new post, published with the date 3 March 2025 and updated on 5 March 2025',
    );
    expect(await everything()).toEqual(before);
  });

  it('brings the post to the readers as a person would have typed it', async () => {
    const { code, out, err } = await command(page, '--publish', '--author', 'Tamsin Reed');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Recognised\n/);
    expect(out).toContain(`/blog/${slug}`);
    const read = await readAsWeb(slug);
    expect(read).toMatchObject({
      title: 'Rest Is Not a Reward (Even If You Were Taught So)',
      published: '2025-03-03T12:00:00.000Z',
      updated: '2025-03-05T12:00:00.000Z',
      readingMinutes: 1,
      author: { name: 'Tamsin Reed', slug: 'tamsin-reed' },
      summary: 'Perhaps you know these sentences:',
    });
    expect(outline(read.body)).toEqual([
      'paragraph: Perhaps you know these sentences:',
      'unordered: “Not yet”|“Finish this first”|“Others manage without”',
      'paragraph: And so on.',
      'paragraph: You may have carried them for so long that they sound like y',
      'paragraph: And that tiredness?',
      'paragraph: It is older than this week.',
      'h2: Where the Rule Comes From',
      'h3: 1. It kept the peace – at a price',
      'paragraph: In some families, sitting down was noticed. Somebody sighed,',
      'h3: 2. It was praised',
      'paragraph: For others, being tireless was the one thing that was always',
      'h2: How Counselling Can Help: A Slower Pace',
      'paragraph: In counselling, there is an hour in which nothing has to be ',
      'paragraph: Not hurried, not measured, just met.',
      'paragraph: You might begin with something small:',
      'unordered: a cup of tea without your phone|ten minutes by an open windo',
      'paragraph: If any of this sounds like you, you are welcome to write to ',
      'paragraph: P.S. I’m offering a day of rest for carers on Saturday 10th ',
    ]);
    expect(JSON.stringify(read.body)).toContain('on my page: Quiet Days.');
  });

  it('leads from the address on the old site to the post', async () => {
    const answer = await cms.asWeb(`/api/redirects?path=/post/${slug}`);
    expect(answer.body).toMatchObject({ data: { to: `/blog/${slug}` } });
  });

  it('changes nothing the second time', async () => {
    const before = await everything();
    const { code, out } = await command(page, '--publish');
    expect(code).toBe(0);
    expect(out).toContain('Nothing: it was imported before and has not changed');
    expect(await everything()).toEqual(before);
  });

  it('makes one post when it is started twice at once', async () => {
    const twice = path.join(dir, 'twice.txt');
    writeFileSync(twice, text.replace('Rest Is Not a Reward', 'Twice at Once'));
    const runs = await Promise.all([command(twice, '--publish'), command(twice, '--publish')]);
    expect(runs.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    expect(await cms.strapi.documents(post).count({ filters: { title: { $startsWith: 'Twice' } } })).toBe(1);
  }, 120_000);
});

describe('what npm run import refuses', () => {
  const refused: [string, string, (file: string) => void, string, ...string[]][] = [
    [
      'a picture',
      'picture.txt',
      (file: string) => writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
      '“picture.txt” can’t be imported: it is a picture, in which words can’t be read; open the post in a browser',
    ],
    [
      'a damaged Word document',
      'post.docx',
      (file: string) => writeFileSync(file, 'PK\u0003\u0004 word/document.xml'),
      '“post.docx” can’t be imported: it is a Word document, but it is damaged or has no text',
    ],
    [
      'an empty file',
      'empty.txt',
      (file: string) => writeFileSync(file, ''),
      '“empty.txt” can’t be imported: it is empty.',
    ],
    [
      'a folder',
      'folder',
      (file: string) => mkdirSync(file),
      '“folder” can’t be imported: it is a folder, not a file.',
    ],
    ['nothing at all', 'nothing.txt', () => undefined, '“nothing.txt” can’t be imported: there is no such file.'],
    [
      'another text',
      'readme.txt',
      (file: string) => copyFileSync(path.join(top, 'LICENSE'), file),
      'This is not the text of a saved Wix post',
    ],
    [
      'a year to come',
      'page.txt',
      (file: string) => copyFileSync(page, file),
      'The day “Mar 3” of 2099 does not exist or is in the future: import again with --date and the right day.',
      '--year',
      '2099',
    ],
  ];
  it.each(refused)('%s: one sentence, and nothing is written', async (_, name, make, sentence, ...args) => {
    const file = path.join(dir, name);
    make(file);
    const before = await everything();
    const { code, out, err } = await command(file, '--publish', ...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(await everything()).toEqual(before);
  });

  it('explains itself when it is called with nothing, or with something that it doesn’t know', async () => {
    const bare = await command();
    expect(bare).toMatchObject({ code: 2, err: '' });
    expect(bare.out).toContain('npm run import -- <file>');
    const wrong = await command('--publsh', page);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/^There is no option “--publsh”\.\n/);
  });

  it('says in one sentence that the database is away', async () => {
    const { DATABASE_URL } = process.env;
    process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/nothing';
    const { code, out, err } = await command(page);
    process.env.DATABASE_URL = DATABASE_URL;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^Nothing was imported\. The CMS can’t use PostgreSQL at 127\.0\.0\.1:9\/nothing: /),
    ]);
  });
});

describe('a page that is imported again', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const bring = (words: string, wish: { publish?: boolean; author?: string | null; year?: number } = {}) =>
    importPost(cms.strapi, readPost({ text: words, now, year: wish.year }), {
      publish: wish.publish ?? false,
      author: wish.author ?? null,
    });
  const edit = (documentId: string | null, data: object) =>
    cms.strapi.documents(post).update({ documentId: documentId ?? '', data: data as never });
  const draft = async () => (await cms.strapi.documents(post).findMany({ populate: { author: true } }))[0];
  const changed = text.replace('It is older than this week.', 'It is older than this year.');
  afterEach(removeAll);

  it('is published when that was wished for only later', async () => {
    expect(await bring(text)).toMatchObject({ decision: 'create', publishes: false });
    expect((await cms.asWeb(`/api/posts/${slug}`)).status).toBe(404);
    expect(await bring(text, { publish: true })).toMatchObject({ decision: 'same', publishes: true });
    expect((await readAsWeb(slug)).published).toBe('2025-03-03T12:00:00.000Z');
    expect(await bring(text, { publish: true })).toMatchObject({ decision: 'same', publishes: false });
  });

  it('gets the words that the page has now, as long as nobody has edited it here', async () => {
    await bring(text, { publish: true });
    expect(await bring(changed)).toMatchObject({ decision: 'update', isPublic: true, publishes: false });
    expect(JSON.stringify((await readAsWeb(slug)).body)).toContain('older than this week');
    expect(await bring(changed, { publish: true })).toMatchObject({ decision: 'same', publishes: true });
    expect(JSON.stringify((await readAsWeb(slug)).body)).toContain('older than this year');
    expect(await cms.strapi.documents(post).count({})).toBe(1);
  });

  it('is left alone once she has edited it', async () => {
    const { documentId } = await bring(text, { publish: true });
    await edit(documentId, { title: 'Rest' });
    const before = await everything();
    expect(await bring(text, { publish: true })).toMatchObject({ decision: 'edited', publishes: false });
    expect(await bring(changed, { publish: true })).toMatchObject({ decision: 'both changed', publishes: false });
    expect(await everything()).toEqual(before);
  });

  it('keeps what she added without touching the words', async () => {
    const { documentId } = await bring(text);
    await edit(documentId, { contentNote: 'About tiredness', slug: 'rest' });
    expect(await bring(changed)).toMatchObject({ decision: 'update' });
    expect(await draft()).toMatchObject({ contentNote: 'About tiredness', slug: 'rest' });
  });

  it('takes a better year or author when one is given', async () => {
    await bring(text);
    expect(await bring(text, { year: 2024 })).toMatchObject({ decision: 'update' });
    expect(await draft()).toMatchObject({ published: '2024-03-03T12:00:00.000Z' });
    expect(await bring(text, { year: 2024, author: 'Jo Marsh' })).toMatchObject({ decision: 'update' });
    expect((await draft())?.author).toMatchObject({ name: 'Jo Marsh' });
    expect(await bring(text, { year: 2024, author: 'jo marsh' })).toMatchObject({ decision: 'same' });
    expect(await cms.strapi.documents('api::author.author').count({ filters: { name: { $containsi: 'marsh' } } })).toBe(
      1,
    );
  });

  it('comes back after it was deleted, and never stands beside one that was typed in', async () => {
    const { documentId } = await bring(text);
    await cms.strapi.documents(post).delete({ documentId: documentId ?? '' });
    expect(await bring(text)).toMatchObject({ decision: 'create' });
    await removeAll();
    await cms.strapi.documents(post).create({
      data: { title: 'Rest is not a reward (even if you were taught so)', commentsOpen: true, invitesToCall: true },
    });
    const before = await everything();
    expect(await bring(text, { publish: true })).toMatchObject({ decision: 'twin' });
    expect(await everything()).toEqual(before);
  });

  it('belongs to the only author there is when its writer is a sign-in name', async () => {
    const { documentId } = await cms.strapi.documents('api::author.author').create({ data: { name: 'Rowan Hale' } });
    expect(await bring(text)).toMatchObject({ author: { author: { documentId } } });
  });
});

// The page that this was written for lies beside the checkout, where there is one.
for (const real of [path.join(top, '../shared/fixtures/wix-page.txt')].filter((file) => existsSync(file))) {
  describe('the counsellor’s own page', () => {
    afterAll(removeAll);

    it('is read by readers as she would have typed it', async () => {
      const { code, out, err } = await command(real, '--publish');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('“Jul 25” is 25 July 2025: the text announces “Saturday 27th September 2025”');
      const read = await readAsWeb('why-we-resist-self-compassion-even-when-we-know-it-matters');
      expect(read).toMatchObject({
        title: 'Why We Resist Self-Compassion (Even When We Know It Matters)',
        published: '2025-07-25T12:00:00.000Z',
        updated: '2025-07-27T12:00:00.000Z',
        readingMinutes: 3,
      });
      expect(outline(read.body).filter((line) => !line.startsWith('paragraph'))).toEqual([
        'unordered: “Be kinder to yourself”|“Talk to yourself like you would a f',
        'unordered: “You should be doing more”|“You’re being lazy”|“Get it toget',
        'h2: Why We Struggle With Self-Compassion',
        'h3: 1. Self-Compassion feels unfamiliar – even threatening',
        'h3: 2. We believe our harshness is what keeps us going',
        'h3: 3. Self-Compassion challenges old identities',
        'unordered: “I’m the strong one”|“I just get on with it”|“I don’t need h',
        'h2: How Therapy Can Help: The Reparative Relationship',
        'h2: What if Self-Compassion Is Something We Re-Learn – Not Just ',
      ]);
      const last = read.body.at(-1);
      expect(last && words(last)).toMatch(
        /^P\.S\. If you’re a therapist .* 27th September 2025\. You can find .* on my website: Workshops\.$/,
      );
      expect(JSON.stringify(read.body)).not.toMatch(/min read|Comments|alisonhuckle3|Updated:/);
    });
  });
}
