import type { Workshop, WorkshopState } from 'shared';
import { describe, expect, it } from 'vitest';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import { register, type RegisterRequest } from './registration';

const prices = [
  { key: '4800-standard-00', label: 'Standard', pence: 4800, note: null },
  { key: '2400-concession0', label: 'Concession', pence: 2400, note: null },
];
const price = '2400-concession0';
const right = { name: 'Ann', email: 'ann@example.org', price, formToken: 's' };
const taken = {
  ok: true,
  data: { number: 7, token: 't', reserved: 'seat', until: '2026-06-10T09:00:00.000Z', earlier: null },
} as const;
const refused = (status: 400 | 404 | 409 | 429 | 503, more = {}) =>
  ({ ok: false, status, issues: [], retryAfter: 60, ...more }) as const;

interface Given {
  form?: Record<string, string>;
  formToken?: FormToken;
  state?: WorkshopState;
  /** How it stands when it is asked for again. */
  then?: WorkshopState;
  prices?: Workshop['prices'];
  sent?: ReturnType<typeof refused> | typeof taken;
  wait?: number;
  workshopIs?: number;
  movedTo?: string;
}

async function press(given: Given) {
  const sent: unknown[] = [];
  let asked = 0;
  const read = () => {
    asked += 1;
    const { workshopIs = 200, state = 'open', then } = given;
    if (workshopIs !== 200) return Promise.reject(cmsError(workshopIs));
    return Promise.resolve({
      data: {
        slug: 'nights',
        title: 'Nights',
        timeZone: 'Europe/London',
        prices: given.prices ?? prices,
        state: asked > 1 ? (then ?? state) : state,
      },
      meta: { changesAt: null },
    });
  };
  const cms = {
    knownWorkshop: read,
    workshop: read,
    redirect: () => (given.movedTo ? Promise.resolve({ to: given.movedTo }) : Promise.reject(cmsError(404))),
    register: (slug: string, registrationRequest: unknown) => {
      sent.push([slug, registrationRequest]);
      return Promise.resolve(given.sent ?? taken);
    },
  } as unknown as RegisterRequest['cms'];
  const forms = fakeFormServices({ token: given.formToken, retryAfter: given.wait });
  const outcome = await register({
    slug: 'nights',
    form: given.form && new Map(Object.entries(given.form)),
    cms,
    forms,
  });
  return { outcome, sent };
}

