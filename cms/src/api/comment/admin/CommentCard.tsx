import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { formatDateTime } from '#src/admin/components/date-labels';
import { UserName } from '#src/admin/components/UserText';
import type { ListedComment } from '#src/api/comment/admin-contract';
import { writerName } from './comment-labels';
import { CommentBeginning } from './CommentBeginning';
import { CommentMarks } from './CommentMarks';

interface Props {
  comment: ListedComment;
  withState: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** A row of a list: who, when, under which post, and how it begins. */
export const CommentCard = ({ comment, withState, chosen, onChoose }: Props) => {
  const who = writerName(comment);
  return (
    <Box tag="li" background="neutral0" borderColor="neutral200" hasRadius padding={4} style={{ listStyle: 'none' }}>
      <Flex gap={4} alignItems="start">
        <Checkbox
          aria-label={`Choose the comment by ${who}`}
          checked={chosen}
          onCheckedChange={(state) => onChoose(state === true)}
        />
        <Flex direction="column" alignItems="start" gap={2} style={{ minWidth: 0, flexGrow: 1 }}>
          <Flex gap={2} wrap="wrap" alignItems="baseline">
            <Link tag={RouterLink} to={String(comment.number)}>
              <UserName name={who} />
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {`${formatDateTime(comment.sent)}, ${comment.isReply ? 'a reply under' : 'under'} “${comment.post.title}”`}
            </Typography>
          </Flex>
          <CommentMarks comment={comment} withState={withState} />
          <CommentBeginning comment={comment} />
        </Flex>
      </Flex>
    </Box>
  );
};
