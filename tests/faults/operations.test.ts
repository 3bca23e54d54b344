import { closeSync, existsSync, openSync, readdirSync, readFileSync, utimesSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Readiness } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { Checkout, newValueOf } from '../support/checkout.ts';
import { type Login, readLogins } from '../support/cms-settings.ts';
import { aComment } from '../support/comments.ts';
import { readGuide } from '../support/guide.ts';
import { aPostSlug, Reader, textOf } from '../support/reader.ts';
import { openSql } from '../support/sql.ts';

const guide = readGuide('docs/guide/operations.md');
/** The commands of the guide that have been run, and what each of them was before its placeholders were replaced. */
const done = new Set<string>();
const asWritten = new Map<string, string>();
/** They need another version, or the network. */
const notRun = ['git fetch --tags', 'git checkout <version>', 'git checkout <version before>', 'npm run audit'];

const here = new Checkout();
const erased = 'quinn.oduya@example.org';
/** The private link of a comment that stays. */
let link = '';
let slug = '';
let backup = '';
/** Of the counsellor, after it was lost. */
let login: Login;
let session: AdminClient;

/** Returns the commands of a recipe, each with what the guide's placeholders stand for. */
const commandsOf = (heading: string, values: Readonly<Record<string, string>> = {}): string[] => {
  const commands = guide.find((recipe) => recipe.heading === heading)?.commands ?? [];
  return commands
    .filter((command) => !notRun.includes(command))
    .map((command) => {
      const typed = Object.entries(values).reduce((line, [name, value]) => line.replaceAll(name, value), command);
      asWritten.set(typed, command);
      return typed;
    });
};

const run = (command = '', checkout = here): ReturnType<Checkout['run']> => {
  done.add(asWritten.get(command) ?? '');
  return checkout.run(command);
};
const start = (command = '', checkout = here): Promise<string> => {
  done.add(asWritten.get(command) ?? '');
  return checkout.start(command);
};

/** Runs a recipe's commands one after the other, all of which must succeed; returns what they have said. */
const follow = async (commands: readonly (string | undefined)[], checkout = here): Promise<string> => {
  let said = '';
  for (const command of commands) {
    const { code, output } = await run(command, checkout);
    expect([command, code, output]).toEqual([command, 0, output]);
    said += output;
  }
  return said;
};

const archiveIn = (output: string): string => /Backed up: (\S+) /.exec(output)?.[1] ?? '';

const checksOf = async (url = ''): Promise<Record<string, string>> => {
  const { checks } = (await (await fetch(`${url}/_ready`)).json()) as Readiness;
  return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
};
const siteUrl = (): string => here.settings.SITE_URL ?? '';
const cmsUrl = (): string => here.settings.CMS_URL ?? '';

