import { describe, expect, it } from 'vitest';
import { cancelQuestion, choicesFor } from './participant-choices';

const robin = {
  name: 'Robin',
  state: 'confirmed',
  price: { label: 'Full price', pence: 3_000 },
  paid: false,
  attended: null,
} as const;
const wren = { ...robin, name: 'Wren', state: 'waitlisted' } as const;
const linnet = { ...robin, name: 'Linnet', state: 'unconfirmed' } as const;
const gone = { ...robin, name: 'Ouzel', state: 'cancelled', paid: true } as const;

const moveTargets = [{ id: 'b'.repeat(24), title: 'Later', starts: '2027-01-09T10:00:00Z', timeZone: 'Europe/London' }];
const before = { state: 'open', attendanceOpen: false, moveTargets } as const;
const atTheDoor = { ...before, attendanceOpen: true } as const;

describe('what is offered for the selected participants', () => {
  it('is nothing while nobody is selected', () => {
    expect(choicesFor([], before)).toEqual({ marks: [], canEmail: false, canMove: false, canCancel: false });
  });

  it('is only what can be done with all of them', () => {
    const labels = (...of: Parameters<typeof choicesFor>) => choicesFor(...of).marks.map(({ label }) => label);
    expect(labels([robin], before)).toEqual(['Paid']);
    expect(labels([robin], atTheDoor)).toEqual(['Attended', 'Did not attend', 'Paid']);
    expect(labels([{ ...robin, attended: true, paid: true }], atTheDoor)).toEqual(['Did not attend', 'Not paid']);
    expect(labels([robin, gone], atTheDoor)).toEqual([]);
    expect(choicesFor([robin, wren], before)).toMatchObject({ canEmail: true, canMove: true, canCancel: true });
    expect(choicesFor([robin, linnet], before)).toMatchObject({ canEmail: false, canMove: false, canCancel: true });
    expect(choicesFor([robin, gone], before)).toMatchObject({ canEmail: true, canMove: false, canCancel: false });
  });

  it('is neither moving nor cancelling once the workshop has begun or is cancelled', () => {
    for (const state of ['under way', 'past', 'cancelled'] as const)
      expect(choicesFor([robin], { ...before, state })).toMatchObject({ canMove: false, canCancel: false });
  });
});

describe('the question before participants are cancelled', () => {
  it('names them, and says who will be told', () => {
    expect(cancelQuestion([robin], true)).toMatchObject({
      title: 'Cancel Robin’s place?',
      says: expect.stringMatching(/^Robin will be told by email\. A place that becomes free is offered/),
    });
    expect(cancelQuestion([robin, wren, linnet], true)).toMatchObject({
      title: 'Cancel 3 places?',
      says: expect.stringContaining(
        'Robin and Wren will be told by email. Linnet has not confirmed an email address yet, so no email is sent there.',
      ),
    });
    expect(cancelQuestion([wren], false).says).toBe('Wren will get no email, so please tell them yourself.');
  });
});
