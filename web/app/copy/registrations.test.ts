import { registrationErrorCodes, registrationStates, workshopStates } from 'shared';
import { describe, expect, it } from 'vitest';
import { registrationChangeFieldNames } from '~~/server/forms/handlers/private-registration';
import { registrationFieldNames } from '~~/server/forms/handlers/registration';
import { registrationChangeErrorMessage, registrationErrorMessage, registrationStatus } from './registrations';

describe('the error of a registration field', () => {
  it('says what is wrong or what to do, without a full stop', () => {
    const messages = [
      ...registrationFieldNames.flatMap((field) =>
        registrationErrorCodes.map((error) => registrationErrorMessage(field, error)),
      ),
      ...registrationChangeFieldNames.flatMap((field) =>
        [...registrationErrorCodes, 'unprintable' as const].map((error) =>
          registrationChangeErrorMessage(field, error),
        ),
      ),
    ];
    for (const message of messages) expect(message).toMatch(/^(?:Enter|Choose|Tick|Check|\w.* must be) .*[^.]$/);
  });

  it('says how long a text may be', () => {
    expect(registrationErrorMessage('accessNeeds', 'too-long')).toContain('1,000');
    expect(registrationChangeErrorMessage('certificateName', 'too-long')).toContain('100');
  });

  it('says what to do about characters that can’t be printed', () => {
    expect(registrationChangeErrorMessage('certificateName', 'unprintable')).toContain('Latin letters');
  });
});

const open = { state: 'open', timeZone: 'Europe/London', namesZone: true, cancellationMessage: null } as const;
const registration = { until: '2026-06-10T09:00:00.000Z', ahead: 2, reserved: 'seat', workshop: open } as const;

describe('the status of a registration', () => {
  it('has a heading and whole sentences, whatever the state of the registration and the workshop', () => {
    for (const state of registrationStates) {
      for (const workshop of workshopStates) {
        const { heading, paragraphs } = registrationStatus({
          ...registration,
          state,
          workshop: { ...open, state: workshop },
        });
        expect(heading, `${state}, ${workshop}`).toMatch(/^[A-Z].*[^.]$/);
        for (const paragraph of paragraphs) expect(paragraph).toMatch(/[.]$/);
      }
    }
  });

  it.each([
    ['unconfirmed', /by Wednesday 10 June 2026 at 10am, /],
    ['waitlisted', /2 people are ahead of you.*also after registration has closed/],
    ['offered', /until Wednesday 10 June 2026 at 10am, .*\. After that/],
    ['expired', /You can register again/],
  ] as const)('says for "%s" what follows from it', (state, expected) => {
    expect(registrationStatus({ ...registration, state }).paragraphs.join(' ')).toMatch(expected);
  });

  it('counts who is ahead on the waitlist', () => {
    const lines = [0, 1, 5].map(
      (ahead) => registrationStatus({ ...registration, ahead, state: 'waitlisted' }).paragraphs[0],
    );
    expect(lines).toEqual(['Nobody is ahead of you.', 'One person is ahead of you.', '5 people are ahead of you.']);
  });

  it('promises no place to those who asked for the waitlist', () => {
    expect(registrationStatus({ ...registration, state: 'unconfirmed', reserved: 'waitlist' }).heading).toContain(
      'waitlist',
    );
  });

  it('says first that a workshop was cancelled, with the counsellor’s message', () => {
    const { heading, paragraphs } = registrationStatus({
      ...registration,
      state: 'confirmed',
      workshop: { ...open, state: 'cancelled', cancellationMessage: 'I am ill.' },
    });
    expect([heading, paragraphs[0]]).toEqual(['This workshop was cancelled', 'I am ill.']);
  });

  it('offers nothing once the workshop is over', () => {
    expect(
      registrationStatus({ ...registration, state: 'offered', workshop: { ...open, state: 'past' } }).heading,
    ).toBe('This workshop has taken place');
  });
});
