import { describe, expect, it } from 'vitest';
import {
  deadlineLabel,
  deletionWarning,
  describeOutcome,
  keptLabel,
  kindLabel,
  othersLabel,
  spaceSentLabel,
  waitingHeadline,
  waitingLabel,
} from './message-labels';

describe('how long a message has waited', () => {
  const label = (days: number): string => waitingLabel(days, Date.parse('2026-11-27T16:00:00Z'), 'Europe/London');

  it('names the day as people say it, and counts the days', () => {
    expect([0, 1, 2, 3].map(label)).toEqual([
      'Waiting since today',
      'Waiting since yesterday',
      'Waiting since Wednesday (2 days)',
      'Waiting since Tuesday (3 days)',
    ]);
  });

  it('names the date once a day of the week could be another one', () => {
    expect([6, 7, 15].map(label)).toEqual([
      'Waiting since Saturday (6 days)',
      'Waiting since 20 November (7 days)',
      'Waiting since 12 November (15 days)',
    ]);
  });

  it('is right just after midnight when the clocks have changed meanwhile', () => {
    expect(waitingLabel(3, Date.parse('2026-03-29T23:30:00Z'), 'Europe/London')).toBe('Waiting since Friday (3 days)');
    expect(waitingLabel(3, Date.parse('2026-10-27T00:30:00Z'), 'Europe/London')).toBe(
      'Waiting since Saturday (3 days)',
    );
  });
});

describe('what a message is about', () => {
  it('names the workshop of a question, where one was chosen', () => {
    expect(kindLabel({ kind: 'workshop', workshop: 'Quiet mornings' })).toBe(
      'Question about a workshop: Quiet mornings',
    );
    expect(kindLabel({ kind: 'workshop', workshop: null })).toBe('Question about a workshop');
    expect(kindLabel({ kind: 'data-request', workshop: null })).toBe('Request about personal data');
  });
});

describe('the deadline of a message', () => {
  it('says what to do by when, with the year where that is another one', () => {
    expect(deadlineLabel({ duty: 'acknowledge', day: '2026-12-27' }, '2026-11-27')).toBe('Acknowledge by 27 December');
    expect(deadlineLabel({ duty: 'answer', day: '2027-01-04' }, '2026-12-04')).toBe('Answer by 4 January 2027');
    expect(deadlineLabel({ duty: 'answer', day: '2026-12-04' }, '2026-12-04')).toBe('Answer by 4 December');
  });

  it('says once it has passed that it has', () => {
    expect(deadlineLabel({ duty: 'acknowledge', day: '2026-12-27' }, '2026-12-28')).toBe(
      'Was to be acknowledged by 27 December',
    );
    expect(deadlineLabel({ duty: 'answer', day: '2026-12-27' }, '2027-01-01')).toBe(
      'Was to be answered by 27 December 2026',
    );
  });
});

describe('what else an address has sent', () => {
  it('is a sentence, or nothing', () => {
    expect(othersLabel({ messages: 0, comments: 0, registrations: 0 })).toBeNull();
    expect(othersLabel({ messages: 1, comments: 3, registrations: 2 })).toBe(
      'This address has also sent 1 other message, 3 comments and notes and 2 registrations for workshops.',
    );
  });
});

describe('when a message goes', () => {
  it('is said with the day, or what it waits for', () => {
    const message = { kind: 'enquiry', isSpam: false, deletedOn: null, keepDays: 90 } as const;
    expect(keptLabel(message)).toBe('This message is kept until you have answered it, and for 90 days after that.');
    expect(keptLabel({ ...message, keepDays: 1 })).toContain('for 1 day after that');
    expect(keptLabel({ ...message, deletedOn: '2027-02-25' })).toBe(
      'This message will be deleted on 25 February 2027.',
    );
    expect(keptLabel({ ...message, kind: 'space', deletedOn: '2027-02-25' })).toBe(
      'This message will be deleted on 25 February 2027, or once you have told this person that there is space.',
    );
  });

  it('names the log among what is lost, and that it may be asked for', () => {
    const steps = [{ kind: 'note' as const, at: '2026-11-27T16:00:00.000Z', text: 'Rang, no answer.' }];
    expect(deletionWarning({ kind: 'enquiry', steps: [] })).not.toContain('notes');
    expect(deletionWarning({ kind: 'enquiry', steps })).toContain('your replies and notes');
    expect(deletionWarning({ kind: 'data-complaint', steps })).toContain('Information Commissioner');
  });
});

describe('how an action on a message ended', () => {
  const describeReply = (outcome: Parameters<typeof describeOutcome>[0]): string =>
    describeOutcome(outcome, 'Your reply was sent.', 'Your reply was not sent');

  it('says what was not done, and why', () => {
    expect(describeReply({ status: 'done' })).toBe('Your reply was sent.');
    expect(describeReply({ status: 'changed' })).toBe(
      'Your reply was not sent: since you opened the message, its sender has added something, or it was dealt with elsewhere. Please read it again first.',
    );
    expect(describeReply({ status: 'gone' })).toBe(
      'Your reply was not sent: the message was withdrawn by its sender, or deleted.',
    );
    expect(describeReply({ status: 'refused', reason: 'This message is answered by phone.' })).toBe(
      'Your reply was not sent. This message is answered by phone.',
    );
  });
});

describe('the messages on the home page', () => {
  it('are counted in a sentence, and those that have waited too long in another', () => {
    expect(waitingHeadline({ count: 0, overdue: 0 })).toBe('Nothing is waiting for an answer.');
    expect(waitingHeadline({ count: 1, overdue: 1 })).toBe(
      'One message is waiting for an answer. It has waited longer than you promised.',
    );
    expect(waitingHeadline({ count: 4, overdue: 1 })).toBe(
      '4 messages are waiting for an answer. One of them has waited longer than you promised.',
    );
    expect(waitingHeadline({ count: 2, overdue: 2 })).toContain('All of them have waited');
  });
});

describe('the email about space', () => {
  it('says afterwards to how many people it went, and how many are left', () => {
    expect(spaceSentLabel({ sent: 4, left: 0 })).toBe('Sent to 4 people. Nobody is on the list now.');
    expect(spaceSentLabel({ sent: 1, left: 1 })).toBe('Sent to 1 person. 1 person is still on the list.');
    expect(spaceSentLabel({ sent: 0, left: 0 })).toContain('nothing was sent');
  });
});
