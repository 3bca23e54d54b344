import type {
  CommentListName,
  CommentState,
  ListedComment,
  ModerationDecision,
  ModerationOutcome,
  ReportReason,
  SignedAs,
} from 'shared';

type Labels<Key extends string> = Readonly<Record<Key, string>>;

export const listLabels: Labels<CommentListName> = {
  waiting: 'Waiting',
  answered: 'Answered privately',
  approved: 'Approved',
  declined: 'Declined',
  spam: 'Spam',
  notes: 'Private notes',
  reported: 'Reported',
  onHold: 'On hold',
};

export const emptyListLabels: Labels<CommentListName> = {
  waiting: 'Nothing is waiting for you.',
  answered: 'There is no comment that you have answered only to its writer and not decided about.',
  approved: 'You have not approved any comments yet.',
  declined: 'You have not declined any comments.',
  spam: 'There is no spam.',
  notes: 'Nobody has sent you a private note.',
  reported: 'There are no open reports.',
  onHold: 'Nothing is on hold.',
};

export const stateLabels: Labels<CommentState> = {
  waiting: 'Waiting',
  approved: 'Approved',
  declined: 'Declined',
  spam: 'Spam',
  read: 'Read',
  removed: 'Removed',
};

export const decisionLabels: Labels<ModerationDecision> = {
  approve: 'Approve',
  decline: 'Decline',
  spam: 'Spam',
  read: 'Mark as read',
};

export const stateAfter: Readonly<Record<ModerationDecision, CommentState>> = {
  approve: 'approved',
  decline: 'declined',
  spam: 'spam',
  read: 'read',
};

const decidedLabels: Labels<ModerationDecision> = {
  approve: 'approved and is now on the page',
  decline: 'declined',
  spam: 'marked as spam',
  read: 'marked as read',
};

export const reasonLabels: Labels<ReportReason> = {
  'identifies-or-threatens': 'It identifies or threatens someone',
  'worried-about-writer': 'Someone is worried about its writer',
  'unkind-or-harmful': 'It is unkind, or could harm someone',
  advertising: 'It is advertising',
  'lost-my-link': 'The writer has lost their private link',
  'something-else': 'Something else',
};

/** Returns the writer's name as the admin shows it. */
export const writerName = ({ byCounsellor, name }: { byCounsellor: boolean; name: string | null }): string =>
  byCounsellor ? 'You' : (name ?? 'Someone who removed their name');

/** Returns the writer's name within a sentence: `Ada`, `you`. */
export const writerInSentence = (comment: Parameters<typeof writerName>[0]): string =>
  writerName(comment).replace(/^(?:You|Someone who removed their name)$/, (words) => words.toLowerCase());

/** Returns what stands before the title of the post, such as `a reply under`. */
export const placeLabel = ({ isReply, audience }: Pick<ListedComment, 'isReply' | 'audience'>): string => {
  if (!isReply) return 'under';
  return audience === 'counsellor' ? 'written back to you about' : 'a reply under';
};

export const signedAsLabels: Labels<SignedAs> = {
  counsellor: 'Signed with your name',
  practice: 'Signed with the practice’s name',
};

/** Returns what an action was about, to begin a sentence: `Ada’s comment`. */
export const subjectLabel = ({
  byCounsellor,
  name,
  audience,
}: Pick<ListedComment, 'byCounsellor' | 'name' | 'audience'>): string => {
  if (byCounsellor) return 'Your reply';
  const what = audience === 'counsellor' ? 'private note' : 'comment';
  return name === null ? `The ${what}` : `${name}’s ${what}`;
};

/** Returns what an action was about, within a sentence: `Ada’s comment`, `your reply`. */
export const subjectInSentence = (comment: Parameters<typeof subjectLabel>[0]): string =>
  subjectLabel(comment).replace(/^(?:Your|The) /, (word) => word.toLowerCase());

const countLabel = (n: number, what: string, one: string): string =>
  n === 1
    ? `${one} was ${what}`
    : `${n} comments were ${what.replace('is now', 'are now').replace('see it: its post is', 'see them: their posts are')}`;

const failureLabels: readonly [ModerationOutcome['status'], string][] = [
  ['changed', 'changed by the writer in the meantime: please read the new text first'],
  ['already-decided', 'already decided elsewhere'],
  ['gone', 'removed in the meantime'],
];

export const leftOutLabel = (count: number): string =>
  count === 1 ? 'One was left out: open it first.' : `${count} were left out: open them first.`;

const failures = (outcomes: readonly ModerationOutcome[], one: string): string[] => {
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'refused' ? [outcome.reason] : []));
  const notDone = outcomes.filter(({ status }) => status === 'left-out').length;
  return [
    ...(notDone > 0 ? [leftOutLabel(notDone)] : []),
    ...failureLabels.flatMap(([status, what]) => {
      const count = outcomes.filter((outcome) => outcome.status === status).length;
      return count > 0 ? [`${countLabel(count, what, one)}.`] : [];
    }),
    ...new Set(reasons),
  ];
};

export const isDone = ({ status }: ModerationOutcome): boolean => status === 'done';

/**
 * Returns the outcomes of an action in sentences.
 *
 * @param done completes “One comment was …”
 * @param one what begins the sentence about a single comment; its name where the page may show another one by then
 */
export const describeOutcomes = (outcomes: readonly ModerationOutcome[], done: string, one = 'One comment'): string => {
  const count = outcomes.filter(isDone).length;
  return [...(count > 0 ? [`${countLabel(count, done, one)}.`] : []), ...failures(outcomes, one)].join(' ');
};

/**
 * Returns the outcomes of a decision in sentences.
 *
 * @param unseen the numbers of comments that nobody can see although they are approved, because their post is not
 * public
 * @param one as in `describeOutcomes`
 */
export const describeDecision = (
  outcomes: readonly ModerationOutcome[],
  decision: ModerationDecision,
  unseen: readonly number[],
  one = 'One comment',
): string => {
  if (decision !== 'approve') return describeOutcomes(outcomes, decidedLabels[decision], one);
  const isUnseen = (outcome: ModerationOutcome): boolean => isDone(outcome) && unseen.includes(outcome.number);
  const count = outcomes.filter(isUnseen).length;
  return [
    ...(count > 0
      ? [`${countLabel(count, 'approved, but nobody can see it: its post is not on the site', one)}.`]
      : []),
    describeOutcomes(
      outcomes.filter((outcome) => !isUnseen(outcome)),
      decidedLabels.approve,
      one,
    ),
  ]
    .join(' ')
    .trim();
};
