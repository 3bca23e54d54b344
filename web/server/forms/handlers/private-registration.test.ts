import type { PrivateRegistration } from 'shared';
import { describe, expect, it } from 'vitest';
import { fakeFormServices } from '#server/forms/form-services.fake';
import type { FormToken } from '#server/forms/form-token';
import {
  confirmRegistration,
  managePrivateRegistration,
  type PrivateRegistrationRequest,
} from './private-registration';

const token = `7.1.${'A'.repeat(43)}`;
const next = `7.2.${'B'.repeat(43)}`;
const stored = {
  token: next,
  state: 'confirmed',
  canChange: true,
  certificate: false,
  certificateName: 'Ann',
  accessNeeds: 'A ramp',
  version: 3,
} as PrivateRegistration;
const refused = (status: 400 | 404 | 409 | 422 | 429 | 503, more = {}) =>
  ({ ok: false, status, issues: [], retryAfter: 60, ...more }) as const;

interface Given {
  token?: string;
  form?: Record<string, string>;
  place?: Partial<PrivateRegistration>;
  look?: ReturnType<typeof refused>;
  sent?: ReturnType<typeof refused>;
  formToken?: FormToken;
  wait?: number;
}

async function press(given: Given) {
  const asked: [string, unknown][] = [];
  const place = { ...stored, ...given.place };
  const act = (name: string) => (what: unknown) => {
    asked.push([name, what]);
    return Promise.resolve((name === 'look' ? given.look : given.sent) ?? ({ ok: true, data: place } as const));
  };
  const cms: PrivateRegistrationRequest['cms'] = {
    getRegistration: act('look'),
    changeRegistration: act('change'),
    cancelRegistration: act('cancel'),
    acceptOffer: act('accept'),
    declineOffer: act('decline'),
  };
  const forms = fakeFormServices({ token: given.formToken, retryAfter: given.wait });
  const outcome = await managePrivateRegistration({
    token: given.token ?? token,
    form: given.form && new Map(Object.entries(given.form)),
    cms,
    forms,
  });
  return { outcome, asked };
}

describe('a private page of a registration', () => {
  it('shows nothing, and does not ask the CMS, before a button is pressed', async () => {
    const { outcome, asked } = await press({});
    expect(outcome).toMatchObject({ status: 200, view: { step: 'closed', own: null } });
    expect(asked).toEqual([]);
  });

  it.each(['x', '7.1', `7.1.${'A'.repeat(42)}`, 'confirm'])('is 404 for the token %s', async (wrong) => {
    expect((await press({ token: wrong, form: { do: 'show' } })).outcome).toMatchObject({
      status: 404,
      view: { step: 'gone' },
    });
  });

  it('calls nothing unsent when “Change it” comes too late', async () => {
    const { outcome } = await press({ form: { do: 'change' }, place: { canChange: false } });
    expect(outcome).toMatchObject({ status: 200, view: { step: 'shown', typed: null } });
  });

  it('shows the registration', async () => {
    expect((await press({ form: { do: 'show' } })).outcome).toMatchObject({
      status: 200,
      view: { step: 'shown', formToken: 'fresh', own: { state: 'confirmed' } },
    });
    expect((await press({ form: { do: 'show' }, look: refused(404) })).outcome).toMatchObject({
      status: 404,
      view: { step: 'gone' },
    });
    expect((await press({ form: { do: 'show' }, look: refused(503) })).outcome).toMatchObject({
      status: 503,
      view: { step: 'closed', notice: 'unavailable' },
    });
    expect((await press({ form: { do: 'show' }, wait: 40 })).outcome).toMatchObject({
      status: 429,
      retryAfter: 40,
      view: { step: 'closed', notice: 'rate-limited' },
    });
  });

  it('asks for confirmation before it cancels or declines, and does neither without a valid form token', async () => {
    expect((await press({ form: { do: 'cancel' } })).outcome).toMatchObject({ view: { step: 'cancel' } });
    const unstamped = await press({ form: { do: 'cancel-now' } });
    expect(unstamped.outcome).toMatchObject({ status: 422, view: { step: 'cancel', notice: 'again' } });
    expect(unstamped.asked.map(([name]) => name)).toEqual(['look']);
    const done = await press({ form: { do: 'cancel-now', formToken: 's' } });
    expect([done.outcome, done.asked]).toEqual([
      { status: 303, to: `/your-place/${next}?done=cancelled` },
      [['cancel', token]],
    ]);

    const offered = { state: 'offered' } as const;
    expect((await press({ form: { do: 'decline' }, place: offered })).outcome).toMatchObject({
      view: { step: 'decline' },
    });
    expect((await press({ form: { do: 'decline-now', formToken: 's' }, place: offered })).outcome).toMatchObject({
      to: `/your-place/${next}?done=declined`,
    });
    expect((await press({ form: { do: 'accept', formToken: 's' }, place: offered })).outcome).toMatchObject({
      to: `/your-place/${next}?done=accepted`,
    });
  });

  it('shows no step that can’t be taken (any more)', async () => {
    expect((await press({ form: { do: 'cancel' }, place: { canChange: false } })).outcome).toMatchObject({
      view: { step: 'shown' },
    });
    expect((await press({ form: { do: 'decline' } })).outcome).toMatchObject({ view: { step: 'shown' } });
    expect((await press({ form: { do: 'change' }, place: { canChange: false } })).outcome).toMatchObject({
      view: { step: 'shown' },
    });
  });

  it('shows the current registration when it is too late for an action', async () => {
    for (const act of ['accept', 'cancel-now', 'decline-now']) {
      expect(
        (await press({ form: { do: act, formToken: 's' }, sent: refused(409), place: { state: 'expired' } })).outcome,
      ).toMatchObject({ status: 409, view: { step: 'shown', notice: 'changed-meanwhile' } });
    }
  });

  it('changes name and access needs, beginning with the stored ones', async () => {
    expect((await press({ form: { do: 'change' } })).outcome).toMatchObject({
      view: { step: 'change', typed: { certificateName: 'Ann', accessNeeds: 'A ramp', consent: true, version: 3 } },
    });
    const { outcome, asked } = await press({
      form: { do: 'save', formToken: 's', certificateName: ' Ann Lee ', accessNeeds: '', version: '3' },
    });
    expect(asked).toEqual([
      ['change', { token, version: 3, certificateName: 'Ann Lee', accessNeeds: null, consent: false }],
    ]);
    expect(outcome).toMatchObject({ to: `/your-place/${next}?done=changed` });
  });

  it('shows all errors of a change at once, and keeps what was typed', async () => {
    const { outcome, asked } = await press({
      form: { do: 'save', formToken: 's', certificateName: '', accessNeeds: 'A lift', version: '3' },
    });
    expect(outcome).toMatchObject({
      status: 422,
      view: {
        step: 'change',
        typed: { accessNeeds: 'A lift' },
        errors: [
          { field: 'certificateName', code: 'missing' },
          { field: 'consent', code: 'no-consent' },
        ],
      },
    });
    expect(asked.map(([name]) => name)).toEqual(['look']);
  });

  it('keeps what was typed when a change can’t be saved now', async () => {
    const form = {
      do: 'save',
      formToken: 's',
      certificateName: 'Ann',
      accessNeeds: 'A lift',
      consent: 'on',
      version: '3',
    };
    expect((await press({ form, sent: refused(503), look: refused(503) })).outcome).toMatchObject({
      status: 503,
      view: { step: 'change', notice: 'unavailable', typed: { accessNeeds: 'A lift' } },
    });
    expect((await press({ form, sent: refused(409) })).outcome).toMatchObject({
      status: 409,
      view: { step: 'shown', notice: 'changed-meanwhile', typed: { accessNeeds: 'A lift' } },
    });
    expect((await press({ form, formToken: { state: 'expired' } })).outcome).toMatchObject({
      status: 422,
      view: { step: 'change', notice: 'again', typed: { accessNeeds: 'A lift' } },
    });
  });

  it('leads to the field for the name when the certificate can’t show the name', async () => {
    const after = { canChange: false, certificate: true };
    expect((await press({ form: { do: 'rename' }, place: after })).outcome).toMatchObject({
      status: 422,
      view: { step: 'change', errors: [{ field: 'certificateName', code: 'unprintable' }] },
    });
  });
});

