import { describe, expect, it } from 'vitest';
import type { CmsResult } from '#server/cms/commands';
import { defineForm, type FormState, pageFor } from './define-form';
import { fakeFormServices } from './form-services.fake';
import type { FormToken } from './form-token';

interface Given {
  form?: Record<string, string>;
  token?: FormToken;
  retryAfter?: number;
  result?: CmsResult<{ number: number }>;
  withRedirect?: boolean;
  withToken?: boolean;
  withLimit?: boolean;
}

const ok = { ok: true, data: { number: 7 } } as const;
const refused = (status: 400 | 404 | 409 | 422 | 429 | 503) =>
  ({ ok: false, status, issues: [{ path: ['name'], code: 'missing' }], retryAfter: 33 }) as const;

/** Sends a form whose only field is `name`; the page shows the state as it is. */
async function send(given: Given = {}) {
  const steps: string[] = [];
  const { withRedirect = true, withToken = true, withLimit = true } = given;
  const services = fakeFormServices(given);
  const handler = defineForm<
    { form: ReadonlyMap<string, string> | undefined; forms: typeof services },
    string,
    string[],
    { number: number },
    { state: FormState<{ number: number }, string[]>; values?: string }
  >({
    ...(withToken && { token: 'comment' }),
    ...(withLimit && { limit: 'comment' }),
    schema: (form) => {
      steps.push('schema');
      const name = form.get('name') ?? '';
      return name === '' ? { ok: false, errors: ['missing'] } : { ok: true, values: name };
    },
    submit: (values, _request, { nonce }) => {
      steps.push(`submit ${values} ${nonce}`);
      return Promise.resolve(given.result ?? ok);
    },
    ...(withRedirect && { redirect: ({ number }, _request, values) => `/thanks/${number}/${values}` }),
    view: (state, _request, values) => pageFor(state, { state, ...(values !== undefined && { values }) }),
  });
  const forms = {
    ...services,
    verifyToken: (...args: Parameters<typeof services.verifyToken>) => {
      steps.push(`token ${args.join(' ')}`);
      return services.verifyToken(...args);
    },
    consume: (...args: Parameters<typeof services.consume>) => {
      steps.push(`limit ${args.join(' ')}`);
      return services.consume(...args);
    },
  };
  const form = given.form && new Map(Object.entries(given.form));
  return { result: await handler({ form, forms }), steps };
}

const valid = { name: 'Ann', formToken: 's' };

describe('a form', () => {
  it('is shown empty when its page is read, and nothing else happens', async () => {
    expect(await send()).toEqual({ result: { status: 200, view: { state: { name: 'empty' } } }, steps: [] });
  });

  it('is checked, then its token, then the rate limit; then it is sent, and its sender redirected', async () => {
    expect(await send({ form: valid })).toEqual({
      result: { to: '/thanks/7/Ann', status: 303 },
      steps: ['schema', 'token comment s', 'limit comment', `submit Ann ${'n'.repeat(22)}`],
    });
  });

  it('without a token and a limit is only checked and sent', async () => {
    const { steps } = await send({ form: { name: 'Ann' }, withToken: false, withLimit: false });
    expect(steps).toEqual(['schema', 'submit Ann ']);
  });

  it('without a redirect shows what the CMS returned', async () => {
    expect((await send({ form: valid, withRedirect: false })).result).toEqual({
      status: 200,
      view: { state: { name: 'sent', data: { number: 7 } }, values: 'Ann' },
    });
  });

  it('is shown again with its errors when it is invalid, before its token is looked at', async () => {
    expect(await send({ form: { name: '' } })).toEqual({
      result: { status: 422, view: { state: { name: 'invalid', errors: ['missing'] } } },
      steps: ['schema'],
    });
  });

  it.each(['missing', 'expired', 'forged'] as const)('is not sent with a token that is %s', async (state) => {
    expect(await send({ form: valid, token: { state } })).toEqual({
      result: { status: 422, view: { state: { name: 'unconfirmed', token: state }, values: 'Ann' } },
      steps: ['schema', 'token comment s'],
    });
  });

  it('is not sent while its network has sent too much', async () => {
    expect(await send({ form: valid, retryAfter: 90 })).toEqual({
      result: {
        status: 429,
        retryAfter: 90,
        view: { state: { name: 'limited', retryAfter: 90, limit: 'network' }, values: 'Ann' },
      },
      steps: ['schema', 'token comment s', 'limit comment'],
    });
  });

  it.each([
    [400, 422, { name: 'rejected', issues: [{ path: ['name'], code: 'missing' }] }],
    [422, 422, { name: 'rejected', issues: [{ path: ['name'], code: 'missing' }] }],
    [404, 404, { name: 'not-found' }],
    [409, 409, { name: 'conflict' }],
    [503, 503, { name: 'unavailable' }],
  ] as const)('is shown again when the CMS answers %i', async (cmsStatus, status, state) => {
    expect((await send({ form: valid, result: refused(cmsStatus) })).result).toEqual({
      status,
      view: { state, values: 'Ann' },
    });
  });

  it('passes on how long the CMS asks to wait', async () => {
    expect((await send({ form: valid, result: refused(429) })).result).toMatchObject({ status: 429, retryAfter: 33 });
  });
});

describe('the page for a state', () => {
  it('has another status where one is given', () => {
    expect(pageFor({ name: 'conflict' }, 'view', 503)).toEqual({ status: 503, view: 'view' });
  });
});
