import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { certificateResponse, erasedData, personalData } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { top } from '../support/cms-settings.ts';
import { aNonce, postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { anEmail, queue, storedEmails } from '../support/emails.ts';
import { sendEnquiry } from '../support/enquiries.ts';
import { filesWith } from '../support/files-with.ts';
import { aRegistration, publishWorkshop, registrationActions } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let her: SignedIn;
const address = 'quinn.oduya@Example.org';
const traces = ['quinn.oduya', 'Quinnella', 'a lighthouse with a green door'];
const wants = { email: address, name: 'Quinnella', notifyOnApproval: true, notifyOnReply: true };

/**
 * Where traces are found: files of the data folder on SQLite (database, its log, emails), rows of every table on
 * PostgreSQL.
 */
const found = async (): Promise<string[]> => {
  const inFiles = filesWith(cms.dataDir, traces).map((file) => path.basename(file));
  if (process.env.TEST_DATABASE !== 'postgres') return inFiles;
  const knex = cms.strapi.db.connection;
  const { rows } = await knex.raw<{ rows: { table_name: string }[] }>(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const inRows: string[] = [];
  for (const { table_name } of rows) {
    const all = JSON.stringify(await knex(table_name).select('*')).toLowerCase();
    if (traces.some((trace) => all.includes(trace.toLowerCase()))) inRows.push(table_name);
  }
  return [...inRows, ...inFiles];
};

/** The command as `npm run privacy` starts it: a process of its own beside the CMS, on the same database. */
const command = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/src/cli/privacy.js', ...args], {
      cwd: path.join(top, 'cms'),
      env: process.env,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });

/**
 * A comment with a reply below it, a note, and emails: one queued to the writer, one with the words to the counsellor.
 */
const everythingAboutQuinn = async (): Promise<number> => {
  const { number } = await sendComment(cms, 'kindness', {
    ...wants,
    text: 'I live in a lighthouse with a green door.',
  });
  const note = await sendComment(cms, 'kindness', {
    ...wants,
    audience: 'counsellor',
    text: 'A note about a lighthouse with a green door.',
  });
  await her
    .post(`/quiet-room/comments/${note.number}/hold`)
    .send({ reason: 'Evidence about a lighthouse with a green door', until: '2099-01-01' })
    .expect(200);
  await her
    .post(`/quiet-room/comments/${note.number}/reply`)
    .send({ version: 1, state: 'waiting', text: 'Thank you for a lighthouse with a green door.', nonce: aNonce() })
    .expect(200);
  const openAndApprove = async (comment: number): Promise<void> => {
    await her.post(`/quiet-room/comments/${comment}/open`).expect(200);
    await her
      .post(`/quiet-room/comments/decide`)
      .send({ decision: 'approve', comments: [{ number: comment, version: 1, state: 'waiting' }] })
      .expect(200);
  };
  await openAndApprove(number);
  const { number: below } = await sendComment(cms, 'kindness', {
    parent: number,
    name: 'Somebody else',
    text: 'A reply that stays.',
  });
  await openAndApprove(below);
  const { slug } = await publishWorkshop(cms);
  const needs = 'A chair like the one in a lighthouse with a green door.';
  await postAsWeb(
    cms,
    `/api/workshops/${slug}/registrations`,
    aRegistration({ name: 'Quinnella', email: address.toUpperCase(), accessNeeds: needs, consent: true }),
  ).expect(201);
  return number;
};

beforeAll(async () => {
  cms = await startCmsHere({ env: { DELIVER_EMAILS: 'true' } });
  her = await signIn(cms, cms.logins.counsellor);
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, { comments: { mail: 'full' } });
});
afterAll(() => cms.stop());

describe('the personal data of an address', () => {
  it('is shown to the counsellor alone, whatever capitals she types', async () => {
    await everythingAboutQuinn();
    const { comments, registrations } = await dataOf(
      personalData,
      her.post('/quiet-room/privacy/find').send({ address: 'Quinn.Oduya@example.ORG' }),
    );
    expect(registrations).toMatchObject([
      { workshop: 'Quieter nights', state: 'pending', name: 'Quinnella', emails: [{ kind: 'confirm-place' }] },
    ]);
    expect(comments.map(({ text }) => text)).toEqual([
      'I live in a lighthouse with a green door.',
      'A note about a lighthouse with a green door.',
    ]);
    expect(comments[1]).toMatchObject({
      legalHold: { reason: 'Evidence about a lighthouse with a green door', until: '2099-01-01' },
      replies: [{ text: 'Thank you for a lighthouse with a green door.' }],
    });
    const webTeam = await signIn(cms, cms.logins.webTeam);
    for (const act of ['find', 'erase']) {
      await webTeam.post(`/quiet-room/privacy/${act}`).send({ address }).expect(403);
      await postAsWeb(cms, `/quiet-room/privacy/${act}`, { address }).expect(401);
    }
    await her.post('/quiet-room/privacy/find').send({ address: 'quinn' }).expect(400);
  });

  it('is exported by the command, to the screen or to a new file', async () => {
    const { code, out, err } = await command('export', address);
    expect([code, err]).toEqual([0, '']);
    expect(personalData.parse(JSON.parse(out)).comments).toHaveLength(2);
    const dir = mkdtempSync(path.join(tmpdir(), 'quiet-room-privacy-'));
    const file = path.join(dir, 'personal-data.json');
    expect(await command('export', address, '--file', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Written: 2 comments and notes'),
    });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await command('export', address, '--file', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('A file with that name already exists'),
    });
    rmSync(dir, { recursive: true });
    expect(await command('export', 'nobody@example.org')).toMatchObject({
      code: 0,
      out: expect.stringContaining('"mailboxes": []'),
    });
    expect(await command('show', address)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Write “export” or “erase”.'),
    });
  }, 180_000);
});

