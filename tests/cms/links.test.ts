import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCall, book, freeStart, setRules } from '../support/call-bookings.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { selectFrom } from '../support/cms-parts.ts';
import { decisionToken, mailboxToken, postAsWeb, sendComment } from '../support/comments.ts';
import { newDataDir } from '../support/prepared.ts';
import { aRegistration, confirmTokenFor, publishWorkshop, registrationActions } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let workshop: { slug: string };
let past: { slug: string };
const beforeIt = new Date('2026-01-05T12:00:00.000Z');

/** A link, a code or a number, and the row that it belongs to. */
interface Made {
  link: string;
  table: 'calls' | 'comments' | 'registrations' | 'mailboxes';
  id: number;
}

/** One purpose of `link-keys.ts`: how one is made, and the status of what it opens. */
interface Kind {
  make: () => Promise<Made>;
  open: (link: string) => Promise<number>;
  /** Ends the links that were given out before. */
  renew?: (made: Made) => Promise<unknown>;
}

const post = async (place: string, body: object): Promise<number> => (await postAsWeb(cms, place, body)).status;
const rows = () => selectFrom(cms.strapi);
let readers = 0;
/** Rows are deleted here without their times. */
let places = 0;
const aReader = () => ({ email: `reader-${(readers += 1)}@example.org`, notifyOnReply: true });
const mailboxOf = async (comment: number): Promise<number> =>
  Number((await rows()(`select mailbox_id from comments where id = ${comment}`))[0]?.mailbox_id);
const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

const register = async () => {
  const sent = aRegistration();
  const receipt = await registrationActions(cms.strapi).register(workshop.slug, sent, new Date());
  const confirmation = (await confirmTokenFor(cms, sent.email)) ?? '';
  return { ...receipt, confirmation };
};

const certificate = async (): Promise<{ id: number; number: string }> => {
  const actions = registrationActions(cms.strapi);
  const sent = aRegistration();
  const { number: id } = await actions.register(past.slug, sent, beforeIt);
  const { token } = await actions.confirm((await confirmTokenFor(cms, sent.email)) ?? '', beforeIt);
  await cms.strapi.db.connection('registrations').where({ id }).update({ attended: true });
  const { body } = await postAsWeb(cms, '/api/private-registrations/certificate', { token }).expect(200);
  return { id, number: (body as { data: { number: string } }).data.number };
};

const kinds: Readonly<Record<string, Kind>> = {
  'private link': {
    make: async () => {
      const { number: id, token: link } = await sendComment(cms, 'kindness');
      return { link, table: 'comments', id };
    },
    open: (token) => post('/api/private-comments/look', { token }),
    renew: ({ link: token }) => post('/api/private-comments/renew-link', { token }),
  },
  'private code': {
    make: async () => {
      const { number: id, code } = await sendComment(cms, 'kindness');
      return { link: `${id} ${code}`, table: 'comments', id };
    },
    open: (link) => {
      const [number, code] = link.split(' ');
      return post('/api/private-comments/look', { number: Number(number), code, network: null });
    },
    renew: ({ id }) => cms.strapi.db.connection('comments').where({ id }).increment('link_version', 1),
  },
  'mailbox link, to confirm': {
    make: async () => {
      const { number: id } = await sendComment(cms, 'kindness', aReader());
      return { link: await mailboxToken(rows(), 'confirm', id), table: 'comments', id };
    },
    open: (token) => post('/api/mailboxes/confirm', { token }),
  },
  'mailbox link, to unsubscribe': {
    make: async () => {
      const { number } = await sendComment(cms, 'kindness', aReader());
      const link = await mailboxToken(rows(), 'unsubscribe', number);
      return { link, table: 'mailboxes', id: await mailboxOf(number) };
    },
    open: (token) => post('/api/mailboxes/unsubscribe', { token, all: false }),
  },
  'decision link': {
    make: async () => {
      const { number: id } = await sendComment(cms, 'kindness');
      return { link: await decisionToken(rows(), id, 1, inAnHour()), table: 'comments', id };
    },
    open: (token) => post('/api/decision-links/look', { token }),
  },
  'place link': {
    make: async () => {
      const { number: id, token: link } = await register();
      return { link, table: 'registrations', id };
    },
    open: (token) => post('/api/private-registrations/look', { token }),
    renew: async ({ id }) => {
      const [row] = await rows()(`select email from registrations where id = ${id}`);
      const token = await confirmTokenFor(cms, String(row?.email));
      return post('/api/private-registrations/confirm', { token });
    },
  },
  'place confirmation': {
    make: async () => {
      const { number: id, confirmation: link } = await register();
      return { link, table: 'registrations', id };
    },
    open: (token) => post('/api/private-registrations/confirm', { token }),
  },
  'call link': {
    make: async () => {
      const { number: id, token: link } = await book(cms, aCall(await freeStart(cms, (places += 4))));
      return { link, table: 'calls', id };
    },
    open: (token) => post('/api/private-calls/look', { token }),
    renew: ({ id }) => cms.strapi.db.connection('calls').where({ id }).increment('link_version', 1),
  },
  'certificate number': {
    make: async () => {
      const { id, number: link } = await certificate();
      return { link, table: 'registrations', id };
    },
    open: async (number) => (await cms.asWeb(`/api/certificates/${number}`)).status,
  },
};

