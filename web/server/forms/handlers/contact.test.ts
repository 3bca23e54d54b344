import { type ContactPage, enquiryKinds } from 'shared';
import { describe, expect, it } from 'vitest';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import { contact, type ContactRequest, contactThanks } from './contact';

const page: ContactPage = {
  replyBy: '2026-12-01',
  awayUntil: null,
  kinds: [...enquiryKinds],
  workshops: [{ slug: 'nights', title: 'Nights' }],
  changesAt: '2026-11-28T00:00:00.000Z',
};
const taken = {
  ok: true,
  data: {
    number: 7,
    kind: 'enquiry',
    channel: 'email',
    token: `7.1.${'t'.repeat(43)}`,
    replyBy: '2026-12-01',
    confirms: true,
    earlier: null,
  },
} as const;
const refused = (status: 400 | 404 | 409 | 429 | 503, more = {}) =>
  ({ ok: false, status, issues: [], retryAfter: 60, ...more }) as const;

/** A browser sends a box only if it is ticked. */
const unticked = { name: 'Robin', channel: 'email', email: 'robin@example.org', text: 'Hello', formToken: 's' };
const right = { ...unticked, consent: 'on' };

interface Given {
  kind?: string;
  about?: string;
  form?: Record<string, string>;
  formToken?: FormToken;
  page?: ContactPage | null;
  sent?: ReturnType<typeof refused> | typeof taken;
  wait?: number;
}

async function press(given: Given) {
  const sent: Record<string, unknown>[] = [];
  const shownPage = given.page === undefined ? page : given.page;
  const cms: ContactRequest['cms'] = {
    contactPage: () => (shownPage === null ? Promise.reject(cmsError(503)) : Promise.resolve(shownPage)),
    sendEnquiry: (enquiry) => {
      sent.push({ ...enquiry });
      return Promise.resolve(given.sent ?? taken);
    },
  };
  const forms = fakeFormServices({
    ...(given.formToken && { token: given.formToken }),
    ...(given.wait !== undefined && { retryAfter: given.wait }),
  });
  const form = given.form && new Map(Object.entries(given.form));
  const result = await contact({ kind: given.kind ?? '', about: given.about ?? '', form, cms, forms });
  return 'view' in result
    ? { sent, to: null, status: result.status, view: result.view }
    : { sent, to: result.to, status: result.status, view: null };
}