describe('the registration form', () => {
  it('is empty at first, with a form token', async () => {
    expect((await press({})).outcome).toMatchObject({
      status: 200,
      view: { step: 'write', formToken: 'fresh', typed: { name: '', price: '' }, errors: [], notice: null },
    });
  });

  it('is sent with one press, and leads to a page that says what happens next', async () => {
    const { outcome, sent } = await press({
      form: { ...right, accessNeeds: ' A seat near the door. ', consent: 'on' },
    });
    expect(sent).toEqual([
      [
        'nights',
        {
          name: 'Ann',
          email: 'ann@example.org',
          price,
          accessNeeds: 'A seat near the door.',
          consent: true,
          nonce: 'n'.repeat(22),
          network: 'n'.repeat(22),
        },
      ],
    ]);
    expect(outcome).toEqual({
      status: 303,
      to: expect.stringMatching(
        /^\/workshops\/nights\/register\/thanks\/sealed-.*"reserved":"seat".*"email":"ann@example.org"/,
      ) as string,
    });
  });

  it('registers for the waitlist of a full workshop', async () => {
    expect((await press({ state: 'full', form: right })).sent).toHaveLength(1);
  });

  it('asks once more, visibly, when the hidden field was filled in, and takes the answer', async () => {
    const form = { ...right, homepage: 'https://example.org' };
    const { outcome, sent } = await press({ form });
    expect(outcome).toMatchObject({
      status: 422,
      view: { step: 'write', notice: 'asked-again', asked: true, formToken: 's', typed: { name: 'Ann' } },
    });
    expect(sent).toEqual([]);
    expect((await press({ form: { ...form, asked: 'yes' } })).sent).toHaveLength(1);
    // It is not asked again after another mistake, such as a name that was forgotten.
    expect((await press({ form: { ...form, asked: 'yes', name: '' } })).outcome).toMatchObject({
      view: { asked: true, notice: null },
    });
  });

  it.each([
    ['mailbox', 'mailbox-limited'],
    ['site', 'busy'],
    ['network', 'rate-limited'],
  ] as const)('keeps everything typed when too many emails were asked for (%s)', async (limit, notice) => {
    expect((await press({ form: right, sent: refused(429, { retryAfter: 3_600, limit }) })).outcome).toMatchObject({
      status: 429,
      retryAfter: 3_600,
      view: { step: 'write', notice, typed: { name: right.name, email: right.email } },
    });
  });

  it('shows all errors at once, in the order of the page, and keeps everything typed', async () => {
    const form = { name: ' ', email: 'ann@', accessNeeds: 'A ramp', formToken: 's', price: '' };
    const { outcome, sent } = await press({ form });
    expect(outcome).toMatchObject({
      status: 422,
      view: {
        step: 'write',
        formToken: 's',
        typed: { name: ' ', email: 'ann@', accessNeeds: 'A ramp', consent: false },
      },
    });
    expect('view' in outcome && outcome.view.errors).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'email', code: 'not-an-address' },
      { field: 'price', code: 'missing' },
      { field: 'consent', code: 'no-consent' },
    ]);
    expect(sent).toEqual([]);
  });

  it.each(['2', '4800-concession0', 'x', '2400-Concession0'])('rejects the price %s', async (price) => {
    expect((await press({ form: { ...right, price } })).outcome).toMatchObject({
      status: 422,
      view: { errors: [{ field: 'price', code: 'no-such-price' }], typed: { price } },
    });
  });

  it.each([
    [prices.slice(0, 1), '4800-standard-00'],
    [[], null],
  ])('asks for no price where there is nothing to choose: %j', async (few, only) => {
    const { name, email, formToken } = right;
    expect((await press({ prices: few, form: { name, email, formToken } })).sent).toMatchObject([
      ['nights', { price: only }],
    ]);
  });

  it.each([
    ['a single price was raised', prices.slice(0, 1), '4500-standard-00'],
    ['a price was added to a free workshop', prices.slice(0, 1), ''],
    ['a workshop has become free', [], price],
  ])('comes back and says so when %s', async (_what, now, shown) => {
    const { outcome, sent } = await press({ prices: now, form: { ...right, price: shown } });
    expect(outcome).toMatchObject({ status: 422, view: { errors: [{ field: 'price', code: 'no-such-price' }] } });
    expect(sent).toEqual([]);
  });

  it.each(['missing', 'expired', 'forged'] as const)(
    'with a form token that is %s asks to press again',
    async (state) => {
      const { outcome, sent } = await press({ form: right, formToken: { state } });
      expect(outcome).toMatchObject({
        status: 422,
        view: { notice: 'again', formToken: 'fresh', typed: { name: 'Ann' } },
      });
      expect(sent).toEqual([]);
    },
  );

  it('keeps its form token when too much is sent from one network', async () => {
    const here = await press({ form: right, wait: 90 });
    expect(here.outcome).toMatchObject({
      status: 429,
      retryAfter: 90,
      view: { notice: 'rate-limited', formToken: 's', typed: { email: 'ann@example.org', price } },
    });
    expect(here.sent).toEqual([]);
    expect((await press({ form: right, sent: refused(429, { retryAfter: 70 }) })).outcome).toMatchObject({
      status: 429,
      retryAfter: 70,
    });
  });

  it('keeps the form token while it is not certain whether it arrived, so that it can’t arrive twice', async () => {
    expect((await press({ form: right, sent: refused(503) })).outcome).toMatchObject({
      status: 503,
      view: { notice: 'unavailable', formToken: 's', typed: { name: 'Ann' } },
    });
  });

  it('keeps everything typed while the CMS is unavailable', async () => {
    expect((await press({ form: right, workshopIs: 503 })).outcome).toMatchObject({
      status: 503,
      view: { step: 'write', notice: 'unavailable', workshop: null, typed: { price, name: 'Ann' } },
    });
  });

  it.each(['not yet open', 'closed', 'under way', 'past', 'cancelled'] as const)(
    'has no form for one that is %s, and gives back what was typed',
    async (state) => {
      expect((await press({ state })).outcome).toMatchObject({ status: 200, view: { step: 'closed' } });
      const late = await press({ state, form: { ...right, accessNeeds: 'A ramp' } });
      expect(late.outcome).toMatchObject({ status: 409, view: { step: 'closed', typed: { accessNeeds: 'A ramp' } } });
      expect(late.sent).toEqual([]);
    },
  );

  it('says that registration has closed since the page was opened', async () => {
    expect((await press({ form: right, sent: refused(409), then: 'closed' })).outcome).toMatchObject({
      status: 409,
      view: { step: 'closed', workshop: { state: 'closed' } },
    });
    expect((await press({ form: right, sent: refused(409) })).outcome).toMatchObject({
      status: 409,
      view: { step: 'write', notice: 'again', formToken: 's' },
    });
  });

  it('says that it has closed also when a field is to be corrected, which would be in vain', async () => {
    const form = { ...right, name: '' };
    expect((await press({ form, then: 'closed' })).outcome).toMatchObject({
      view: { step: 'closed', typed: { email: right.email } },
    });
    expect((await press({ form })).outcome).toMatchObject({ status: 422, view: { step: 'write' } });
  });

  it('maps what the CMS finds wrong to fields', async () => {
    const issues = [
      { path: ['email'], code: 'not-an-address' },
      { path: ['price'], code: 'no-such-price' },
    ];
    expect((await press({ form: right, sent: refused(400, { issues }) })).outcome).toMatchObject({
      status: 422,
      view: {
        errors: [
          { field: 'email', code: 'not-an-address' },
          { field: 'price', code: 'no-such-price' },
        ],
      },
    });
  });

  it('is sent on (307) to where a workshop has moved, and is 404 without one', async () => {
    expect((await press({ form: right, workshopIs: 404, movedTo: '/workshops/new' })).outcome).toEqual({
      to: '/workshops/new/register',
      status: 307,
    });
    await expect(press({ workshopIs: 404 })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('gives back what was typed when the workshop is gone', async () => {
    const form = { ...right, accessNeeds: 'A ramp' };
    expect((await press({ form, workshopIs: 404 })).outcome).toMatchObject({
      status: 404,
      view: { step: 'gone', workshop: null, typed: { name: 'Ann', email: 'ann@example.org', accessNeeds: 'A ramp' } },
    });
  });
});
