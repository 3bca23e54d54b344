import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { formatDuration } from '#src/admin/components/date-labels';
import { UserName, UserText } from '#src/admin/components/UserText';
import type { ListedComment, WaitingForYou } from '#src/api/comment/admin-contract';
import { AwayLine } from './AwayLine';
import { writerName } from './comment-labels';
import { CommentMarks } from './CommentMarks';
import { useCommentsApi } from './useCommentsApi';

const beginning = 80;

/** One that waits. Where somebody may be struggling, nothing of the words is shown before she opens it. */
const Waiting = ({ comment }: { comment: ListedComment }) => (
  <Box tag="li" style={{ listStyle: 'none' }}>
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      <Link tag={RouterLink} to={`/comments/${comment.number}`}>
        <UserName name={writerName(comment)} />
      </Link>
      <CommentMarks comment={comment} withState={false} />
    </Flex>
    {comment.care === null && (
      <UserText
        text={`${[...comment.beginning].slice(0, beginning).join('')}${comment.beginning.length > beginning ? ' …' : ''}`}
      />
    )}
  </Box>
);

const headline = ({ count, oldest }: WaitingForYou): string => {
  if (count === 0 || oldest === null) return 'Nothing is waiting for you.';
  const since = formatDuration(oldest, Date.now());
  return count === 1
    ? `One is waiting for you, for ${since}.`
    : `${count} are waiting for you, the oldest for ${since}.`;
};

/** What waits for her, on the first page of the admin. */
export const WaitingWidget = () => {
  const api = useCommentsApi();
  const [waiting, setWaiting] = useState<WaitingForYou | 'asking' | 'no answer'>('asking');
  useEffect(() => void api.waiting().then(setWaiting, () => setWaiting('no answer')), [api]);
  if (waiting === 'asking') return <Widget.Loading />;
  if (waiting === 'no answer') return <Widget.Error />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <AwayLine until={waiting.awayUntil} />
      <Typography>{headline(waiting)}</Typography>
      {waiting.first.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="The first of them">
          {waiting.first.map((comment) => (
            <Waiting key={comment.number} comment={comment} />
          ))}
        </Flex>
      )}
    </Flex>
  );
};
