import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aComment, aNonce, approveByService, postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { collectLog } from '../support/log-lines.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let said: string[] = [];
const email = 'quinn.verysecret@example.org';
const words = 'Words that nobody else should ever find in a log.';

/** Every key in an answer, however deep. */
const keysIn = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysIn)];

beforeAll(async () => {
  process.env.TEST_LOG_LEVEL = 'debug';
  cms = await startCmsHere();
  said = collectLog(cms.strapi);
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(async () => {
  await cms.stop();
  delete process.env.TEST_LOG_LEVEL;
});

describe('personal data of a reader', () => {
  it('is in no response but their own, and there only what they gave', async () => {
    const sent = await sendComment(cms, 'kindness', { email, text: words, notifyOnApproval: true, name: 'Quinn' });
    await approveByService(cms, sent.number);
    const reply = await sendComment(cms, 'kindness', { parent: sent.number });
    await approveByService(cms, reply.number);
    const publicKeys = ['number', 'at', 'by', 'kind', 'name', 'text', 'removed', 'answers'];
    const about = [
      'data',
      'meta',
      'pagination',
      'page',
      'pageSize',
      'pageCount',
      'total',
      'count',
      'openness',
      'open',
      'readersMayReply',
      'changesAt',
      'replies',
    ];
    const place = ['post', 'slug', 'title', 'comment', 'mayBeAnswered'];
    for (const path of [
      '/api/posts/kindness/comments',
      '/api/posts/kindness/latest-comments',
      `/api/comments/${sent.number}`,
    ]) {
      const answer = await cms.asWeb(path).expect(200);
      expect([...publicKeys, ...about, ...place]).toEqual(expect.arrayContaining([...new Set(keysIn(answer.body))]));
      expect(answer.text).not.toContain('quinn.verysecret');
    }
    const own = await postAsWeb(cms, '/api/private-comments/look', { token: sent.token }).expect(200);
    expect(Object.keys((own.body as { data: object }).data).sort()).toEqual([
      'address',
      'audience',
      'awayUntil',
      'code',
      'decidedAt',
      'hasReplies',
      'hidden',
      'mayChange',
      'mayWriteBack',
      'messages',
      'name',
      'notifyOnApproval',
      'notifyOnReply',
      'number',
      'onPage',
      'post',
      'sentAt',
      'state',
      'text',
      'token',
      'version',
    ]);
    expect(own.text).not.toContain('quinn.verysecret');
  });

  it('stays secret from somebody who guesses an address: a known one gets the same response as a new one', async () => {
    await cms.strapi.db.connection('mailboxes').where({ address: email }).update({ confirmed: new Date() });
    const asked = async (address: string) => {
      const { token, confirms } = await sendComment(cms, 'kindness', { email: address, notifyOnApproval: true });
      const { address: told, notifyOnApproval } = (await postAsWeb(cms, '/api/private-comments/look', { token })).body
        .data as { address: string; notifyOnApproval: boolean };
      return { confirms, told, notifyOnApproval };
    };
    expect(await asked(email)).toEqual(await asked('never.seen@example.org'));
  });
});

describe('the log at its most verbose level', () => {
  it('contains no text, address, code or secret, whatever fails', async () => {
    const { token, number, code } = await sendComment(cms, 'kindness', { email, text: words, notifyOnApproval: true });
    await postAsWeb(cms, '/api/private-comments/look', { token }).expect(200);
    await postAsWeb(cms, '/api/private-comments/look', { number, code, network: null }).expect(200);
    await postAsWeb(cms, '/api/private-comments/look', { token, text: words }).expect(400);
    await postAsWeb(cms, '/api/private-comments/change', { token, version: 9, name: 'Quinn', text: words }).expect(409);
    await postAsWeb(cms, '/api/private-comments/change', { token, version: 1, name: '', text: words }).expect(400);
    await postAsWeb(cms, '/api/posts/kindness/comments', {
      ...aComment({ email, text: words }),
      notifyOnApproval: 'x',
    }).expect(400);
    await postAsWeb(cms, '/api/posts/never/comments', aComment({ text: words })).expect(404);
    await postAsWeb(cms, `/api/comments/${number}/reports`, {
      reason: 'lost-my-link',
      text: words,
      nonce: aNonce(),
    }).expect(404);
    await postAsWeb(cms, '/api/mailboxes/confirm', { token }).expect(404);
    await postAsWeb(cms, `/api/private-comments/look?token=${token}`, { token }).expect(400);
    await postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200);
    expect(await rowOf(cms, 'comments', { id: number })).toBeUndefined();
    expect(said.length).toBeGreaterThan(5);
    const log = said.join('\n');
    for (const secret of ['verysecret', 'nobody else', 'Quinn', code, token.slice(-43)])
      expect(log).not.toContain(secret);
  });
});
