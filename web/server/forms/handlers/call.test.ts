import type { CallPage, PrivateCall } from 'shared';
import { describe, expect, it } from 'vitest';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import { bookCall, type CallPageRequest, callThanks, zoneOf } from './call';

const slots = ['2026-12-01T10:00:00.000Z', '2026-12-01T10:30:00.000Z', '2026-12-03T10:00:00.000Z'];
const page: CallPage = {
  state: 'open',
  channels: ['online', 'phone'],
  minutes: 25,
  timeZone: 'Europe/London',
  noticeHours: 24,
  slots,
  isCertain: true,
  keepDays: 14,
  changesAt: null,
};
const taken = {
  ok: true,
  data: {
    number: 7,
    token: `7.1.${'t'.repeat(43)}`,
    channel: 'phone',
    starts: slots[0] ?? '',
    ends: '2026-12-01T10:25:00.000Z',
    timeZone: 'Europe/London',
    confirms: true,
  },
} as const;
const refused = (status: 400 | 404 | 409 | 429 | 503, more = {}) =>
  ({ ok: false, status, issues: [], retryAfter: 60, ...more }) as const;

const right = {
  channel: 'phone',
  starts: slots[0] ?? '',
  name: 'Robin',
  email: 'robin@example.org',
  phone: '07700 900123',
  formToken: 's',
};

interface Given {
  form?: Record<string, string>;
  from?: string;
  zone?: string;
  formToken?: FormToken;
  page?: CallPage | null;
  /** As it is when the CMS says that a time is taken. */
  current?: CallPage;
  sent?: ReturnType<typeof refused> | typeof taken;
  wait?: number;
}

async function press(given: Given) {
  const sent: Record<string, unknown>[] = [];
  const shownPage = given.page === undefined ? page : given.page;
  const cms: CallPageRequest['cms'] = {
    callPage: () => (shownPage === null ? Promise.reject(cmsError(503)) : Promise.resolve(shownPage)),
    currentCallPage: () => (given.current ? Promise.resolve(given.current) : Promise.reject(cmsError(503))),
    bookCall: (call) => {
      sent.push({ ...call });
      return Promise.resolve(given.sent ?? taken);
    },
  };
  const forms = fakeFormServices({
    ...(given.formToken && { token: given.formToken }),
    ...(given.wait !== undefined && { retryAfter: given.wait }),
  });
  const form = given.form && new Map(Object.entries(given.form));
  const result = await bookCall({ from: given.from ?? '', zone: given.zone ?? '', form, cms, forms });
  return 'view' in result
    ? { sent, to: null, status: result.status, view: result.view }
    : { sent, to: result.to, status: result.status, view: null };
}

