import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { type ListedComment, type WaitingSummary, waitingSummary } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { endAtWord, formatDuration } from '#src/admin/components/labels';
import { UserName, UserText } from '#src/admin/components/page-elements';
import { writerName } from './comment-labels';
import { AwayNotice, CommentMarks } from './CommentCard';

const excerptLength = 80;

const excerptOf = ({ excerpt }: ListedComment): string => {
  const characters = [...excerpt];
  return characters.length > excerptLength ? endAtWord(characters.slice(0, excerptLength).join('')) : excerpt;
};

/** A comment that waits. Where someone may be struggling, its text is not shown before it is opened. */
const WaitingComment = ({ comment }: { comment: ListedComment }) => (
  <Box tag="li" style={{ listStyle: 'none' }}>
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      <Link tag={RouterLink} to={`/comments/${comment.number}`}>
        <UserName name={writerName(comment)} />
      </Link>
      <CommentMarks comment={comment} withState={false} />
    </Flex>
    {comment.care === null && <UserText text={excerptOf(comment)} />}
  </Box>
);

const headlineOf = ({ count, oldest }: WaitingSummary): string => {
  if (count === 0 || oldest === null) return 'Nothing is waiting for you.';
  const duration = formatDuration(oldest, Date.now());
  return count === 1
    ? `One comment has been waiting for you for ${duration}.`
    : `${count} comments are waiting for you, the oldest for ${duration}.`;
};

/** What waits for the counsellor, on the admin's home page. */
export const WaitingWidget = () => {
  const { data: summary, error } = useAdminQuery(waitingSummary, { path: '/comments/waiting' });
  if (error !== null) return <Widget.Error />;
  if (summary === null) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <AwayNotice until={summary.awayUntil} />
      <Typography>{headlineOf(summary)}</Typography>
      {summary.first.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="The first of them">
          {summary.first.map((comment) => (
            <WaitingComment key={comment.number} comment={comment} />
          ))}
        </Flex>
      )}
      {summary.awayUntil === null && (
        <Link tag={RouterLink} to={practiceSettings}>
          Going away? Tell your readers
        </Link>
      )}
    </Flex>
  );
};