const setUp = async (): Promise<void> => {
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
  await setRules(cms);
  const sessions = [{ day: '2026-02-07', starts: '10:00:00.000', ends: '12:30:00.000' }];
  workshop = await publishWorkshop(cms, { title: 'Links', capacity: 200 });
  past = await publishWorkshop(cms, { title: 'Over', capacity: 200, sessions });
};

/** Gives a new row the number that an earlier one had. */
const giveNumber = async (table: Made['table'], from: number, to: number): Promise<void> => {
  await cms.strapi.db.connection(table).where({ id: from }).update({ id: to });
  if (table === 'mailboxes')
    await cms.strapi.db.connection('comments').where({ mailbox_id: from }).update({ mailbox_id: to });
};

/** Deletes what a link belongs to, and gives its number to something new. */
const reuseNumber = async (kind: Kind, { table, id }: Made): Promise<void> => {
  await cms.strapi.db.connection(table).where({ id }).delete();
  if (table === 'registrations') await cms.strapi.db.connection('certificates').delete();
  await giveNumber(table, (await kind.make()).id, id);
};

/** The same kind of link with one character of its last part changed. */
const spoilt = (link: string): string => link.replace(/.$/, (last) => (last === '1' ? '2' : '1'));

describe.each(Object.entries(kinds))('a %s', (name, kind) => {
  beforeAll(async () => {
    if (cms) return;
    cms = await startCmsHere();
    await setUp();
  });

  it('opens what it was made for, and nothing when it was changed', async () => {
    const { link } = await kind.make();
    expect(await kind.open(link)).toBe(200);
    expect(await kind.open(spoilt(link))).not.toBe(200);
  });

  it('opens nothing new that was given the same number', async () => {
    const made = await kind.make();
    await reuseNumber(kind, made);
    expect(await kind.open(made.link)).toBe(404);
  });

  it('opens no other row', async () => {
    const [one, other] = [await kind.make(), await kind.make()];
    await cms.strapi.db.connection(one.table).where({ id: one.id }).delete();
    if (one.table === 'registrations') await cms.strapi.db.connection('certificates').delete();
    expect(await kind.open(one.link)).toBe(404);
    expect(await kind.open(one.link.replace(String(one.id), String(other.id)))).toBe(404);
  });

  it('is of no use for anything else', async () => {
    const { link } = await kind.make();
    for (const [otherName, other] of Object.entries(kinds)) {
      if (otherName !== name) expect(await other.open(link), otherName).not.toBe(200);
    }
  });
});

describe('a renewed link', () => {
  it.each(Object.entries(kinds).filter(([, { renew }]) => renew))('ends the earlier %s', async (_, kind) => {
    const made = await kind.make();
    await kind.renew?.(made);
    expect(await kind.open(made.link)).toBe(404);
  });
});
afterAll(() => cms.stop());

/** Of SQLite, whose backup is a file; numbers are given again on both databases above. */
const afterRestoring = (): void => {
  let dataDir: string;
  const files = () =>
    ['quiet-room.db', 'quiet-room.db-wal', 'quiet-room.db-shm'].map((file) => path.join(dataDir, file));

  it('links from before the backup open what they did, and later ones open nothing of anybody else', async () => {
    await cms.stop();
    dataDir = newDataDir('plain');
    cms = await startCmsHere({ dataDir });
    await setUp();
    const makeAll = async () => {
      const made: [string, Made][] = [];
      for (const [name, kind] of Object.entries(kinds)) made.push([name, await kind.make()]);
      return made;
    };
    const kept = await makeAll();
    await cms.strapi.db.connection.raw('pragma wal_checkpoint(TRUNCATE)');
    const [database = ''] = files();
    copyFileSync(database, `${database}.backup`);
    const lost = await makeAll();
    await cms.stop();

    for (const file of files()) rmSync(file, { force: true });
    copyFileSync(`${database}.backup`, database);
    cms = await startCmsHere({ dataDir });
    for (const [name, { table, id }] of lost) {
      const { id: later } = (await kinds[name]?.make()) ?? { id: 0 };
      // A mailbox gets the next number by itself.
      if (table === 'mailboxes') expect((await rows()(`select id from mailboxes where id = ${id}`)).length).toBe(1);
      else await giveNumber(table, later, id);
    }
    for (const [name, { link }] of kept) expect([name, await kinds[name]?.open(link)]).toEqual([name, 200]);
    for (const [name, { link }] of lost) expect([name, await kinds[name]?.open(link)]).toEqual([name, 404]);
    rmSync(dataDir, { recursive: true, force: true });
  });
};
if (process.env.TEST_DATABASE !== 'postgres') describe('after a backup was restored', afterRestoring);
