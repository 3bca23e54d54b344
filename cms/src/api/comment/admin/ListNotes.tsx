import { Box, Typography } from '@strapi/design-system';
import type { CommentCounts, DeskList } from '#src/api/comment/admin-contract';

const noteFor = (list: DeskList, { unopenedSpam, toReview }: CommentCounts): string | null => {
  if (list === 'spam' && unopenedSpam > 0)
    return `${unopenedSpam === 1 ? 'One of these is' : `${unopenedSpam} of these are`} new to you. Nothing that you have not looked at is deleted.`;
  if (list === 'held' && toReview > 0)
    return `${toReview === 1 ? 'One review date has' : `${toReview} review dates have`} come. Nothing held is deleted until you release it.`;
  return list === 'waiting'
    ? 'Those who may be in danger come first, then those who may be struggling, then the oldest.'
    : null;
};

/** One line about the list: what is new in it, or how it is sorted. */
export const ListNotes = ({ list, counts }: { list: DeskList; counts: CommentCounts }) => {
  const note = counts.lists[list] === 0 ? null : noteFor(list, counts);
  return note === null ? null : (
    <Box paddingBottom={4}>
      <Typography textColor="neutral600">{note}</Typography>
    </Box>
  );
};
