import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { aComment, postAsWeb } from '../support/comments.ts';
import { collectLog } from '../support/log-lines.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

const marker = 'words-that-nobody-may-find-in-a-log';

let cms: CmsHere;
let lines: string[];
const raw = (statement: string) => cms.strapi.db.connection.raw(statement);
const isPostgres = () => cms.strapi.db.dialect.client === 'postgres';

/** Lets every insert into a table fail, on PostgreSQL with an error that repeats the row. */
const refuseInserts = async (table: string): Promise<void> => {
  await raw(
    isPostgres()
      ? `create trigger refuse_it before insert on ${table} for each row execute function refuse_row()`
      : `create trigger refuse_it before insert on ${table} begin select raise(abort, 'refused: ${marker}'); end`,
  );
};
const allowInserts = (table: string) => raw(`drop trigger refuse_it${isPostgres() ? ` on ${table}` : ''}`);

beforeAll(async () => {
  cms = await startCmsHere();
  lines = collectLog(cms.strapi);
  if (isPostgres())
    await raw(
      `create function refuse_row() returns trigger as $$
       begin raise exception 'refused: % ${marker}', new using detail = '${marker}'; end $$ language plpgsql`,
    );
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());

/** A row with the marker in every column that takes text. */
const rowOf = (columns: readonly { name: string; type: string }[]): Record<string, string> =>
  Object.fromEntries(
    columns.filter(({ type }) => type === 'string' || type === 'text').map(({ name }) => [name, marker]),
  );

describe('a failing statement', () => {
  it('of any table is logged without the values, by whichever way the error comes to the log', async () => {
    const { tables } = cms.strapi.db.schema.schema;
    expect(tables.length).toBeGreaterThan(40);
    for (const { name, columns } of tables) {
      await refuseInserts(name);
      const error: unknown = await cms.strapi.db
        .getConnection(name)
        .insert(rowOf(columns))
        .then(
          () => null,
          (problem: unknown) => problem,
        );
      await allowInserts(name);
      expect(error, name).toBeInstanceOf(Error);
      const { log } = cms.strapi;
      log.error('A job failed.', error);
      log.warn('Something failed %s', error);
      log.error(new Error(`It failed: ${marker}`, { cause: error }));
      log.error(error as Error);
    }
    expect(lines.length).toBeGreaterThanOrEqual(4 * tables.length);
    expect(lines.filter((line) => line.includes(marker))).toEqual([]);
    expect(lines.at(-1)).toMatch(/"error":"\w+ [\w]+/);
  });

  it('of a request is logged with its request id and route, which the site’s log has, too', async () => {
    lines.length = 0;
    await refuseInserts('comments');
    const response = await postAsWeb(cms, '/api/posts/kindness/comments', aComment({ text: `${marker} twice` })).set(
      'x-request-id',
      'request-of-the-site',
    );
    await allowInserts('comments');
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(response.text).not.toContain(marker);
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parsed.length).toBeGreaterThanOrEqual(2);
    for (const line of parsed) expect(line).toMatchObject({ process: 'cms', requestId: 'request-of-the-site' });
    expect(parsed.at(-1)).toMatchObject({ message: 'POST /api/posts/:slug/comments', status: response.status });
    expect(lines.join('\n')).not.toContain(marker);
  });

  it('that a library prints with console is logged without its message', () => {
    lines.length = 0;
    const { sendConsoleToLog } = cmsPart<{ sendConsoleToLog: (log: object) => () => void }>('log/console-to-log.js');
    const undo = sendConsoleToLog(cms.strapi.log);
    const { error, warn, log } = console;
    try {
      error(new TypeError(marker));
      error(`insert into comments values ('${marker}')`);
      warn(marker, new Error(marker));
      log(marker);
    } finally {
      undo();
    }
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('"error":"TypeError');
    expect(lines.join('\n')).not.toContain(marker);
  });

  it('is not what Node warns about: deprecations are left out, and the rest is a warning', async () => {
    lines.length = 0;
    const { sendConsoleToLog } = cmsPart<{ sendConsoleToLog: (log: object) => () => void }>('log/console-to-log.js');
    const undo = sendConsoleToLog(cms.strapi.log);
    try {
      process.emitWarning(`client.query() is deprecated ${marker}`, 'DeprecationWarning');
      process.emitWarning(`11 listeners ${marker}`, 'MaxListenersExceededWarning');
      await setImmediate();
    } finally {
      undo();
    }
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'warn', message: 'Node warns.' }),
    ]);
    expect(lines.join('\n')).not.toContain(marker);
  });
});
