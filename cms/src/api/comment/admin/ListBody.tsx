import { Box, Button, Checkbox, Flex } from '@strapi/design-system';
import type { DeskList, ListedComment } from '#src/api/comment/admin-contract';
import { BulkActions } from './BulkActions';
import { listNames } from './comment-labels';
import { CommentCard } from './CommentCard';
import type { useBulk } from './useBulk';
import type { useChosen } from './useChosen';

interface Props {
  list: DeskList;
  order: 'oldest' | 'newest';
  rows: readonly ListedComment[];
  choice: ReturnType<typeof useChosen>;
  bulk: ReturnType<typeof useBulk>;
  onOrder: (order: 'oldest' | 'newest') => void;
}

/** Lists whose comments stand in different states, so that each has to say which. */
const mixed: readonly DeskList[] = ['notes', 'reported', 'held'];

/** The rows of a list, with what can be done to those that are ticked. */
export const ListBody = ({ list, order, rows, choice: { chosen, choose, chooseAll }, bulk, onOrder }: Props) => {
  const all = chosen.length === rows.length ? true : chosen.length > 0 ? 'indeterminate' : false;
  return (
    <>
      <Flex gap={4} wrap="wrap" justifyContent="space-between" paddingBottom={4}>
        <Checkbox checked={all} onCheckedChange={(state) => chooseAll(state !== false)}>
          Choose all on this page
        </Checkbox>
        <Button variant="tertiary" size="S" onClick={() => onOrder(order === 'oldest' ? 'newest' : 'oldest')}>
          {order === 'oldest' ? 'Show the newest first' : 'Show the oldest first'}
        </Button>
      </Flex>
      <Box paddingBottom={4}>
        <BulkActions
          list={list}
          chosen={chosen}
          busy={bulk.busy}
          onDecide={bulk.decide}
          onDelete={bulk.remove}
          onSeen={bulk.seen}
        />
      </Box>
      <Flex tag="ul" aria-label={listNames[list]} direction="column" alignItems="stretch" gap={3}>
        {rows.map((comment) => (
          <CommentCard
            key={comment.number}
            comment={comment}
            withState={mixed.includes(list)}
            chosen={chosen.includes(comment)}
            onChoose={(on) => choose(comment.number, on)}
          />
        ))}
      </Flex>
    </>
  );
};
