import { describe, expect, it } from 'vitest';
import type { CmsResult } from '#server/cms/commands';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import type { FormFields } from '#server/forms/read-form';
import { type CommentRequest, writeComment } from './comment';

const right = { name: 'Ann', text: 'Hello.', audience: 'everyone', consent: 'on' };
const open = { open: true } as const;
const away = { open: false, why: 'away', until: '2026-12-01T00:00:00.000Z', message: 'Back soon.' } as const;
const taken = { ok: true, data: { number: 7, audience: 'everyone', token: 't', code: 'c', confirms: false } } as const;
const refused = (status: 400 | 404 | 409 | 429 | 503, more = {}) =>
  ({ ok: false, status, issues: [], retryAfter: 60, ...more }) as const;

interface Given {
  form?: Record<string, string>;
  formToken?: FormToken;
  openness?: typeof open | typeof away;
  sent?: CmsResult<never> | typeof taken;
  wait?: number;
  reply?: string;
  mayBeAnswered?: boolean;
  postIs?: number;
  movedTo?: string;
}

async function write(given: Given) {
  const sent: unknown[] = [];
  const { form, openness = open, postIs = 200 } = given;
  const thing = <T>(value: T) => (postIs === 200 ? Promise.resolve(value) : Promise.reject(cmsError(postIs)));
  const cms = {
    threads: () => thing({ meta: { openness, post: { slug: 'a-post', title: 'A post' } } }),
    commentLocation: () => Promise.resolve({ post: { slug: 'a-post' }, mayBeAnswered: given.mayBeAnswered ?? true }),
    redirect: () => (given.movedTo ? Promise.resolve({ to: given.movedTo }) : Promise.reject(cmsError(404))),
    sendComment: (slug: string, submission: unknown) => {
      sent.push([slug, submission]);
      return Promise.resolve(given.sent ?? taken);
    },
  } as unknown as CommentRequest['cms'];
  const forms = fakeFormServices({ token: given.formToken, retryAfter: given.wait });
  const posted: FormFields | undefined = form && new Map(Object.entries(form));
  const outcome = await writeComment({ slug: 'a-post', reply: given.reply ?? '', form: posted, cms, forms });
  return { outcome, sent };
}