describe('the page that confirms a registration', () => {
  const confirm = (given: { token?: string; pressed?: boolean; do?: string; sent?: ReturnType<typeof refused> }) => {
    const asked: string[] = [];
    const disowned: string[] = [];
    const cms = {
      disownRegistration: (secret: string) => {
        disowned.push(secret);
        return Promise.resolve(given.sent ?? ({ ok: true, data: { disowned: true } } as const));
      },
      confirmRegistration: (secret: string) => {
        asked.push(secret);
        return Promise.resolve(
          given.sent ?? ({ ok: true, data: { token: next, state: 'confirmed', isOther: false } } as const),
        );
      },
    };
    const right = `7.${'C'.repeat(43)}`;
    const form = given.pressed ? new Map(Object.entries({ do: given.do ?? 'mine' })) : undefined;
    return confirmRegistration({ token: given.token ?? right, form, cms, forms: fakeFormServices() }).then(
      (outcome) => ({
        outcome,
        asked,
        disowned,
      }),
    );
  };

  it('gives the place back when they didn’t register, and says so if it was confirmed before', async () => {
    const given = await confirm({ pressed: true, do: 'not-mine' });
    expect(given.outcome).toEqual({ status: 200, view: { step: 'disowned' } });
    expect([given.asked.length, given.disowned.length]).toEqual([0, 1]);
    const steps = [];
    for (const status of [404, 409, 503] as const)
      steps.push((await confirm({ pressed: true, do: 'not-mine', sent: refused(status) })).outcome);
    expect(steps).toEqual([
      { status: 404, view: { step: 'gone' } },
      { status: 409, view: { step: 'confirmed' } },
      { status: 503, view: { step: 'unavailable' } },
    ]);
  });

  it('confirms when its button is pressed, and nothing when it is opened', async () => {
    expect(await confirm({})).toEqual({
      outcome: { status: 200, view: { step: 'ask' } },
      asked: [],
      disowned: [],
    });
    const { outcome, asked } = await confirm({ pressed: true });
    expect([outcome, asked.length]).toEqual([{ status: 303, to: `/your-place/${next}?done=confirmed` }, 1]);
  });

  it('is 404 for a private link, and once the place was released', async () => {
    expect((await confirm({ token, pressed: true })).outcome).toEqual({ status: 404, view: { step: 'gone' } });
    expect((await confirm({ pressed: true, sent: refused(404) })).outcome).toEqual({
      status: 404,
      view: { step: 'gone' },
    });
    expect((await confirm({ pressed: true, sent: refused(503) })).outcome).toEqual({
      status: 503,
      view: { step: 'unavailable' },
    });
  });
});
