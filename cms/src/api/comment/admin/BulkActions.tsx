import { Button, Flex, Typography } from '@strapi/design-system';
import type { CommentListName, ListedComment, ModerationDecision } from 'shared';
import { namesLabel } from '#src/admin/components/labels';
import { ConfirmedButton } from '#src/admin/components/page-elements';
import { decisionLabels, subjectInSentence, writerInSentence } from './comment-labels';
import type { useBulkActions } from './useCommentActions';

const decisionsFor: Readonly<Record<CommentListName, readonly ModerationDecision[]>> = {
  waiting: ['approve', 'decline', 'spam'],
  answered: ['approve', 'decline', 'spam'],
  approved: ['decline', 'spam'],
  declined: ['approve', 'spam'],
  spam: ['approve', 'decline'],
  notes: ['read', 'spam'],
  reported: ['decline', 'spam'],
  onHold: [],
};

interface Props {
  list: CommentListName;
  ticked: readonly ListedComment[];
  actions: ReturnType<typeof useBulkActions>;
}

/** The buttons for all ticked comments; none while nothing is ticked. */
export const BulkActions = ({ list, ticked, actions }: Props) => {
  const [one] = ticked;
  const which = ticked.length === 1 && one ? subjectInSentence(one) : `these ${ticked.length} comments`;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Actions for the selected comments">
      <Typography textColor="neutral600">
        {ticked.length === 0 ? 'Nothing selected' : `${ticked.length} selected`}
      </Typography>
      {ticked.length > 0 && (
        <>
          {decisionsFor[list].map((decision) => (
            <Button
              key={decision}
              variant="secondary"
              disabled={actions.isBusy}
              onClick={() => actions.decide(decision)}
            >
              {decisionLabels[decision]}
            </Button>
          ))}
          {list === 'spam' && (
            <Button variant="tertiary" disabled={actions.isBusy} onClick={actions.markOpened}>
              I’ve looked at these
            </Button>
          )}
          <ConfirmedButton
            label="Delete for good"
            title={`Delete ${which} for good?`}
            disabled={actions.isBusy}
            onConfirm={actions.remove}
          >
            {ticked.length > 1 && `They are by ${namesLabel([...new Set(ticked.map(writerInSentence))])}. `}
            The names, the text and everything stored with them will be deleted, and you can’t get them back. Where a
            comment has replies, a line on the page says that a comment was removed.
          </ConfirmedButton>
        </>
      )}
    </Flex>
  );
};
