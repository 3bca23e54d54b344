import { slotReasons } from 'shared';
import { describe, expect, it } from 'vitest';
import {
  addNotice,
  bookedInLabel,
  cancelNotice,
  describeOutcome,
  moveNotice,
  nextLabel,
  nextLine,
  noneLabel,
  openedLabel,
  othersLabel,
  previewLabel,
  reasonLabel,
  savedLabel,
  stateLabel,
  voicemailLabel,
} from './call-labels';
import { breaksNote, keepNote, limitsNote, waysNote } from './rule-notes';

const london = 'Europe/London';
const person = { name: 'Robin', email: 'robin@example.org' };

describe('what is said before somebody is called', () => {
  const call = { channel: 'phone', addedManually: false, mayLeaveVoicemail: true, voicemailName: null } as const;

  it('is whether a voicemail is safe, and the name to use', () => {
    expect(voicemailLabel(call)).toBe('You may leave a voicemail');
    expect(voicemailLabel({ ...call, voicemailName: 'Sam from the library' })).toBe(
      'You may leave a voicemail, as Sam from the library',
    );
    expect(voicemailLabel({ ...call, mayLeaveVoicemail: false })).toBe('Please don’t leave a voicemail');
  });

  it('is nothing where nobody is phoned, and better none where nobody said', () => {
    expect(voicemailLabel({ ...call, channel: 'online' })).toBeNull();
    expect(voicemailLabel({ ...call, addedManually: true })).toContain('better not leave one');
  });
});

describe('what became of a call', () => {
  const label = (call: object): string | null =>
    stateLabel({ state: 'booked', cancelledBy: null, isOver: false, ...call } as Parameters<typeof stateLabel>[0]);

  it('says who cancelled it', () => {
    expect(label({})).toBeNull();
    expect(label({ isOver: true })).toBe('Over');
    expect(label({ state: 'cancelled', cancelledBy: 'reader' })).toBe('Cancelled by them');
    expect(label({ state: 'cancelled', cancelledBy: 'counsellor' })).toBe('Cancelled by you');
  });
});

describe('how an action ended', () => {
  it.each([
    [{ status: 'done' } as const, 'Moved.'],
    [
      { status: 'changed' } as const,
      'The call was not moved: it was moved or cancelled since you opened this page. Below you see it as it is now.',
    ],
    [{ status: 'gone' } as const, 'The call was not moved: it has been deleted.'],
    [
      { status: 'taken', by: 'call' } as const,
      'The call was not moved: another call is in the way, with the breaks around it. Please choose another time.',
    ],
    [
      { status: 'taken', by: 'time-off' } as const,
      'The call was not moved: you have time off then. Please choose another time, or delete the time off first.',
    ],
    [{ status: 'refused', reason: 'That time has passed.' } as const, 'The call was not moved. That time has passed.'],
  ])('is a sentence about %o', (outcome, sentence) => {
    expect(describeOutcome(outcome, 'Moved.', 'The call was not moved')).toBe(sentence);
  });

  it('says of rules whether people can book now', () => {
    expect(savedLabel({ status: 'done' }, { isOpen: true })).toBe(
      'Saved. People can book these times. Calls that are booked stay as they are.',
    );
    expect(savedLabel({ status: 'done' }, { isOpen: false })).toContain('Booking is closed.');
    expect(savedLabel({ status: 'changed' }, { isOpen: true })).toContain('What you typed is still here.');
    expect(savedLabel({ status: 'refused', reason: 'Why.' }, { isOpen: true })).toBe('Nothing was saved. Why.');
  });
});

describe('what the person gets', () => {
  it('is an email, with what is in it', () => {
    expect(moveNotice({ ...person, notify: true })).toMatch(/^Robin gets an email with the new time/);
    expect(cancelNotice({ ...person, notify: true }, false)).toBe(
      'Robin gets an email that says that the call is cancelled.',
    );
    expect(cancelNotice({ ...person, notify: true }, true)).toContain('with your message in it');
    expect(addNotice({ ...person, notify: true })).toMatch(/^Robin gets an email with the time, how to join/);
    expect(addNotice({ ...person, name: ' ', notify: true })).toMatch(/^They get an email/);
  });

  it('is nothing where that was chosen, or there is no address', () => {
    expect(moveNotice({ ...person, notify: false })).toBe('No email is sent, so please tell Robin yourself.');
    expect(cancelNotice({ name: 'Robin', email: null, notify: false }, true)).toBe(
      'There is no email address, so please tell Robin yourself.',
    );
    expect(addNotice({ name: '', email: null, notify: false })).toBe(
      'No email is sent, so please tell this person yourself.',
    );
  });
});

