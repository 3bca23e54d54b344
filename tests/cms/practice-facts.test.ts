import { pageResponse, practiceResponse } from 'shared';
import { renewals } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;

beforeAll(async () => {
  cms = await startCmsHere();
});
afterAll(() => cms.stop());

/** Saves a part of the practice; returns the practice as readers get it. */
const change = async (data: Record<string, unknown>) => {
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, data);
  return practiceResponse.strict().parse((await cms.asWeb('/api/practice').expect(200)).body).data;
};

describe('the fees', () => {
  it('are stored in pounds and served in pence, in their order', async () => {
    const fees = [
      { label: 'A session', amount: 55.5, concession: 30, note: 'Four places.' },
      { label: 'First call', amount: 0 },
    ];
    expect((await change({ fees, feesCancellation: 'Two days.', feesPayment: null })).fees).toEqual({
      lines: [
        { label: 'A session', pence: 5550, concessionPence: 3000, note: 'Four places.' },
        { label: 'First call', pence: 0, concessionPence: null, note: null },
      ],
      cancellation: 'Two days.',
      payment: null,
    });
  });

  it('are refused with a sentence where one has no name or no amount', async () => {
    await expect(change({ fees: [{ label: ' ', amount: 5 }] })).rejects.toThrow(/filled in/);
    await expect(change({ fees: [{ label: 'A session', amount: null }] })).rejects.toThrow(/in pounds/);
    await expect(change({ fees: [{ label: 'A session', amount: 5, concession: 6 }] })).rejects.toThrow(
      /more than the fee/,
    );
  });

  it('are on the pages that she chose, and on a page “fees” from before there was a choice', async () => {
    const pages = documentsOf(cms.strapi, 'api::page.page');
    const shows = async (slug: string) =>
      pageResponse.strict().parse((await cms.asWeb(`/api/pages/${slug}`).expect(200)).body).data.showsFees;
    const body = paragraphs('Money.');
    await pages.createPublished({ title: 'Prices', slug: 'prices', body, showsFees: true });
    await pages.createPublished({ title: 'Fees', slug: 'fees', body, showsFees: false });
    expect([await shows('prices'), await shows('fees')]).toEqual([true, false]);
    await cms.strapi.db.query('api::page.page').updateMany({ where: { slug: 'fees' }, data: { showsFees: null } });
    expect(await shows('fees')).toBe(true);
  });
});

describe('the credentials', () => {
  const dayMs = 86_400_000;
  const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  const { remindOfRenewals } = cmsPart<{ remindOfRenewals: (strapi: unknown, now: Date) => Promise<number> }>(
    'api/credential/remind-of-renewals.js',
  );
  const { readMembershipWords } = cmsPart<{ readMembershipWords: (strapi: unknown, now: Date) => Promise<unknown> }>(
    'api/practice/read-credentials.js',
  );
  const membership = {
    kind: 'membership',
    title: 'Registered member MBACP',
    body: 'BACP',
    number: '000000',
    url: 'https://register.example/1',
    renewsOn: inDays(40),
    checked: inDays(-30),
  };

  it('are served with all that can be checked, and not with a check of what has changed since', async () => {
    const { credentials } = await change({ credentials: [membership] });
    expect(credentials).toEqual([{ ...membership, checked: null }]);
    const checked = await change({ credentials: [{ ...membership, checked: inDays(0) }] });
    expect(checked.credentials).toEqual([{ ...membership, checked: inDays(0) }]);
    const renewed = { ...membership, renewsOn: inDays(41), checked: inDays(0) };
    expect((await change({ credentials: [renewed] })).credentials).toEqual([renewed]);
  });

  it('are refused with a sentence where one can’t be shown', async () => {
    await expect(change({ credentials: [{ ...membership, url: 'register.example' }] })).rejects.toThrow(/https/);
    await expect(change({ credentials: [{ ...membership, title: '\u200b' }] })).rejects.toThrow(/filled in/);
    await expect(change({ credentials: [{ ...membership, checked: inDays(2) }] })).rejects.toThrow(/in the future/);
  });

  it('are reminded of 30 and 7 days before their end, and when they have left the site, once each', async () => {
    await change({ credentials: [membership, { ...membership, kind: 'qualification', title: 'MA', renewsOn: null }] });
    const queued = (days: number) => remindOfRenewals(cms.strapi, new Date(Date.now() + days * dayMs));
    const counts: number[] = [];
    for (const days of [9, 10, 11, 32, 33, 34, 40, 41, 42, 60]) counts.push(await queued(days));
    expect(counts).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0, 0]);
    const emails = await storedEmails(cms.strapi, { kind: 'renewal-due' });
    expect(emails.map(({ subject }) => subject)).toEqual([
      'Something has to be renewed',
      'Something has to be renewed',
      'Something has left your site',
    ]);
    expect(emails[0]?.text).toContain('Registered member MBACP');
  });

  it('are on certificates as long as they are current', async () => {
    const words = (days: number) => readMembershipWords(cms.strapi, new Date(Date.now() + days * dayMs));
    expect(await words(39)).toBe('Registered member MBACP, BACP, no. 000000');
    expect(await words(42)).toBeNull();
  });

  it('are on the dashboard of the counsellor alone when they need something', async () => {
    await change({ credentials: [membership, { ...membership, title: 'Old', renewsOn: inDays(-3) }] });
    const counsellor = await signIn(cms, cms.logins.counsellor);
    expect(await dataOf(renewals, counsellor.get('/quiet-room/credentials/renewals'))).toEqual({
      count: 2,
      due: [{ title: 'Old', renewsOn: inDays(-3), state: 'lapsed' }],
    });
    const webTeam = await signIn(cms, cms.logins.webTeam);
    await webTeam.get('/quiet-room/credentials/renewals').expect(403);
  });

  it('take over the accreditation that a practice had in one text, which can’t come back', async () => {
    const { moveAccreditation } = cmsPart<{ moveAccreditation: (strapi: unknown) => Promise<boolean> }>(
      'api/practice/move-accreditation.js',
    );
    await change({ credentials: [] });
    const old = { accreditation: 'Registered member MBACP, no. 1', accreditationUrl: 'https://register.example/1' };
    await cms.strapi.db.query('api::practice.practice').updateMany({ where: {}, data: old });
    expect(await moveAccreditation(cms.strapi)).toBe(true);
    expect(await moveAccreditation(cms.strapi)).toBe(false);
    const moved = { ...membership, title: old.accreditation, body: null, number: null, renewsOn: null, checked: null };
    expect((await change({ town: 'Leeds' })).credentials).toEqual([moved]);
    expect((await change({ credentials: [] })).credentials).toEqual([]);
    expect(await moveAccreditation(cms.strapi)).toBe(false);
  });
});

