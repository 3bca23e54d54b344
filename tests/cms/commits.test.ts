import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { inUnitOfWork } from '../support/cms-parts.ts';
import { aComment, postAsWeb } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { collectLog } from '../support/log-lines.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let isSqlite: boolean;
/** What the CMS has written to its log. */
let lines: string[];

const secret = 'a marker that nobody may find in a log';
const raw = (statement: string) => cms.strapi.db.connection.raw(statement);
const countRows = async (table: string, where: object = {}) =>
  Number(((await cms.strapi.db.connection(table).where(where).count({ n: '*' }).first()) as { n: unknown }).n);
const send = (body: object) => postAsWeb(cms, '/api/posts/kindness/comments', body);

/** Lets every COMMIT fail whose transaction has written to `table`, and nothing before the COMMIT. */
const letCommitsFail = async (table: string, onPostgres = "raise exception 'refused'"): Promise<void> => {
  if (isSqlite) {
    await raw('create table refusals (id integer references upload_folders (id) deferrable initially deferred)');
    for (const event of ['insert', 'update'])
      await raw(
        `create trigger refuse_${event} after ${event} on ${table} begin insert into refusals values (-1); end`,
      );
    return;
  }
  await raw(`create function refuse() returns trigger as $$ begin ${onPostgres}; return null; end $$ language plpgsql`);
  await raw(
    `create constraint trigger refuse after insert or update on ${table} deferrable initially deferred ` +
      'for each row execute function refuse()',
  );
};

const letCommitsSucceed = async (table: string): Promise<void> => {
  if (isSqlite) for (const event of ['insert', 'update']) await raw(`drop trigger if exists refuse_${event}`);
  else await raw(`drop trigger if exists refuse on ${table}`);
  await raw(isSqlite ? 'drop table if exists refusals' : 'drop function if exists refuse');
};

beforeAll(async () => {
  cms = await startCmsHere();
  isSqlite = cms.strapi.db.dialect.client === 'sqlite';
  lines = collectLog(cms.strapi);
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('Be kind.') });
});
afterAll(() => cms.stop());
afterEach(async () => {
  for (const table of ['comments', 'posts']) await letCommitsSucceed(table);
});

/** The comment is refused with 503 and is nowhere; once COMMIT works, the same form is accepted, once. */
const expectRefusedThenAccepted = async (mend: () => Promise<unknown>): Promise<void> => {
  const form = aComment({ text: `${secret}.`, email: 'kim@example.org', notifyOnApproval: true });
  const [rows, emails] = [await countRows('comments'), (await storedEmails(cms.strapi)).length];
  const { status, body } = await send(form);
  expect({ status, body }).toMatchObject({ status: 503, body: { data: null, error: { name: 'StorageError' } } });
  expect([await countRows('comments'), (await storedEmails(cms.strapi)).length]).toEqual([rows, emails]);
  await mend();
  await send(form).expect(201);
  await send(form).expect(200);
  expect(await countRows('comments')).toBe(rows + 1);
};

describe('a comment whose COMMIT', () => {
  it('fails is refused, and writing works again without a restart', async () => {
    await letCommitsFail('comments');
    await expectRefusedThenAccepted(() => letCommitsSucceed('comments'));
  });

  it('ends the connection is refused, and writing works again without a restart', async () => {
    if (isSqlite) await letCommitsFail('comments');
    else await letCommitsFail('comments', 'perform pg_terminate_backend(pg_backend_pid())');
    await expectRefusedThenAccepted(() => letCommitsSucceed('comments'));
  });

  it('finds a full disk is refused, and every comment that was acknowledged is stored', async () => {
    // On PostgreSQL the same error as that of a full disk: tests cannot fill one.
    if (isSqlite) {
      const [{ page_count: pages } = { page_count: 0 }] = (await raw('pragma page_count')) as { page_count: number }[];
      await raw(`pragma max_page_count = ${pages + 20}`);
    } else await letCommitsFail('comments', "raise exception using errcode = '53100'");
    const before = await countRows('comments');
    let acknowledged = 0;
    let refused = 0;
    for (let n = 0; refused < 3 && n < 300; n += 1) {
      const { status } = await send(
        aComment({ text: `${n} words of ${'many letters and '.repeat(200)}`, name: `R ${n}` }),
      );
      if (status === 201) acknowledged += 1;
      else refused += 1;
      expect([201, 503]).toContain(status);
    }
    expect([refused, await countRows('comments')]).toEqual([3, before + acknowledged]);
    if (isSqlite) await raw('pragma max_page_count = 1073741823');
    else await letCommitsSucceed('comments');
    await send(aComment()).expect(201);
  });
});

describe('a post whose COMMIT fails', () => {
  it('is not called saved, tells no site, and can be saved afterwards', async () => {
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const path = '/content-manager/collection-types/api::post.post';
    const post = { title: 'Never lost', body: paragraphs('Words.') };
    const before = await countRows('posts');
    await letCommitsFail('posts');
    const failed = await counsellor.post(path).send(post);
    expect({ status: failed.status, body: failed.body as unknown }).toMatchObject({
      status: 503,
      body: { data: null },
    });
    expect(await countRows('posts')).toBe(before);
    await letCommitsSucceed('posts');
    expect((await counsellor.post(path).send(post)).status).toBeLessThan(300);
    expect(await countRows('posts')).toBe(before + 1);
  });

  it('runs nothing that waits for the commit', async () => {
    let ran = false;
    await letCommitsFail('comments');
    const failing = inUnitOfWork(cms.strapi, async (uow) => {
      const { trx, afterCommit } = uow as {
        trx: typeof cms.strapi.db.connection;
        afterCommit: (work: () => void) => void;
      };
      afterCommit(() => {
        ran = true;
      });
      await trx.raw("update comments set text = text || '!'");
    });
    await expect(failing).rejects.toThrow('COMMIT');
    expect(ran).toBe(false);
  });
});

describe('the log', () => {
  it('has the name and code of each failure, and never what was to be stored', async () => {
    expect(lines.join('\n')).toMatch(/StorageError \w+/);
    await raw(
      isSqlite ? 'alter table comments rename column text to texts' : 'alter table comments rename text to texts',
    );
    const { status } = await send(aComment({ text: `${secret}?` }));
    await raw(
      isSqlite ? 'alter table comments rename column texts to text' : 'alter table comments rename texts to text',
    );
    expect(status).toBe(500);
    expect(lines.join('\n')).not.toContain(secret);
    expect(lines.join('\n')).not.toContain('insert into');
    await request(cms.strapi.server.httpServer).get('/_health').expect(204);
  });
});

describe('what follows a commit', () => {
  it('runs to its end whatever of it fails, and neither undoes the change nor says what was in it', async () => {
    let hasRun = false;
    await cms.strapi.db.transaction(async ({ onCommit }: { onCommit: (work: () => unknown) => void }) => {
      onCommit(() => {
        throw new Error(secret);
      });
      onCommit(() => Promise.reject(new Error(secret)));
      onCommit(() => (hasRun = true));
    });
    expect(hasRun).toBe(true);
    const logged = () => lines.filter((line) => line.includes('Something that follows a change failed.'));
    await expect.poll(logged).toHaveLength(2);
    expect(lines.join('\n')).not.toContain(secret);
  });
});
