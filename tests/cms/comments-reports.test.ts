import { reportResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce, insertComments, postAsWeb, rowOf } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let postId = '';
const aReport = (over: object = {}) => ({ reason: 'unkind-or-harmful', text: '', nonce: aNonce(), ...over });
const report = (number: number, over: object = {}) => postAsWeb(cms, `/api/comments/${number}/reports`, aReport(over));
const aThread = async (): Promise<number> => (await insertComments(cms, postId, [{}]))[0] ?? 0;

beforeAll(async () => {
  cms = await startCmsHere();
  ({ documentId: postId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
    title: 'Kindness',
    body: paragraphs('x'),
  }));
});
afterAll(() => cms.stop());

describe('POST /api/comments/:number/reports', () => {
  it('hides no comment for the number of its reports', async () => {
    const number = await aThread();
    for (let n = 0; n < 12; n += 1)
      expect(reportResponse.parse((await report(number).expect(201)).body).data).toEqual({ hidden: false });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ open_reports: 12 });
    await cms.asWeb(`/api/comments/${number}`).expect(200);
  });

  it('counts a form once, however often and in parallel it is sent', async () => {
    const number = await aThread();
    const nonce = aNonce();
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(number, { nonce })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ open_reports: 1 });
    // A form that was changed and sent again is a second report: neither of them is lost.
    await report(number, { nonce, text: 'I forgot to say that this is my sister.' }).expect(201);
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ open_reports: 2 });
  });

  it('hides a comment that identifies or threatens somebody until the counsellor has looked, and never again once they restored it', async () => {
    const number = await aThread();
    const sent = { reason: 'identifies-or-threatens', text: 'That is my street.', nonce: aNonce() };
    expect((await report(number, sent).expect(201)).body.data).toEqual({ hidden: true });
    expect((await report(number, sent).expect(200)).body.data).toEqual({ hidden: true });
    await cms.asWeb(`/api/comments/${number}`).expect(404);
    expect((await cms.asWeb('/api/posts/kindness/comments')).text).not.toContain(`"number":${number},`);
    // What somebody was writing meanwhile is not lost.
    expect((await report(number, { reason: 'worried-about-writer' }).expect(201)).body.data).toEqual({ hidden: true });
    await cms.strapi.db.connection('comments').where({ id: number }).update({ hidden: false, restored: true });
    expect((await report(number, { ...sent, nonce: aNonce() }).expect(201)).body.data).toEqual({ hidden: false });
    expect(await rowOf(cms, 'reports', { nonce: sent.nonce })).toMatchObject({
      comment_id: number,
      text: 'That is my street.',
      settled_at: null,
    });
  });

  it('is 404 for a comment that readers can’t see, and 400 without a reason', async () => {
    const [waiting = 0] = await insertComments(cms, postId, [{ state: 'waiting' }]);
    await report(waiting).expect(404);
    await report(2_000_000_000).expect(404);
    const { body } = await report(waiting, { reason: 'because' }).expect(400);
    expect(body.error.details.issues).toEqual([{ path: ['reason'], code: 'missing' }]);
  });
});
