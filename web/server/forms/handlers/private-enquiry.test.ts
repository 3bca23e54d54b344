import type { PrivateEnquiry } from 'shared';
import { describe, expect, it } from 'vitest';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import { managePrivateEnquiry, type PrivateEnquiryRequest } from './private-enquiry';

const token = `7.1.${'t'.repeat(43)}`;
const own: PrivateEnquiry = {
  number: 7,
  token,
  kind: 'enquiry',
  state: 'open',
  name: null,
  channel: 'email',
  email: 'robin@example.org',
  phone: null,
  mayLeaveMessage: false,
  goodTimes: null,
  workshop: null,
  text: 'Hello',
  additions: [],
  sentAt: '2026-11-27T12:00:00.000Z',
  answeredAt: null,
  replyBy: '2026-12-01',
  mayAdd: true,
  deletedOn: null,
};
const found = (data: PrivateEnquiry) => ({ ok: true, data }) as const;
const refused = (status: 404 | 409 | 503) => ({ ok: false, status, issues: [], retryAfter: 60 }) as const;

async function press(
  form: Record<string, string> | null,
  given: Partial<PrivateEnquiryRequest['cms']> = {},
  services: { token?: FormToken; retryAfter?: number } = {},
) {
  const calls: unknown[] = [];
  const cms: PrivateEnquiryRequest['cms'] = {
    getEnquiry: () => Promise.resolve(found(own)),
    addToEnquiry: (addition) => {
      calls.push(addition);
      return Promise.resolve(found(own));
    },
    withdrawEnquiry: (withdrawn) => {
      calls.push(withdrawn);
      return Promise.resolve({ ok: true, data: { removed: true } });
    },
    ...given,
  };
  const fields = form ? new Map(Object.entries({ formToken: 's', ...form })) : undefined;
  const result = await managePrivateEnquiry({ token, form: fields, cms, forms: fakeFormServices(services) });
  return { calls, result };
}

describe('the private page of a message', () => {
  it('shows nothing before a button was pressed', async () => {
    expect((await press(null)).result).toMatchObject({ status: 200, view: { step: 'closed', own: null } });
    expect((await press({ do: 'show' })).result).toMatchObject({ view: { step: 'shown', own: { text: 'Hello' } } });
  });

  it('adds a text with the nonce of the form, and keeps what could not be sent', async () => {
    const added = await press({ do: 'send', text: ' Tuesday is best. ' });
    expect(added.calls).toEqual([{ token, text: 'Tuesday is best.', nonce: 'n'.repeat(22) }]);
    expect(added.result).toMatchObject({ to: `/your-message/${token}?done=added` });
    expect((await press({ do: 'send', text: '' })).result).toMatchObject({
      status: 422,
      view: { step: 'change', errors: [{ field: 'text', code: 'missing' }] },
    });
    const failed = await press({ do: 'send', text: 'Tuesday' }, { addToEnquiry: () => Promise.resolve(refused(503)) });
    expect(failed.result).toMatchObject({ status: 503, view: { step: 'change', typed: { text: 'Tuesday' } } });
  });

  it('gives back what was typed once nothing can be added', async () => {
    const closed = await press(
      { do: 'send', text: 'Tuesday' },
      {
        addToEnquiry: () => Promise.resolve(refused(409)),
        getEnquiry: () => Promise.resolve(found({ ...own, mayAdd: false })),
      },
    );
    expect(closed.result).toMatchObject({ status: 409, view: { step: 'shown', typed: { text: 'Tuesday' } } });
  });

  it('withdraws the message after it has asked', async () => {
    expect((await press({ do: 'withdraw' })).result).toMatchObject({ view: { step: 'withdraw' } });
    const { calls, result } = await press({ do: 'withdraw-now' });
    expect(calls).toEqual([token]);
    expect(result).toMatchObject({ to: `/your-message/${token}?done=withdrawn` });
  });

  it('shows how things are where nothing more can be added', async () => {
    const full = { getEnquiry: () => Promise.resolve(found({ ...own, mayAdd: false })) };
    expect((await press({ do: 'add' }, full)).result).toMatchObject({ view: { step: 'shown', typed: null } });
  });

  it('keeps what was typed with a form that has expired, and deletes nothing with one', async () => {
    const expired = { token: { state: 'expired' } } as const;
    const typed = await press({ do: 'send', text: 'Tuesday' }, {}, expired);
    expect(typed.result).toMatchObject({
      status: 422,
      view: { step: 'change', notice: 'again', typed: { text: 'Tuesday' } },
    });
    const asked = await press({ do: 'withdraw-now' }, {}, expired);
    expect(asked.result).toMatchObject({ status: 422, view: { step: 'withdraw', notice: 'again' } });
    expect([...typed.calls, ...asked.calls]).toEqual([]);
  });

  it('does nothing for too many requests', async () => {
    const { calls, result } = await press({ do: 'withdraw-now' }, {}, { retryAfter: 90 });
    expect(result).toMatchObject({ status: 429, view: { step: 'closed', notice: 'rate-limited', own: null } });
    expect(calls).toEqual([]);
  });

  it('says that nothing was withdrawn while the CMS is unavailable', async () => {
    const failed = await press({ do: 'withdraw-now' }, { withdrawEnquiry: () => Promise.resolve(refused(503)) });
    expect(failed.result).toMatchObject({ status: 503, view: { notice: 'unavailable' } });
  });

  it('says that a link has ended', async () => {
    const gone = await press({ do: 'show' }, { getEnquiry: () => Promise.resolve(refused(404)) });
    expect(gone.result).toMatchObject({ status: 404, view: { step: 'gone' } });
  });
});