describe('who is behind the site, and where', () => {
  it('shows the street only if the counsellor says so, on the site and in emails about workshops', async () => {
    const { practiceOfWorkshops } = cmsPart<{
      practiceOfWorkshops: (strapi: unknown) => Promise<{ address: unknown }>;
    }>('api/practice/read-practice.js');
    const shown = async (showsLocation: string | null) => {
      const { address, area, town } = await change({ showsLocation });
      return [address, area, town, (await practiceOfWorkshops(cms.strapi)).address];
    };
    await change({ address: '3 Candlemaker’s Yard', area: 'Headingley', town: 'Leeds' });
    expect(await shown(null)).toEqual([null, null, 'Leeds', null]);
    expect(await shown('Only the town')).toEqual([null, null, 'Leeds', null]);
    expect(await shown('The part of town')).toEqual([null, 'Headingley', 'Leeds', null]);
    const street = '3 Candlemaker’s Yard';
    expect(await shown('The full address')).toEqual([street, 'Headingley', 'Leeds', street]);
  });

  it('is served as it is entered, and a web address that leads nowhere is refused', async () => {
    const { legal } = await change({ legalName: 'Nora Ashby', complaints: 'Tell me first.', complaintsUrl: '' });
    expect(legal).toEqual({ name: 'Nora Ashby', address: null, complaints: 'Tell me first.', complaintsUrl: null });
    await expect(change({ complaintsUrl: 'bacp.co.uk' })).rejects.toThrow(/https/);
  });
});

describe('the room, online sessions and questions', () => {
  it('are served as they are entered, and questions without an answer are refused', async () => {
    const questions = [{ question: 'How long?', answer: 'As long as it helps.' }];
    const said = await change({
      worksWith: 'Adults.',
      room: { stepFree: 'Not step-free', access: 'Fourteen steps.' },
      online: { platform: 'A link.' },
      questions,
    });
    expect(said).toMatchObject({
      worksWith: 'Adults.',
      room: { stepFree: 'no', access: 'Fourteen steps.', parking: null },
      online: { platform: 'A link.', ifItDrops: null },
      questions,
    });
    await expect(change({ questions: [{ question: 'How long?', answer: ' ' }] })).rejects.toThrow(/filled in/);
    expect(await change({ room: null, online: null, questions: [] })).toMatchObject({
      room: { stepFree: null, access: null },
      online: { platform: null },
      questions: [],
    });
  });
});