describe('calls that are booked in blocked time', () => {
  it('are named, and stay', () => {
    expect(bookedInLabel([])).toBeNull();
    expect(bookedInLabel([{ name: 'Robin' }])).toContain('The call with Robin is booked in that time, and it stays.');
    expect(bookedInLabel([{ name: 'Robin' }, { name: 'Wren' }])).toContain('they stay: Robin and Wren.');
  });
});

describe('why a time is offered or not', () => {
  it('is a sentence for each reason, and names a calendar or the nearest time', () => {
    const sentences = slotReasons.map((reason) => reasonLabel(reason, null, london));
    expect(new Set(sentences).size).toBe(slotReasons.length);
    expect(sentences.every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
    expect(reasonLabel('busy', 'Family', london)).toBe('Your calendar “Family” says that you are busy.');
    expect(reasonLabel('off-grid', '2027-06-01T13:30:00.000Z', london)).toContain('begins at 2:30pm.');
  });
});

describe('the times that hours give', () => {
  it('are counted, and can be booked once booking is open', () => {
    expect(previewLabel(4, false)).toBe('4 free times, once you open booking');
    expect(previewLabel(1, true)).toBe('1 free time');
    expect(previewLabel(0, false)).toBe('No free times');
    expect(openedLabel('Monday 30 November, 2pm to 4pm', false)).toContain('once you open booking.');
  });

  it('are none for the reasons that are named', () => {
    const limits = { noticeHours: 336, horizonDays: 42, maxPerDay: 1, maxPerWeek: null };
    expect(noneLabel(['notice', 'day-full'], limits)).toBe(
      'Your hours give times, but none is free because of your notice of 336 hours and your limit of 1 call a day.',
    );
    expect(noneLabel([], limits)).toBe('Your hours and extra openings give no times in these days.');
  });
});

describe('the next call on the home page', () => {
  const now = Date.parse('2027-06-01T08:00:00Z');

  it('is today, tomorrow or on a day', () => {
    expect(nextLabel('2027-06-01T13:00:00Z', london, now)).toBe('Today at 2pm');
    expect(nextLabel('2027-06-02T13:30:00Z', london, now)).toBe('Tomorrow at 2:30pm');
    expect(nextLabel('2027-06-04T13:00:00Z', london, now)).toBe('Friday 4 June at 2pm');
  });

  it('is one line above the week', () => {
    const line = (starts: string) => nextLine({ starts, channel: 'phone' }, london, now);
    expect(line('2027-06-02T13:30:00Z')).toBe('tomorrow at 2:30pm, by phone');
    expect(line('2027-06-04T13:00:00Z')).toBe('Friday 4 June at 2pm, by phone');
  });

  it('says how many come besides', () => {
    const call = {} as Parameters<typeof othersLabel>[0]['call'];
    const others = (today: number, upcoming: number, isToday: boolean): string | null =>
      othersLabel({ call, today, upcoming }, isToday);
    expect(others(1, 1, true)).toBeNull();
    expect(others(0, 2, false)).toBe('1 other call is booked after it.');
    expect(others(0, 3, false)).toBe('2 other calls are booked after it.');
    expect(others(2, 2, true)).toBe('1 more call today.');
    expect(others(2, 4, true)).toBe('1 more call today, and 2 later.');
  });
});

describe('what a closed part of the rules says', () => {
  it('is what is typed, in words', () => {
    const breaks = { minutes: '25', everyMinutes: '30', bufferBefore: '5', bufferAfter: '10' };
    expect(breaksNote(breaks)).toBe(
      '25 minutes long, beginning every 30 minutes, with a break of 5 minutes before and 10 minutes after',
    );
    expect(breaksNote({ ...breaks, bufferBefore: '0', bufferAfter: '0' })).toMatch(/with no breaks$/);
    const limits = { noticeHours: '24', horizonDays: '42', maxPerDay: '3', maxPerWeek: '' };
    expect(limitsNote(limits)).toBe('At least 24 hours ahead, and up to 42 days; at most 3 a day');
    expect(limitsNote({ ...limits, noticeHours: '0', maxPerDay: '' })).toBe(
      'Without notice, and up to 42 days; as many calls as fit',
    );
    expect(waysNote({ isOnline: true, isByPhone: true, joining: '' })).toContain('not said yet how to join');
    expect(waysNote({ isOnline: false, isByPhone: true, joining: '' })).toBe('By phone only');
    expect(keepNote({ keepDays: '14', staleHours: '24' })).toBe(
      'Calls are deleted after 14 days; other calendars count for 24 hours after they were read',
    );
  });
});
