import { pageResponse, practiceResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
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