/** Sends a comment as the site does; returns its private link's path. */
const sendComment = async (over: Parameters<typeof aComment>[0]): Promise<string> => {
  const response = await fetch(`${cmsUrl()}/api/posts/${slug}/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${here.settings.WEB_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(aComment(over)),
  });
  expect(response.status).toBe(201);
  return `/your-comment/${((await response.json()) as { data: { token: string } }).data.token}`;
};
/** Returns the text of the page behind the private link, once its button is pressed. */
const openLink = async (url = siteUrl()): Promise<string> =>
  textOf((await new Reader(url).post(link, { do: 'show' })).html);

const textsOfComments = async ({ dataDir } = here): Promise<string> => {
  const sql = await openSql({ dataDir });
  const rows = await sql.all('select text from comments');
  await sql.close();
  return JSON.stringify(rows);
};

/** Names the secrets whose row in the guide says that this ends. */
const secretsThatEnd = (consequence: RegExp): string[] =>
  [...(guide.find(({ heading }) => heading === 'Rotating a secret')?.text ?? '').matchAll(/^\| (`.+`) \| (.+) \|$/gm)]
    .filter(([, , what = '']) => consequence.test(what))
    .flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));

interface StoredSchema {
  tables: { name: string; columns: { name: string }[] }[];
}

/** Makes the database what a version would have left that had no content notes yet. */
const makeOlder = (): void => {
  const database = new DatabaseSync(path.join(here.dataDir, 'quiet-room.db'));
  const { schema } = database.prepare('select schema from strapi_database_schema').get() as { schema: string };
  const stored = JSON.parse(schema) as StoredSchema;
  const posts = stored.tables.find(({ name }) => name === 'posts');
  if (posts) posts.columns = posts.columns.filter(({ name }) => name !== 'content_note');
  database.prepare("update strapi_database_schema set schema = ?, hash = 'older'").run(JSON.stringify(stored));
  database.exec('alter table posts drop column content_note');
  database.close();
};

beforeAll(() => {
  here.write();
  return here.setPlace();
});
afterAll(() => here.remove());

// Its commands start npm, and some of them a whole site.
describe('the operations guide', { timeout: 180_000 }, () => {
  it('installs a site, and proves its first backup', async () => {
    const [first, rehearse] = commandsOf('Installing');
    expect(await start(first)).toContain(`There are new logins, with first passwords`);
    slug = await aPostSlug(siteUrl());
    link = await sendComment({ text: 'This one stays, whatever happens.' });
    await sendComment({ email: erased, notifyOnApproval: true, text: 'This one is soon erased.' });
    expect(await follow([rehearse])).toMatch(/Proven: .* and 10 pages could be read\./);
    expect(await checksOf(cmsUrl())).toMatchObject({ 'test write': 'ok', backup: 'ok', rehearsal: 'ok' });
    expect(await checksOf(siteUrl())).toMatchObject({ CMS: 'ok' });
  });

  it('lets a counsellor in who has lost her password', async () => {
    const { email } = readLogins(here.dataDir).counsellor;
    const output = await follow(commandsOf('Lost password', { 'counsellor@example.org': email }));
    login = { email, password: /The new password is (\S+)/.exec(output)?.[1] ?? '' };
    session = await AdminClient.signIn(cmsUrl(), login);
    expect(output).toContain('Two-step sign-in was off already.');
  });

  it('exports and erases what there is about a person', async () => {
    const copy = path.join(here.folder, 'personal-data.json');
    const commands = commandsOf('Erasure request', { 'reader@example.org': erased, 'personal-data.json': copy });
    const [exported, asked, erase] = commands;
    await follow([exported]);
    expect(readFileSync(copy, 'utf8')).toContain('This one is soon erased.');
    expect((await run(asked)).output).toMatch(/--yes/);
    expect(await textsOfComments()).toContain('soon erased');
    backup = archiveIn(await follow(commandsOf('Upgrading')));
    await follow([erase]);
    expect(await textsOfComments()).not.toContain('soon erased');
  });

  it('upgrades a database of the version before, with new secrets that end nothing but sign-ins', async () => {
    await here.stop();
    makeOlder();
    const unnoticed = secretsThatEnd(/^(?:nothing|everyone is signed out)/).filter((name) => here.settings[name]);
    expect(unnoticed).toEqual(expect.arrayContaining(['WEB_TOKEN', 'WEBHOOK_SECRET', 'ADMIN_JWT_SECRET', 'APP_KEYS']));
    here.set(Object.fromEntries(unnoticed.map((name) => [name, newValueOf(name)])));
    await start('npm start');
    expect(await checksOf(cmsUrl())).toMatchObject({ query: 'ok', columns: 'ok', secrets: 'ok' });
    await expect.poll(() => openLink()).toContain('This one stays');
    await expect(session.get('/quiet-room/backup')).rejects.toThrow(/401/);
    await AdminClient.signIn(cmsUrl(), login);
    await sendComment({ text: 'Sent after the upgrade.' });
    await here.stop();
  });

  it('goes back to the version before, whose backup does not bring back who was erased', async () => {
    const [restore] = commandsOf('Rollback', { '<backup before the upgrade>': backup });
    expect(await follow([restore])).toMatch(/The site that was there before is in \S+before-restore/);
    const texts = await textsOfComments();
    expect(texts).toContain('This one stays');
    expect(texts).not.toMatch(/after the upgrade|soon erased/);
  });

  it('starts as before after a restore that was killed, with new secrets when that is meant', async () => {
    const serious = secretsThatEnd(/^(?:codes|\*\*every)/);
    expect(serious).toEqual(['ENCRYPTION_KEY', 'LINK_SECRET']);
    const before = here.settings;
    here.set(Object.fromEntries(serious.map((name) => [name, newValueOf(name)])));
    const journal = path.join(here.dataDir, 'restore-in-progress.json');
    const moved = path.join(here.dataDir, 'quiet-room.db.before-restore');
    // On a busy machine a restore may end before it is killed: then the next one is.
    for (let attempt = 1; attempt <= 10 && !existsSync(journal); attempt += 1)
      await here.runUntil(`npm run restore -- ${backup} --yes`, () => existsSync(journal) && existsSync(moved));
    utimesSync(journal, new Date(0), new Date(0));
    const [accept] = commandsOf('Rotating a secret');
    expect(await start(accept)).toMatch(/The restore that began at \S+ was interrupted/);
    expect(here.settings.LINK_SECRET).not.toBe(before.LINK_SECRET);
    expect(await checksOf(cmsUrl())).toMatchObject({ secrets: 'ok' });
    await expect.poll(() => openLink()).toContain('This link doesn’t work');
    expect(await textsOfComments()).toContain('This one stays');
    await here.stop();
    const [undo] = commandsOf('If a restore was interrupted');
    expect((await run(undo)).output).toContain('No restore was interrupted');
  });

  it('replaces a damaged database by the latest backup', async () => {
    const file = openSync(path.join(here.dataDir, 'quiet-room.db'), 'r+');
    for (let page = 1; page < 40; page += 1) writeSync(file, Buffer.alloc(2_000, 7), 0, 2_000, page * 4_096);
    closeSync(file);
    const [restore] = commandsOf('Damaged database', { '<file>': backup });
    await follow([restore]);
    expect(await textsOfComments()).toContain('This one stays');
  });

  it('moves a site to another server, where its links go on working', async () => {
    const [makeLast] = commandsOf('Moving to another server');
    const last = archiveIn(await follow([makeLast]));
    const [, takeSettings, restore, first] = commandsOf('Moving to another server', { '<file>': last });
    const there = new Checkout();
    await follow([takeSettings], there);
    await there.setPlace();
    await follow([restore], there);
    await start(first, there);
    await expect.poll(() => openLink(there.settings.SITE_URL)).toContain('This one stays');
    expect(readdirSync(path.join(there.dataDir, 'public/uploads'))).toEqual(
      readdirSync(path.join(here.dataDir, 'public/uploads')),
    );
    await AdminClient.signIn(there.settings.CMS_URL ?? '', login);
    await there.remove();
  });

  it('has no command that was not run here', () => {
    const commands = guide.flatMap((recipe) => recipe.commands);
    expect(commands.length).toBeGreaterThan(15);
    expect(commands.filter((command) => !done.has(command) && !notRun.includes(command))).toEqual([]);
  });

  it('says what ends with each secret that the site has', () => {
    const secrets = Object.keys(here.settings).filter((name) => /^APP_KEYS$|_(?:SALT|SECRET|KEY|TOKEN)$/.test(name));
    expect(secrets).toHaveLength(8);
    expect(secretsThatEnd(/./)).toEqual(expect.arrayContaining(secrets));
  });
});