describe('the form for a call', () => {
  it('is shown empty, with the times that its URL names', async () => {
    const { status, view } = await press({ from: '2026-12-03', zone: 'America/New_York' });
    expect(status).toBe(200);
    expect(view).toMatchObject({
      step: 'write',
      times: { from: '2026-12-03', zone: 'America/New_York' },
      typed: { starts: '', channel: '' },
      errors: [],
      isTyped: false,
      formToken: 'fresh',
    });
    expect((await press({ from: 'soon', zone: 'Moon/Base' })).view?.times).toEqual({ from: '', zone: '' });
  });

  it('books a call in the zone that was shown, and leads to a page that says what happens next', async () => {
    const { sent, to, status } = await press({ form: { ...right, zone: 'Asia/Kolkata', mayLeaveVoicemail: 'on' } });
    expect(sent).toEqual([
      {
        channel: 'phone',
        starts: slots[0],
        name: 'Robin',
        email: 'robin@example.org',
        phone: '07700 900123',
        mayLeaveVoicemail: true,
        voicemailName: null,
        timeZone: 'Asia/Kolkata',
        nonce: 'n'.repeat(22),
        network: 'n'.repeat(22),
      },
    ]);
    expect(status).toBe(303);
    expect(to).toMatch(/^\/book\/thanks\/sealed-/);
  });

  it('books in the practice’s zone where the reader chose none', async () => {
    expect((await press({ form: right })).sent).toMatchObject([{ timeZone: 'Europe/London' }]);
  });

  it('asks for no number for an online call, and for no channel where there is one', async () => {
    const online = { ...right, channel: 'online', phone: '', mayLeaveVoicemail: 'on', voicemailName: 'Sam' };
    expect((await press({ form: online })).sent).toMatchObject([
      { channel: 'online', phone: null, mayLeaveVoicemail: false, voicemailName: null },
    ]);
    const { sent } = await press({ form: { ...right, channel: 'online' }, page: { ...page, channels: ['phone'] } });
    expect(sent).toMatchObject([{ channel: 'phone' }]);
  });

  it('keeps everything that was typed, and names every wrong field', async () => {
    const form = { ...right, starts: '', email: 'robin', phone: 'ring me', name: '', voicemailName: 'Sam' };
    const { status, view, sent } = await press({ form });
    expect([status, sent]).toEqual([422, []]);
    expect(view?.errors.map(({ field }) => field)).toEqual(['starts', 'name', 'email', 'phone']);
    expect(view).toMatchObject({ isTyped: true, typed: { email: 'robin', phone: 'ring me', voicemailName: 'Sam' } });
  });

  it.each(['tomorrow', '2026-12-01', '2026-99-99T10:00:00.000Z', '0'])('takes no time such as “%s”', async (starts) => {
    const { view, sent } = await press({ form: { ...right, starts } });
    expect(sent).toEqual([]);
    expect(view?.errors).toMatchObject([{ field: 'starts' }]);
  });

  it('says that the chosen time was taken while other fields were corrected', async () => {
    const form = { ...right, starts: '2026-12-02T10:00:00.000Z', email: 'robin' };
    const { view } = await press({ form });
    expect(view?.errors).toEqual([
      { field: 'starts', code: 'no-such-time' },
      { field: 'email', code: 'not-an-address' },
    ]);
  });

  it('keeps everything when the time is lost, with the times that are free now', async () => {
    const current = { ...page, slots: slots.slice(1) };
    const { status, view } = await press({ form: right, sent: refused(409), current });
    expect(status).toBe(409);
    expect(view).toMatchObject({
      errors: [{ field: 'starts', code: 'no-such-time' }],
      typed: { name: 'Robin', starts: slots[0] },
      page: { slots: slots.slice(1) },
    });
    const { view: blind } = await press({ form: right, sent: refused(409) });
    expect(blind).toMatchObject({ step: 'write', errors: [{ field: 'starts' }], typed: { name: 'Robin' } });
  });

  it('gives back what was typed where no calls are taken any more', async () => {
    const closed: CallPage = { ...page, state: 'closed', slots: [] };
    expect(await press({ page: closed })).toMatchObject({ status: 200, view: { step: 'closed' } });
    const gone = { status: 409, view: { step: 'closed', typed: { name: 'Robin' } } };
    expect(await press({ page: closed, form: right })).toMatchObject(gone);
    expect(await press({ form: right, sent: refused(409), current: closed })).toMatchObject(gone);
  });

  it('shows other times or another zone with a button that keeps what was typed and books nothing', async () => {
    const { status, view, sent } = await press({ form: { ...right, show: '2026-12-03', zone: 'Europe/Paris' } });
    expect([status, sent]).toEqual([200, []]);
    expect(view).toMatchObject({
      times: { from: '2026-12-03', zone: 'Europe/Paris' },
      typed: { name: 'Robin', starts: slots[0] },
      errors: [],
    });
  });

  it.each([
    [{ formToken: { state: 'expired' } }, 422, 'again'],
    [{ form: { ...right, formToken: '' } }, 422, 'again'],
    [{ form: { ...right, homepage: 'filled in by a browser' } }, 422, 'asked-again'],
    [{ wait: 90 }, 429, 'limited'],
    [{ sent: refused(429, { limit: 'address' }) }, 429, 'limited'],
    [{ sent: refused(503) }, 503, 'unavailable'],
    [{ page: null, sent: refused(503) }, 503, 'unavailable'],
  ] as const)('keeps what was typed when nothing was booked: %j', async (given, status, notice) => {
    const pressed = await press({ form: right, ...given });
    expect(pressed).toMatchObject({
      status,
      view: { notice, typed: { starts: slots[0], email: 'robin@example.org' } },
    });
  });

  it('shows what the CMS found wrong beside the field', async () => {
    const issues = [{ path: ['email'], code: 'not-an-address' }];
    const { status, view } = await press({ form: right, sent: refused(400, { issues }) });
    expect([status, view?.errors]).toEqual([422, [{ field: 'email', code: 'not-an-address' }]]);
  });

  it('says that nothing can be booked while the CMS is unavailable', async () => {
    expect(await press({ page: null })).toMatchObject({ status: 503, view: { notice: 'unavailable' } });
  });

  it('shows times in the zone of the practice until another is chosen', () => {
    expect(zoneOf({ from: '', zone: '' }, { timeZone: 'Europe/Dublin' })).toBe('Europe/Dublin');
    expect(zoneOf({ from: '', zone: 'Asia/Tokyo' }, page)).toBe('Asia/Tokyo');
  });
});

describe('the page after booking', () => {
  const booked = { ...taken.data, email: 'robin@example.org', practiceZone: 'Europe/London' };
  const moved: PrivateCall = {
    ...{ number: 7, token: booked.token, state: 'booked', channel: 'phone', timeZone: 'Europe/London' },
    ...{ starts: '2026-12-03T10:00:00.000Z', ends: '2026-12-03T10:25:00.000Z', deletedOn: '2026-12-17' },
    ...{ name: 'Robin', phone: '123', mayLeaveVoicemail: false, cancelledBy: null, mayChange: true, movesLeft: 4 },
  };
  type Answer = Awaited<ReturnType<Parameters<typeof callThanks>[1]['getCall']>>;
  const cmsWith = (answer: Answer) => ({ getCall: () => Promise.resolve(answer) });

  it('shows what was booked, the address that was typed, and the call as it is now', async () => {
    const { to } = await press({ form: right });
    const unsealed = fakeFormServices().unseal(to?.replace('/book/thanks/', '') ?? '');
    expect(await callThanks(unsealed, cmsWith({ ok: true, data: moved }))).toEqual({ booked, call: moved });
  });

  it('shows only what was booked while the CMS is unavailable', async () => {
    const unsealed = { state: 'open', value: booked } as const;
    expect(await callThanks(unsealed, cmsWith(refused(503)))).toEqual({ booked, call: null });
  });

  it('says that it has expired, also once the call has another link, and is nowhere else', async () => {
    const cms = cmsWith(refused(404));
    expect(await callThanks({ state: 'open', value: booked }, cms)).toBe('expired');
    expect(await callThanks({ state: 'expired' }, cms)).toBe('expired');
    expect(await callThanks({ state: 'invalid' }, cms)).toBeNull();
    expect(await callThanks({ state: 'open', value: { number: 7 } }, cms)).toBeNull();
  });
});