describe('the comment form', () => {
  it('is empty at first', async () => {
    expect((await write({})).outcome).toMatchObject({
      status: 200,
      view: { step: 'write', typed: { audience: 'everyone', text: '' }, errors: [] },
    });
  });

  it('shows the comment for review before it is sent, with a form token and the personal details in it', async () => {
    const { outcome, sent } = await write({ form: { ...right, text: 'Ring me on 07700 900123.' } });
    expect(outcome).toMatchObject({
      status: 200,
      view: { step: 'review', formToken: 'fresh', details: ['phone'], notice: null, typed: { name: 'Ann' } },
    });
    expect(sent).toEqual([]);
  });

  it('shows the comment for review as it will appear, trimmed', async () => {
    const { outcome } = await write({ form: { ...right, name: ' Ann\n', text: '\n One.\u0007 \n' } });
    expect(outcome).toMatchObject({ view: { step: 'review', typed: { name: 'Ann', text: 'One.' } } });
  });

  it('is sent with a form token, and leads to a page that says what happens next', async () => {
    const { outcome, sent } = await write({
      form: {
        ...right,
        formToken: 's',
        reply: '3',
        homepage: 'x',
        asked: 'yes',
        email: ' ann@example.org ',
        notifyOnReply: 'on',
      },
    });
    expect(outcome).toMatchObject({
      status: 303,
      to: expect.stringMatching(/^\/blog\/a-post\/comment\/thanks\/sealed-.*"number":7/) as string,
    });
    expect(sent).toEqual([
      [
        'a-post',
        {
          name: 'Ann',
          text: 'Hello.',
          audience: 'everyone',
          email: 'ann@example.org',
          notifyOnApproval: false,
          notifyOnReply: true,
          consent: true,
          nonce: 'n'.repeat(22),
          parent: 3,
          honeypot: true,
          network: 'n'.repeat(22),
        },
      ],
    ]);
  });

  it('is sent without an address that is for nothing, and says so before and after', async () => {
    const form = { ...right, email: 'ann@example.org' };
    const { outcome } = await write({ form });
    expect(outcome).toMatchObject({ view: { step: 'review', mismatch: 'address-without-use' } });
    const { outcome: then, sent } = await write({ form: { ...form, formToken: 's' } });
    expect(sent).toMatchObject([['a-post', { email: null, notifyOnApproval: false, notifyOnReply: false }]]);
    expect(then).toMatchObject({ to: expect.stringContaining('"mismatch":"address-without-use"') as string });
  });

  it('is sent although emails are wanted and no address is given, and says that none can come', async () => {
    const form = { ...right, notifyOnReply: 'on' };
    const { outcome } = await write({ form });
    expect(outcome).toMatchObject({ view: { step: 'review', mismatch: 'use-without-address' } });
    const { outcome: then, sent } = await write({ form: { ...form, formToken: 's' } });
    expect(sent).toMatchObject([['a-post', { email: null, notifyOnReply: false }]]);
    expect(then).toMatchObject({ to: expect.stringContaining('"mismatch":"use-without-address"') as string });
  });

  it('asks once more, visibly, when the hidden field was filled in, and keeps the form token', async () => {
    const { outcome, sent } = await write({ form: { ...right, formToken: 's', homepage: 'https://example.org' } });
    expect(outcome).toMatchObject({
      status: 422,
      view: { step: 'review', notice: 'asked-again', formToken: 's', typed: { name: 'Ann', text: 'Hello.' } },
    });
    expect(sent).toEqual([]);
  });

  it('shows the error of each field, in the order of the page, and keeps everything typed', async () => {
    const form = {
      name: ' ',
      text: 'x'.repeat(5001),
      audience: 'nobody',
      email: 'ann@',
      notifyOnApproval: 'on',
      formToken: 's',
    };
    const { outcome, sent } = await write({ form });
    expect(outcome).toMatchObject({
      status: 422,
      view: {
        step: 'write',
        typed: {
          name: ' ',
          text: form.text,
          email: 'ann@',
          notifyOnApproval: true,
          notifyOnReply: false,
          consent: false,
        },
      },
    });
    expect('view' in outcome && outcome.view.errors).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'text', code: 'too-long' },
      { field: 'audience', code: 'missing' },
      { field: 'email', code: 'not-an-address' },
      { field: 'consent', code: 'no-consent' },
    ]);
    expect(sent).toEqual([]);
  });

  it('is shown again when the writer wants to change the comment', async () => {
    expect((await write({ form: { ...right, formToken: 's', do: 'change' } })).outcome).toMatchObject({
      status: 200,
      view: { step: 'write', typed: { text: 'Hello.' } },
    });
  });

  it.each(['expired', 'forged'] as const)('asks to press send again when the form token is %s', async (state) => {
    const { outcome, sent } = await write({ form: { ...right, formToken: 's' }, formToken: { state } });
    expect(outcome).toMatchObject({
      status: 422,
      view: { step: 'review', notice: 'again', formToken: 'fresh', typed: { text: 'Hello.' } },
    });
    expect(sent).toEqual([]);
  });

  it('keeps its form token when too much is sent from one network', async () => {
    const here = await write({ form: { ...right, formToken: 's' }, wait: 90 });
    expect(here.outcome).toMatchObject({
      status: 429,
      retryAfter: 90,
      view: { step: 'review', notice: 'rate-limited', formToken: 's', typed: { text: 'Hello.' } },
    });
    expect(here.sent).toEqual([]);
    expect(
      (await write({ form: { ...right, formToken: 's' }, sent: refused(429, { retryAfter: 70 }) })).outcome,
    ).toMatchObject({
      status: 429,
      retryAfter: 70,
    });
  });

  it('keeps the form token while it is not certain whether it arrived, so that it can’t arrive twice', async () => {
    expect((await write({ form: { ...right, formToken: 's' }, sent: refused(503) })).outcome).toMatchObject({
      status: 503,
      view: { step: 'review', notice: 'unavailable', formToken: 's' },
    });
  });

  it('gives back what was typed when comments have closed', async () => {
    for (const form of [right, { ...right, formToken: 's' }]) {
      expect((await write({ form, openness: away, sent: refused(409) })).outcome).toMatchObject({
        status: 409,
        view: { step: 'closed', typed: { text: 'Hello.' } },
      });
    }
    expect((await write({ openness: away })).outcome).toMatchObject({ status: 200, view: { step: 'closed' } });
  });

  it('can be sent as a new comment once the comment that it replies to is gone', async () => {
    const { outcome } = await write({
      form: { ...right, reply: '3', formToken: 's' },
      mayBeAnswered: false,
      sent: refused(404),
    });
    expect(outcome).toMatchObject({
      status: 409,
      view: { step: 'write', formToken: '', context: { isParentGone: true }, typed: { reply: '', text: 'Hello.' } },
    });
    for (const reply of ['x', '-1', '99999999999', '1e3'])
      expect((await write({ reply })).outcome).toMatchObject({ status: 404, view: { typed: { reply: '' } } });
  });

  it('maps what the CMS finds wrong to fields', async () => {
    const issues = [
      { path: ['text'], code: 'too-long' },
      { path: ['nonce'], code: 'invalid_format' },
    ];
    expect((await write({ form: { ...right, formToken: 's' }, sent: refused(400, { issues }) })).outcome).toMatchObject(
      {
        status: 422,
        view: { errors: [{ field: 'text', code: 'too-long' }] },
      },
    );
  });

  it('keeps everything typed while the CMS is unavailable', async () => {
    expect((await write({ form: right, postIs: 503 })).outcome).toMatchObject({
      status: 503,
      view: { step: 'review', notice: 'unavailable', context: null, typed: { text: 'Hello.' } },
    });
    expect((await write({ form: { ...right, text: '' }, postIs: 503 })).outcome).toMatchObject({
      status: 503,
      view: { step: 'write', errors: [{ field: 'text' }] },
    });
  });

  it('is sent on (307) to where a post has moved, and is 404 without a post', async () => {
    expect((await write({ form: right, reply: '4', postIs: 404, movedTo: '/blog/new' })).outcome).toEqual({
      to: '/blog/new/comment?reply=4',
      status: 307,
    });
    await expect(write({ postIs: 404 })).rejects.toMatchObject({ statusCode: 404 });
  });
});
