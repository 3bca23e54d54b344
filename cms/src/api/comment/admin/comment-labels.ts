import type { ActOutcome, CommentState, DeskDecision, DeskList, ListedComment } from '#src/api/comment/admin-contract';

export const listNames: Readonly<Record<DeskList, string>> = {
  waiting: 'Waiting',
  approved: 'Approved',
  declined: 'Declined',
  spam: 'Spam',
  notes: 'Private notes',
  reported: 'Reported',
  held: 'Held',
};

export const emptyLists: Readonly<Record<DeskList, string>> = {
  waiting: 'Nothing is waiting for you.',
  approved: 'No comment has been approved yet.',
  declined: 'Nothing has been declined.',
  spam: 'There is no spam.',
  notes: 'Nobody has written you a private note.',
  reported: 'No report is open.',
  held: 'Nothing is held.',
};

export const stateNames: Readonly<Record<CommentState, string>> = {
  waiting: 'Waiting',
  approved: 'Approved',
  declined: 'Declined',
  spam: 'Spam',
  read: 'Read',
  removed: 'Removed',
};

export const decisionNames: Readonly<Record<DeskDecision, string>> = {
  approve: 'Approve',
  decline: 'Decline',
  spam: 'Spam',
  read: 'Mark as read',
};

export const statesAfter: Readonly<Record<DeskDecision, CommentState>> = {
  approve: 'approved',
  decline: 'declined',
  spam: 'spam',
  read: 'read',
};

const decided: Readonly<Record<DeskDecision, string>> = {
  approve: 'approved and on the page',
  decline: 'declined',
  spam: 'put with the spam',
  read: 'marked as read',
};

export const reasonNames: Readonly<Record<string, string>> = {
  'identifies-or-threatens': 'It identifies or threatens someone',
  'worried-about-writer': 'Somebody is worried about its writer',
  'unkind-or-harmful': 'It is unkind or could do harm',
  advertising: 'It advertises something',
  'lost-my-link': 'The writer says that they lost their private link',
  'something-else': 'Something else',
};

/** Who wrote it, as the desk names them. */
export const writerName = ({ byCounsellor, name }: { byCounsellor: boolean; name: string | null }): string =>
  byCounsellor ? 'You' : (name ?? 'Somebody who took their name off');

/** What a care flag means, in words that promise nothing. */
export const careInWords = (care: NonNullable<ListedComment['care']>): string => {
  const who = care.kind === 'self' ? 'The writer' : 'Somebody the writer speaks of';
  return care.urgent ? `${who} may be in danger` : `${who} may be struggling`;
};

const several = (n: number, what: string): string =>
  n === 1 ? `One comment was ${what}` : `${n} comments were ${what}`;

const failures = (outcomes: readonly ActOutcome[]): string[] => {
  const count = (result: ActOutcome['result']): number =>
    outcomes.filter((outcome) => outcome.result === result).length;
  const told: [ActOutcome['result'], string][] = [
    ['changed', 'changed by the writer meanwhile: please read the new words first'],
    ['decided before', 'decided already, somewhere else'],
    ['gone', 'removed meanwhile'],
  ];
  const because = outcomes.flatMap((outcome) => (outcome.result === 'refused' ? [outcome.because] : []));
  return [
    ...told.flatMap(([result, what]) => (count(result) > 0 ? [`${several(count(result), what)}.`] : [])),
    ...new Set(because),
  ];
};

/** What became of an act on one or more comments, in sentences. `did` completes “One comment was …”. */
export const outcomesInWords = (outcomes: readonly ActOutcome[], did: string): string => {
  const done = outcomes.filter(({ result }) => result === 'done').length;
  return [...(done > 0 ? [`${several(done, did)}.`] : []), ...failures(outcomes)].join(' ');
};

export const decisionsInWords = (outcomes: readonly ActOutcome[], decision: DeskDecision): string =>
  outcomesInWords(outcomes, decided[decision]);
