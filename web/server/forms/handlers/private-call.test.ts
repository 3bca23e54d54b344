import type { CallPage, PrivateCall } from 'shared';
import { describe, expect, it } from 'vitest';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import { managePrivateCall, type PrivateCallRequest } from './private-call';

const token = `7.1.${'t'.repeat(43)}`;
const other = '2026-12-03T10:00:00.000Z';
const call: PrivateCall = {
  number: 7,
  token,
  state: 'booked',
  channel: 'phone',
  starts: '2026-12-01T10:00:00.000Z',
  ends: '2026-12-01T10:25:00.000Z',
  timeZone: 'Asia/Kolkata',
  name: 'Robin',
  phone: '123',
  mayLeaveVoicemail: false,
  cancelledBy: null,
  mayChange: true,
  movesLeft: 5,
  deletedOn: '2026-12-15',
};
const page: CallPage = {
  state: 'open',
  channels: ['phone'],
  minutes: 25,
  timeZone: 'Europe/London',
  noticeHours: 24,
  slots: [other],
  isCertain: true,
  keepDays: 14,
  changesAt: null,
};
const refused = (status: 404 | 409 | 429 | 503) => ({ ok: false, status, issues: [], retryAfter: 60 }) as const;

interface Given {
  token?: string;
  form?: Record<string, string>;
  call?: Partial<PrivateCall> | ReturnType<typeof refused>;
  page?: null;
  moved?: ReturnType<typeof refused>;
}

async function press(given: Given) {
  const done: unknown[] = [];
  const answer = (moved?: ReturnType<typeof refused>) => Promise.resolve(moved ?? ({ ok: true, data: call } as const));
  const own = given.call && 'ok' in given.call ? given.call : ({ ok: true, data: { ...call, ...given.call } } as const);
  const cms: PrivateCallRequest['cms'] = {
    getCall: () => Promise.resolve(own),
    moveCall: (move) => {
      done.push(move);
      return answer(given.moved);
    },
    cancelCall: (cancelled) => {
      done.push(cancelled);
      return answer(given.moved);
    },
    currentCallPage: () => (given.page === null ? Promise.reject(cmsError(503)) : Promise.resolve(page)),
  };
  const form = given.form && new Map(Object.entries({ formToken: 's', ...given.form }));
  const result = await managePrivateCall({ token: given.token ?? token, form, cms, forms: fakeFormServices() });
  return { done, result };
}

describe('the private page of a call', () => {
  it('shows nothing before its reader asks, and nothing of the free times before they are needed', async () => {
    expect((await press({})).result).toMatchObject({ status: 200, view: { step: 'closed', own: null } });
    expect((await press({ form: { do: 'show' } })).result).toMatchObject({
      status: 200,
      view: { step: 'shown', own: { call, page: null } },
    });
  });

  it('leads nowhere for a wrong link', async () => {
    expect((await press({ token: 'x', form: { do: 'show' } })).result).toMatchObject({ status: 404 });
    expect((await press({ call: refused(404), form: { do: 'show' } })).result).toMatchObject({
      status: 404,
      view: { step: 'gone' },
    });
  });

  it('offers other times in the reader’s own zone, and in others by a button', async () => {
    expect((await press({ form: { do: 'move' } })).result).toMatchObject({
      status: 200,
      view: { step: 'change', own: { page }, typed: { starts: '', times: { from: '', zone: 'Asia/Kolkata' } } },
    });
    const form = { do: 'move', starts: other, show: '2026-12-03', zone: 'Europe/London' };
    expect((await press({ form })).result).toMatchObject({
      view: { step: 'change', typed: { starts: other, times: { from: '2026-12-03', zone: 'Europe/London' } } },
    });
  });

  it('moves the call', async () => {
    const { done, result } = await press({ form: { do: 'move-now', starts: other } });
    expect(done).toEqual([{ token, starts: other }]);
    expect(result).toEqual({ to: `/your-call/${token}?done=moved`, status: 303 });
  });

  it('asks for a time where none was chosen', async () => {
    const { done, result } = await press({ form: { do: 'move-now' } });
    expect(done).toEqual([]);
    expect(result).toMatchObject({
      status: 422,
      view: { step: 'change', errors: [{ field: 'starts', code: 'missing' }] },
    });
  });

  it('offers others where the time was lost, and says how things are where it can’t be moved any more', async () => {
    const lost = { form: { do: 'move-now', starts: other }, moved: refused(409) };
    expect((await press(lost)).result).toMatchObject({
      status: 422,
      view: { step: 'change', errors: [{ field: 'starts', code: 'no-such-time' }], typed: { starts: other } },
    });
    expect((await press({ ...lost, call: { movesLeft: 0 } })).result).toMatchObject({
      status: 409,
      view: { step: 'shown', notice: 'changed-meanwhile' },
    });
  });

  it('cancels only after asking once more', async () => {
    const asked = await press({ form: { do: 'cancel' } });
    expect([asked.done, asked.result]).toMatchObject([[], { status: 200, view: { step: 'cancel' } }]);
    const { done, result } = await press({ form: { do: 'cancel-now' } });
    expect(done).toEqual([token]);
    expect(result).toMatchObject({ to: `/your-call/${token}?done=cancelled` });
  });

  it('changes nothing that is over', async () => {
    const over = { state: 'past', mayChange: false } as const;
    for (const step of ['move', 'cancel'])
      expect((await press({ form: { do: step }, call: over })).result).toMatchObject({ view: { step: 'shown' } });
  });

  it('keeps the chosen time while the CMS is unavailable', async () => {
    const { result } = await press({ form: { do: 'move-now', starts: other }, moved: refused(503), page: null });
    expect(result).toMatchObject({
      status: 503,
      view: { step: 'change', notice: 'unavailable', typed: { starts: other } },
    });
  });
});
