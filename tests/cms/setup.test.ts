import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { helpLines, practiceResponse } from 'shared';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { documentsOf } from '../support/written.ts';

const tables = [
  'admin::api-token',
  'admin::api-token-permission',
  'admin::permission',
  'admin::role',
  'admin::user',
  'api::practice.practice',
  'help.line',
  'plugin::upload.file',
  'api::post.post',
];

/** Of knex: what gives connections out. */
interface Client {
  pool: { acquireTimeoutMillis: number; max: number };
  /** Of PostgreSQL: what new connections are made with. */
  connectionSettings: { statement_timeout: number };
  acquireConnection: () => Promise<unknown>;
  releaseConnection: (connection: unknown) => Promise<void>;
}

interface Token {
  encryptedKey: string | null;
  permissions: { action: string }[];
}

describe('a new installation', () => {
  let cms: CmsHere;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-new-'));
  // In a folder of its own, where nothing was prepared.
  beforeAll(async () => {
    cms = await startCmsHere({ dataDir });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const startAgain = (): Promise<void> =>
    (cms.strapi.app as { bootstrap: (app: { strapi: CmsHere['strapi'] }) => Promise<void> }).bootstrap({
      strapi: cms.strapi,
    });
  const startPatiently = (strapi: unknown): Promise<() => Promise<void>> =>
    cmsPart<{ startPatiently: (strapi: unknown) => Promise<() => Promise<void>> }>(
      'database/patient-start.js',
    ).startPatiently(strapi);
  const counts = (): Promise<number[]> => Promise.all(tables.map((uid) => cms.strapi.db.query(uid).count()));

  it('changes nothing when it starts a second time', async () => {
    const before = await counts();
    const passwords = await cms.strapi.db
      .query('admin::user')
      .findMany({ select: ['email', 'password'], orderBy: 'id' });
    await startAgain();
    expect(await counts()).toEqual(before);
    expect(await cms.strapi.db.query('admin::user').findMany({ select: ['email', 'password'], orderBy: 'id' })).toEqual(
      passwords,
    );
  });

  it('has one token, with the rights to read and to hand on what readers send, and no others, that nobody can look up', async () => {
    const tokens = (await cms.strapi.db.query('admin::api-token').findMany({ populate: ['permissions'] })) as Token[];
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.encryptedKey).toBeNull();
    expect(tokens[0]?.permissions.map(({ action }) => action).sort()).toEqual([
      'api::cache-tag.cache-tag.find',
      'api::call.call.book',
      'api::call.call.calendar',
      'api::call.call.cancel',
      'api::call.call.feed',
      'api::call.call.findCallPage',
      'api::call.call.look',
      'api::call.call.move',
      'api::comment.comment.change',
      'api::comment.comment.decideByLink',
      'api::comment.comment.deleteOwn',
      'api::comment.comment.findLatest',
      'api::comment.comment.findThreads',
      'api::comment.comment.locate',
      'api::comment.comment.removeName',
      'api::comment.comment.renewLink',
      'api::comment.comment.report',
      'api::comment.comment.submit',
      'api::comment.comment.viewByDecisionLink',
      'api::comment.comment.viewPrivate',
      'api::comment.comment.writeBack',
      'api::email.mailbox.confirm',
      'api::email.mailbox.disown',
      'api::email.mailbox.look',
      'api::email.mailbox.resubscribe',
      'api::email.mailbox.unsubscribe',
      'api::enquiry.enquiry.add',
      'api::enquiry.enquiry.findContactPage',
      'api::enquiry.enquiry.look',
      'api::enquiry.enquiry.submit',
      'api::enquiry.enquiry.withdraw',
      'api::post.blog.findPage',
      'api::post.blog.findPost',
      'api::post.blog.findPosts',
      'api::post.blog.findRedirect',
      'api::post.blog.findSitemap',
      'api::post.blog.findTopics',
      'api::practice.practice.find',
      'api::workshop.registration.accept',
      'api::workshop.registration.calendar',
      'api::workshop.registration.cancel',
      'api::workshop.registration.certificate',
      'api::workshop.registration.change',
      'api::workshop.registration.confirm',
      'api::workshop.registration.create',
      'api::workshop.registration.decline',
      'api::workshop.registration.disown',
      'api::workshop.registration.look',
      'api::workshop.workshop.compareCertificate',
      'api::workshop.workshop.find',
      'api::workshop.workshop.findCalendar',
      'api::workshop.workshop.findCalendarOfAll',
      'api::workshop.workshop.findCertificate',
      'api::workshop.workshop.findOne',
    ]);
  });

  it('has the three roles and none of Strapi’s own', async () => {
    const roles = (await cms.strapi.db.query('admin::role').findMany({ orderBy: 'code' })) as {
      code: string;
      description: string;
    }[];
    expect(roles.map(({ code }) => code)).toEqual(['counsellor', 'strapi-super-admin', 'web-team']);
    expect(roles[1]?.description).toMatch(/only for emergencies/i);
  });

  it('has its settings filled in, and emptying them takes them back to that', async () => {
    const usual = {
      comments: { moderated: 'all', mail: 'discreet', readersMayReply: true, keepNotesDays: 180, mailTo: null },
      workshops: { shown: true, keepDays: 90, howToPay: null },
    };
    const practice = documentsOf(cms.strapi, 'api::practice.practice');
    const stored = async (): Promise<{ documentId: string }> =>
      (await cms.strapi.db
        .query('api::practice.practice')
        .findOne({ populate: { comments: true, workshops: true } })) as { documentId: string };
    expect(await stored()).toMatchObject(usual);
    const { documentId } = await stored();
    await practice.update(documentId, { comments: { keepNotesDays: 7 }, workshops: { shown: false } });
    await practice.update(documentId, { comments: null, workshops: null });
    expect(await stored()).toMatchObject(usual);
  });

  it('keeps the first passwords where only the owner can read them', () => {
    const mode = statSync(path.join(cms.dataDir, 'logins.txt')).mode & 0o777;
    expect(mode).toBe(0o600);
    const passwords = Object.values(cms.logins).map(({ password }) => password);
    expect(new Set(passwords).size).toBe(3);
  });

  it('lets nobody make himself the first administrator', async () => {
    const stranger = { email: 'stranger@example.org', password: 'Stranger1!', firstname: 'S' };
    const answer = await request(cms.strapi.server.httpServer).post('/admin/register-admin').send(stranger);
    expect(answer.status).toBe(403);
  });

  it('shows a practice with the help lines at once', async () => {
    const answer = await cms.asWeb('/api/practice');
    expect(answer.status).toBe(200);
    expect(practiceResponse.parse(answer.body).data.helpLines.map(({ name }) => name)).toEqual(
      helpLines.map(({ name }) => name),
    );
  });

  it('makes an account again for a role that nobody holds, and adds its password below the others', async () => {
    const email = cms.logins.webTeam.email;
    const before = cms.logins;
    const account = await cms.strapi.db.query('admin::user').findOne({ where: { email } });
    await cms.strapi.db.query('admin::user').delete({ where: { id: account.id } });
    await startAgain();
    expect(await cms.strapi.db.query('admin::user').count({ where: { email } })).toBe(1);
    expect(cms.logins.counsellor).toEqual(before.counsellor);
  });

  if (process.env.TEST_DATABASE === 'postgres')
    it('lets a statement take as long as an upgrade needs while it starts, and no longer than usual afterwards', async () => {
      const { connection } = cms.strapi.db;
      const { connectionSettings } = connection.client as Client;
      const usual = connectionSettings.statement_timeout;
      // Two at once, so that connections of before and new ones are asked.
      const takeLonger = (): Promise<string[]> =>
        Promise.all(
          [1, 2].map(() =>
            connection.raw('select pg_sleep(0.4)').then(
              () => 'done',
              ({ code }: { code: string }) => code,
            ),
          ),
        );
      connectionSettings.statement_timeout = 100;
      try {
        const endStart = await startPatiently(cms.strapi);
        expect(await takeLonger()).toEqual(['done', 'done']);
        await endStart();
        expect(await takeLonger()).toEqual(['57014', '57014']);
      } finally {
        connectionSettings.statement_timeout = usual;
      }
    });

  it('waits for a connection while it starts, however busy the machine is, and no longer than usual afterwards', async () => {
    const { connection } = cms.strapi.db;
    const { pool, acquireConnection, releaseConnection } = connection.client as Client;
    const whileAllAreTaken = async (): Promise<string> => {
      const taken = await Promise.all(
        Array.from({ length: pool.max }, () => acquireConnection.call(connection.client)),
      );
      const asked = connection.raw('select 1').then(
        () => 'answered',
        () => 'given up',
      );
      await pause(300);
      for (const one of taken) await releaseConnection.call(connection.client, one);
      return asked;
    };
    const usual = pool.acquireTimeoutMillis;
    pool.acquireTimeoutMillis = 100;
    try {
      const endStart = await startPatiently(cms.strapi);
      expect(await whileAllAreTaken()).toBe('answered');
      await endStart();
      expect(await whileAllAreTaken()).toBe('given up');
    } finally {
      pool.acquireTimeoutMillis = usual;
    }
  });
});