describe('erasing', () => {
  const gone = async (number: number): Promise<void> => {
    expect(await found()).toEqual([]);
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
      state: 'removed',
      name: null,
      text: null,
      mailbox_id: null,
    });
    const page = await cms.asWeb('/api/posts/kindness/comments').expect(200);
    expect(page.text).toContain('A reply that stays.');
  };
  /** Until every email has been written to its file. */
  const written = async (): Promise<void> => {
    const queued = () => storedEmails(cms.strapi, { state: 'queued' });
    for (const end = Date.now() + 10_000; Date.now() < end && (await queued()).length > 0;) await pause(50);
    expect(await queued()).toEqual([]);
  };

  it('by the command leaves no byte of it, once it is meant', async () => {
    const number = Number((await rowOf(cms, 'comments', { text: 'I live in a lighthouse with a green door.' }))?.id);
    await written();
    expect((await found()).length).toBeGreaterThan(1);
    expect(await command('erase', address)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing was deleted. Add --yes'),
    });
    expect((await found()).length).toBeGreaterThan(1);
    const { code, out } = await command('erase', address, '--yes');
    // The site is not there, and that is said.
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^Deleted: 2 comments and notes, 1 registration, 0 messages, 0 calls, \d emails, and the address\.\nThe site can’t/,
      ),
    ]);
    await gone(number);
    expect(await command('erase', address, '--yes')).toMatchObject({
      code: 0,
      out: 'Nothing is stored about this address.\n',
    });
  }, 180_000);

  it('by the command says so of somebody who only wrote or booked a call', async () => {
    const email = 'just.writes@example.org';
    await sendEnquiry(cms, { email });
    expect((await command('erase', email)).out).toMatch(
      /^Stored: 0 comments and notes, 0 registrations, 1 message, 0 calls, \d emails\. Nothing was deleted\./,
    );
    expect((await command('erase', email, '--yes')).out).toMatch(/^Deleted: .* 1 message, 0 calls, \d emails, and the/);
  }, 120_000);

  it('in the admin leaves no byte of it either, also where statistics had been made of it', async () => {
    const number = await everythingAboutQuinn();
    await written();
    await cms.strapi.db.connection.raw('analyze');
    expect(await found()).not.toEqual([]);
    const erased = await dataOf(erasedData, her.post('/quiet-room/privacy/erase').send({ address }));
    expect(erased).toMatchObject({ comments: 2, registrations: 1, addresses: 1, pages: 'unreachable' });
    await gone(number);
  });

  it('finds and erases an international address in either spelling', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Either spelling' });
    await postAsWeb(
      cms,
      `/api/workshops/${slug}/registrations`,
      aRegistration({ email: 'Anna@müller.example' }),
    ).expect(201);
    await sendComment(cms, 'kindness', { email: 'anna@xn--mller-kva.example', notifyOnReply: true });
    for (const spelling of ['anna@müller.example', 'ANNA@xn--mller-kva.example', 'Anna <anna@Müller.example>'])
      expect(
        await dataOf(personalData, her.post('/quiet-room/privacy/find').send({ address: spelling })),
      ).toMatchObject({
        mailboxes: [{ address: 'anna@xn--mller-kva.example' }],
        comments: [{ name: 'Robin' }],
        registrations: [{ email: 'Anna@xn--mller-kva.example' }],
      });
    const erased = await dataOf(
      erasedData,
      her.post('/quiet-room/privacy/erase').send({ address: 'anna@müller.example' }),
    );
    expect(erased).toMatchObject({ comments: 1, registrations: 1, addresses: 1 });
  });

  it('deletes a registration’s emails that were never delivered, and a certificate that could be verified', async () => {
    const email = 'quinn.again@example.org';
    const workshop = { cpdHours: 2, sessions: [{ day: '2026-02-07', starts: '10:00:00.000', ends: '12:00:00.000' }] };
    const { slug } = await publishWorkshop(cms, workshop);
    const actions = registrationActions(cms.strapi);
    const before = new Date('2026-01-05T12:00:00.000Z');
    const { token } = await actions.register(slug, aRegistration({ name: 'Quinnella', email }), before);
    const knex = cms.strapi.db.connection;
    const { id } = await knex('registrations').where({ email }).first<{ id: number }>('id');
    await knex('registrations').where({ id }).update({ state: 'confirmed', confirmed_at: before, attended: true });
    const certificate = await postAsWeb(cms, '/api/private-registrations/certificate', { token }).expect(200);
    const { number } = certificateResponse.parse(certificate.body).data;
    await cms.asWeb(`/api/certificates/${number}`).expect(200);
    // One was given up, the other waits for its time: both contain the address and the text.
    const about = `registration:${id}`;
    await written();
    await knex('emails')
      .where({ about })
      .update({ to: email, text: 'For Quinnella', finished_at: null, state: 'failed' });
    await queue(cms.strapi, anEmail(email, { about, notBefore: new Date('2099-01-01T00:00:00.000Z') }));
    const stored = await storedEmails(cms.strapi, { about });
    expect(stored.map(({ state, to }) => [state, to])).toEqual([
      ['failed', email],
      ['queued', email],
    ]);
    const erased = await dataOf(erasedData, her.post('/quiet-room/privacy/erase').send({ address: email }));
    expect(erased).toMatchObject({ registrations: 1, emails: stored.length, addresses: 1, pages: 'none' });
    expect(await storedEmails(cms.strapi, { about })).toEqual([]);
    await cms.asWeb(`/api/certificates/${number}`).expect(404);
  });
});
