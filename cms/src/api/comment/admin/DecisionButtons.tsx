import { Button, Flex } from '@strapi/design-system';
import { ConfirmedButton } from '#src/admin/components/ConfirmedButton';
import type { DeskDecision, OpenedComment } from '#src/api/comment/admin-contract';
import { decisionNames } from './comment-labels';

const whatGoes = ({ repliesBelow, audience, byCounsellor }: OpenedComment): string => {
  const gone = byCounsellor ? 'Your words are gone' : 'The name, the words and what was kept with them are gone';
  if (audience === 'counsellor') return `${gone} and can’t be brought back. Your answers to it are deleted, too.`;
  if (repliesBelow === 0) return `${gone} and can’t be brought back.`;
  const replies = repliesBelow === 1 ? 'The reply below it stays' : `The ${repliesBelow} replies below it stay`;
  return `${gone} and can’t be brought back. ${replies} on the page, under a line that says that a comment was removed.`;
};

interface Props {
  comment: OpenedComment;
  busy: boolean;
  onDecide: (decision: DeskDecision) => void;
  onUndo: () => void;
  onDelete: () => void;
}

/** What she can decide about it as it stands. */
export const DecisionButtons = ({ comment, busy, onDecide, onUndo, onDelete }: Props) => (
  <Flex gap={2} wrap="wrap" role="group" aria-label="Your decision">
    {comment.may.decisions.map((decision) => (
      <Button
        key={decision}
        variant={decision === 'approve' || decision === 'read' ? 'default' : 'secondary'}
        disabled={busy}
        onClick={() => onDecide(decision)}
      >
        {decisionNames[decision]}
      </Button>
    ))}
    {comment.mayUndo && (
      <Button variant="tertiary" disabled={busy} onClick={onUndo}>
        Undo the last decision
      </Button>
    )}
    <ConfirmedButton label="Delete for good" title="Delete it for good?" disabled={busy} onConfirm={onDelete}>
      {whatGoes(comment)}
    </ConfirmedButton>
  </Flex>
);
