import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { formatDateTime } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserName, UserText } from '#src/admin/components/UserText';
import type { OpenedComment, ThreadPart } from '#src/api/comment/admin-contract';
import { stateNames, writerName } from './comment-labels';

const headline = (part: ThreadPart, parts: readonly ThreadPart[]): string => {
  const answered = parts.find(({ number }) => number === part.answers);
  const whom = answered ? `, answers ${writerName(answered)}` : '';
  return `${formatDateTime(part.sent)}${whom} · ${part.hidden ? 'Hidden by a report' : stateNames[part.state]}`;
};

const Part = ({ part, parts, isThis }: { part: ThreadPart; parts: readonly ThreadPart[]; isThis: boolean }) => (
  <Box
    tag="li"
    paddingLeft={part.answers === null ? 0 : 6}
    style={{ listStyle: 'none' }}
    aria-current={isThis ? 'true' : undefined}
  >
    {isThis ? (
      <Typography fontWeight="semiBold">
        This comment, by <UserName name={writerName(part)} />
      </Typography>
    ) : (
      <Link tag={RouterLink} to={`../${part.number}`} relative="path">
        <UserName name={writerName(part)} />
      </Link>
    )}
    <Typography tag="p" variant="pi" textColor="neutral600">
      {headline(part, parts)}
    </Typography>
    {!isThis && (part.state === 'removed' ? <Typography>Removed</Typography> : <UserText text={part.words} />)}
  </Box>
);

/** The thread around a comment and the post above it. */
export const ThreadPanel = ({ comment }: { comment: OpenedComment }) => (
  <Panel title="Where it stands">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        {'Under '}
        {comment.postUrl === null ? (
          `“${comment.post.title}”`
        ) : (
          <Link href={comment.url ?? comment.postUrl} isExternal>
            {comment.post.title}
          </Link>
        )}
      </Typography>
      {comment.thread.length > 1 && (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={4} aria-label="The thread">
          {comment.thread.map((part) => (
            <Part key={part.number} part={part} parts={comment.thread} isThis={part.number === comment.number} />
          ))}
        </Flex>
      )}
    </Flex>
  </Panel>
);
