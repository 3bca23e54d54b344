import { Button, Flex, Typography } from '@strapi/design-system';
import { ConfirmedButton } from '#src/admin/components/ConfirmedButton';
import type { DeskDecision, DeskList, ListedComment } from '#src/api/comment/admin-contract';
import { decisionNames } from './comment-labels';

const offered: Readonly<Record<DeskList, readonly DeskDecision[]>> = {
  waiting: ['approve', 'decline', 'spam'],
  approved: ['decline', 'spam'],
  declined: ['approve', 'spam'],
  spam: ['approve', 'decline'],
  notes: ['read', 'spam'],
  reported: ['decline', 'spam'],
  held: [],
};

interface Props {
  list: DeskList;
  chosen: readonly ListedComment[];
  busy: boolean;
  onDecide: (decision: DeskDecision) => void;
  onDelete: () => void;
  onSeen: () => void;
}

/** What can be done to all that is chosen. */
export const BulkActions = ({ list, chosen, busy, onDecide, onDelete, onSeen }: Props) => {
  const none = chosen.length === 0;
  const many = chosen.length === 1 ? 'this comment' : `these ${chosen.length} comments`;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="What to do with the chosen comments">
      <Typography textColor="neutral600">{none ? 'Nothing chosen' : `${chosen.length} chosen`}</Typography>
      {offered[list].map((decision) => (
        <Button key={decision} variant="secondary" disabled={none || busy} onClick={() => onDecide(decision)}>
          {decisionNames[decision]}
        </Button>
      ))}
      {list === 'spam' && (
        <Button variant="tertiary" disabled={none || busy} onClick={onSeen}>
          I have looked at these
        </Button>
      )}
      <ConfirmedButton
        label="Delete for good"
        title={`Delete ${many} for good?`}
        disabled={none || busy}
        onConfirm={onDelete}
      >
        Names, words and what was kept with them are gone and can’t be brought back. Where replies hang on a comment, an
        empty place stays on the page in its stead.
      </ConfirmedButton>
    </Flex>
  );
};
