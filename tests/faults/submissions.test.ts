import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SentComment, Submission } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { startCmsHere } from '../support/cms-in-process.ts';
import { aComment, aNonce } from '../support/comments.ts';
import { freePort } from '../support/free-port.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const slug = 'a-post-to-answer';
/** Readers at each process, who all send at once. */
const readers = 4;
/** SMTP_TIMEOUT in seconds: the lease of a killed process ends after six times as long. */
const patience = 1;

const send = async (
  cms: Pick<RunningCms, 'url' | 'webToken'>,
  form: Submission,
): Promise<{ status: number; comment: SentComment }> => {
  const answer = await fetch(`${cms.url}/api/posts/${slug}/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cms.webToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(form),
  });
  const body = (await answer.json()) as { data: SentComment };
  if (answer.status !== 200 && answer.status !== 201)
    throw new Error(`A comment was answered with ${answer.status}: ${JSON.stringify(body)}`);
  return { status: answer.status, comment: body.data };
};

const publishPost = async ({ url, logins }: RunningCms): Promise<void> => {
  await (
    await AdminClient.signIn(url, logins.counsellor)
  ).publishPost({ title: 'A post to answer', slug, body: paragraphs('Words.') });
};

/** Different texts, because screening would mark many similar ones as spam, for which no email is queued. */
const aForm = (n: number): Submission =>
  aComment({
    name: `Reader ${n}`,
    text: `Not to be lost: ${n}.`,
    email: `reader-${n}@example.org`,
    notifyOnApproval: true,
  });

/**
 * A few crashes always, fifty before a release (CRASHES=50), of two processes each. Most are on SQLite, whose file a
 * crash could corrupt.
 */
const crashes = Number(process.env.CRASHES ?? 12);
const onSqlite = Math.ceil(crashes / 3);

describe.each([
  ['sqlite', onSqlite],
  ['postgres', Math.ceil(crashes / 2) - onSqlite],
] as const)('two CMS processes that are killed while readers send comments (%s, %i times)', (kind, rounds) => {
  let mailbox: Mailbox;
  let postgres: Postgres | null = null;
  let dataDir = '';
  let databaseUrl: string | undefined;
  let ports: number[] = [];
  /** Each form that was sent, and the number of its comment once the CMS has acknowledged it. */
  const forms = new Map<string, Submission>();
  const acknowledged = new Map<string, number>();

  const startBoth = (): Promise<RunningCms[]> =>
    Promise.all(
      ports.map((port) =>
        startCms({ dataDir, databaseUrl, port, smtpUrl: mailbox.url, env: { SMTP_TIMEOUT: String(patience) } }),
      ),
    );

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    if (kind === 'postgres') {
      postgres = await startPostgres();
      databaseUrl = await postgres.createDatabase();
    }
    dataDir = newDataDir(kind === 'sqlite' ? 'plain' : null);
    ports = [await freePort(), await freePort()];
    // Started first and alone, because it creates the tables.
    const first = await startCms({ dataDir, databaseUrl });
    await publishPost(first);
    await first.stop();
  });
  afterAll(async () => {
    await mailbox?.close();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Sends one form after another; a form without a response is sent again when the CMS is back. */
  const press = async (cms: RunningCms, form: Submission): Promise<boolean> => {
    forms.set(form.nonce, form);
    const answer = await send(cms, form).catch((problem: unknown) => {
      if (problem instanceof TypeError) return null;
      throw problem;
    });
    if (!answer) return false;
    const before = acknowledged.get(form.nonce);
    if (before !== undefined) expect(answer.comment.number).toBe(before);
    acknowledged.set(form.nonce, answer.comment.number);
    return true;
  };

  const pressOn = async (cms: RunningCms, unanswered: Submission[]): Promise<void> => {
    while (await press(cms, unanswered.pop() ?? aForm(forms.size))) await pause(5);
  };

  const unansweredForms = (): Submission[] => [...forms.values()].filter(({ nonce }) => !acknowledged.has(nonce));

  it('keep every acknowledged comment, once, and send its emails', async () => {
    for (let round = 0; round < rounds; round++) {
      const both = await startBoth();
      const [before, unanswered] = [acknowledged.size, unansweredForms()];
      const pressing = both.flatMap((cms) => Array.from({ length: readers }, () => pressOn(cms, unanswered)));
      while (acknowledged.size < before + 5) await pause(5);
      await pause((round * 37) % 150);
      both.forEach((cms) => cms.kill('SIGKILL'));
      await Promise.all(pressing);
      await Promise.all(both.map((cms) => cms.stop()));
    }
    const last = await startBoth();
    const [one] = last;
    for (const form of unansweredForms()) expect(one && (await press(one, form))).toBe(true);
    const to = [...forms.values()].map(({ email }) => email ?? '');
    await mailbox.until(
      () => to.every((address) => mailbox.emailsTo(address).length > 0),
      'an email to every reader',
      120_000,
    );
    await Promise.all(last.map((cms) => cms.stop()));

    expect(forms.size).toBeGreaterThan(rounds * readers);
    for (const address of to) expect(new Set(mailbox.emailsTo(address).map(({ messageId }) => messageId)).size).toBe(1);
  }, 420_000);

  it('leave a database in which nothing is stored twice or in half', async () => {
    const here = await startCmsHere({ dataDir, databaseUrl });
    try {
      const db = here.strapi.db.connection;
      const rows = await db('comments').select<Record<string, unknown>[]>(
        'id',
        'nonce',
        'name',
        'text',
        'state',
        'mailbox_id',
      );
      expect(rows).toHaveLength(forms.size);
      const addresses = new Map(
        (await db('mailboxes').select<{ id: number; address: string }[]>('id', 'address')).map(({ id, address }) => [
          id,
          address,
        ]),
      );
      for (const { id, nonce, name, text, state, mailbox_id } of rows) {
        const form = forms.get(String(nonce));
        expect({ id, name, text, state, address: addresses.get(Number(mailbox_id)) }).toEqual({
          id: acknowledged.get(String(nonce)),
          name: form?.name,
          text: form?.text,
          state: 'waiting',
          address: form?.email,
        });
      }
      expect(addresses.size).toBe(forms.size);
      const waiting = await db('emails')
        .whereIn('kind', ['something-waiting', 'look-today'])
        .countDistinct<{ n: number | string }[]>({ n: 'about' });
      expect(Number(waiting[0]?.n)).toBe(forms.size);
      if (kind === 'sqlite') expect(await db.raw('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    } finally {
      await here.stop();
    }
  }, 120_000);
});

describe.each(['sqlite', 'postgres'] as const)(
  'one comment form that is sent fifty times to two CMS processes (%s)',
  (kind) => {
    it('becomes one comment', async () => {
      const postgres = kind === 'postgres' ? await startPostgres() : null;
      const databaseUrl = await postgres?.createDatabase();
      const dataDir = newDataDir(kind === 'sqlite' ? 'plain' : null);
      const two: RunningCms[] = [];
      try {
        for (let n = 0; n < 2; n++) two.push(await startCms({ dataDir, databaseUrl }));
        await publishPost(two[0] as RunningCms);
        const form = { ...aForm(1), nonce: aNonce() };
        const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => send(two[n % 2] as RunningCms, form)));
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
        expect(new Set(answers.map(({ comment }) => comment.number)).size).toBe(1);
        const admin = await AdminClient.signIn((two[1] as RunningCms).url, (two[1] as RunningCms).logins.counsellor);
        expect(await admin.get('/quiet-room/comments/counts')).toMatchObject({
          data: { lists: { waiting: 1, spam: 0 } },
        });
      } finally {
        await Promise.all(two.map((cms) => cms.stop()));
        await postgres?.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    }, 120_000);
  },
);