describe('the contact form', () => {
  it('is shown empty, and with the workshop that a link names', async () => {
    expect(await press({})).toMatchObject({ status: 200, view: { kind: 'enquiry', formToken: 'fresh', errors: [] } });
    const { view } = await press({ kind: 'workshop', about: 'nights' });
    expect(view).toMatchObject({ kind: 'workshop', typed: { workshop: 'nights' } });
  });

  it('sends a message, and leads to a page that says what happens next', async () => {
    const { sent, to } = await press({ form: right });
    expect(sent).toMatchObject([
      { kind: 'enquiry', name: 'Robin', channel: 'email', email: 'robin@example.org', text: 'Hello', honeypot: false },
    ]);
    expect(to).toMatch(/^\/contact\/thanks\/sealed-/);
  });

  it('takes the way to answer from what was filled in, where none was chosen', async () => {
    const unsaid = { ...right, channel: '' };
    expect((await press({ form: unsaid })).sent).toMatchObject([{ channel: 'email' }]);
    const byPhone = { ...unsaid, email: '', phone: '0113 496 0142' };
    expect((await press({ form: byPhone })).sent).toMatchObject([{ channel: 'phone', phone: '0113 496 0142' }]);
    const both = await press({ form: { ...unsaid, phone: '0113 496 0142' } });
    expect(both).toMatchObject({ status: 422, sent: [], view: { errors: [{ field: 'channel', code: 'missing' }] } });
  });

  it('keeps everything that was typed, and names every wrong field', async () => {
    const { status, view, sent } = await press({
      kind: 'workshop',
      form: { ...right, email: 'robin', text: '', workshop: 'gone', name: 'n'.repeat(101) },
    });
    expect(status).toBe(422);
    expect(sent).toEqual([]);
    expect(view?.errors).toEqual([
      { field: 'name', code: 'too-long' },
      { field: 'email', code: 'not-an-address' },
      { field: 'text', code: 'missing' },
    ]);
    expect(view?.typed).toMatchObject({ email: 'robin', workshop: 'gone', name: 'n'.repeat(101), consent: true });
  });

  it.each([
    [
      { channel: 'email', email: '' },
      { field: 'email', code: 'missing' },
    ],
    [
      { channel: 'phone', phone: '' },
      { field: 'phone', code: 'missing' },
    ],
    [
      { channel: 'phone', phone: 'ring me' },
      { field: 'phone', code: 'not-a-number' },
    ],
    [
      { channel: 'phone', phone: '0113 496 0142', goodTimes: 'g'.repeat(201) },
      { field: 'goodTimes', code: 'too-long' },
    ],
    [{ text: 't'.repeat(5_001) }, { field: 'text', code: 'too-long' }],
  ] as const)('is not sent with %j', async (typed, error) => {
    const { status, view, sent } = await press({ form: { ...right, ...typed } });
    expect([status, view?.errors, sent]).toEqual([422, [error], []]);
  });

  it('needs consent together with a text, and neither for an enquiry', async () => {
    const { status, view } = await press({ form: unticked });
    expect([status, view?.errors]).toEqual([422, [{ field: 'consent', code: 'no-consent' }]]);
    const { sent } = await press({ form: { ...unticked, text: '' } });
    expect(sent).toMatchObject([{ kind: 'enquiry', text: null, consent: false }]);
  });

  it('sends nothing but a name and an email address to the list for space', async () => {
    const { sent } = await press({ kind: 'space', form: { ...right, channel: 'phone', phone: '0113 496 0142' } });
    expect(sent).toMatchObject([
      { kind: 'space', name: 'Robin', channel: 'email', email: 'robin@example.org', phone: null, text: null },
    ]);
  });

  it.each(['data-request', 'data-complaint'])('needs a text but no consent for a %s', async (kind) => {
    expect((await press({ kind, form: unticked })).sent).toMatchObject([{ kind, text: 'Hello' }]);
    const { view } = await press({ kind, form: { ...unticked, text: '' } });
    expect(view?.errors).toEqual([{ field: 'text', code: 'missing' }]);
  });

  it('keeps the workshop that was chosen, whatever the link named', async () => {
    const form = { ...right, workshop: '', email: '' };
    const { view } = await press({ kind: 'workshop', about: 'nights', form });
    expect(view?.typed.workshop).toBe('');
    const chosen = await press({ kind: 'workshop', form: { ...right, workshop: 'nights' } });
    expect(chosen.sent).toMatchObject([{ kind: 'workshop', workshop: 'nights' }]);
  });

  it('shows what the CMS found wrong beside the field', async () => {
    const issues = [{ path: ['workshop'], code: 'no-such-workshop' }];
    const { status, view } = await press({ kind: 'workshop', form: right, sent: refused(400, { issues }) });
    expect([status, view?.errors]).toEqual([422, [{ field: 'workshop', code: 'no-such-workshop' }]]);
  });

  it.each([
    [{ formToken: { state: 'expired' } }, 422, 'again'],
    [{ form: { ...right, formToken: '' } }, 422, 'again'],
    [{ form: { ...right, homepage: 'filled in by a browser' } }, 422, 'asked-again'],
    [{ wait: 90 }, 429, 'rate-limited'],
    [{ sent: refused(429) }, 429, 'rate-limited'],
    [{ sent: refused(503) }, 503, 'unavailable'],
    [{ page: null, sent: refused(503) }, 503, 'unavailable'],
  ] as const)('keeps what was typed when nothing was sent: %j', async (given, status, notice) => {
    const pressed = await press({ form: right, ...given });
    expect(pressed).toMatchObject({ status, view: { notice, typed: { text: 'Hello', email: 'robin@example.org' } } });
  });

  it('says that it was asked about the hidden field when it is sent once more', async () => {
    const { sent } = await press({ form: { ...right, homepage: 'x', asked: 'yes' } });
    expect(sent).toMatchObject([{ honeypot: true }]);
  });

  it('gives back what was typed where a kind of message is no longer taken', async () => {
    const without = { ...page, kinds: page.kinds.filter((kind) => kind !== 'space') };
    expect(await press({ kind: 'space', page: without })).toMatchObject({ status: 200, view: { step: 'closed' } });
    expect(await press({ kind: 'space', page: without, form: right })).toMatchObject({
      status: 409,
      sent: [],
      view: { step: 'closed', typed: { email: 'robin@example.org' } },
    });
  });

  it('says that it can’t be sent while the CMS is unavailable', async () => {
    expect(await press({ page: null })).toMatchObject({ status: 503, view: { notice: 'unavailable' } });
  });

  it.each(['nothing', 'enquiry'])('is at no other path, such as /contact/%s', async (kind) => {
    await expect(press({ kind })).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('the page after sending', () => {
  const forms = fakeFormServices();

  it('shows what was stored', async () => {
    const { to } = await press({ form: right });
    expect(contactThanks(forms.unseal(to?.replace('/contact/thanks/', '') ?? ''))).toEqual(taken.data);
  });

  it('says that it has expired, and is nowhere else', () => {
    expect(contactThanks({ state: 'expired' })).toBe('expired');
    expect(contactThanks({ state: 'invalid' })).toBeNull();
    expect(contactThanks({ state: 'open', value: { number: 7 } })).toBeNull();
  });
});
