import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedComment } from 'shared';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { careLabel } from '#src/admin/components/care-labels';
import { Excerpt } from '#src/admin/components/Excerpt';
import { formatDate, formatDateTime } from '#src/admin/components/labels';
import { type Mark, Marks, plainMark } from '#src/admin/components/Marks';
import { UserName } from '#src/admin/components/page-elements';
import { placeLabel, signedAsLabels, stateLabels, writerName } from './comment-labels';

/** Returns what has become of a comment: a private answer says more than that it waits for a decision. */
const stateMarks = ({ state, answeredAt }: ListedComment, withState: boolean): Mark[] => [
  ...(withState && (state !== 'waiting' || answeredAt === null) ? [plainMark(stateLabels[state])] : []),
  ...(answeredAt === null ? [] : [plainMark(`You answered its writer on ${formatDateTime(answeredAt)}`)]),
];

const marksOf = (comment: ListedComment, withState: boolean): Mark[] => [
  ...stateMarks(comment, withState),
  ...(comment.care ? [{ label: careLabel(comment.care), isStrong: comment.care.urgent }] : []),
  ...(comment.signedAs ? [{ label: signedAsLabels[comment.signedAs], isStrong: true }] : []),
  ...(comment.audience === 'counsellor' ? [plainMark('Only for you')] : []),
  ...(comment.hidden ? [{ label: 'Hidden by a report', isStrong: true }] : []),
  ...(comment.openReports > 0
    ? [plainMark(comment.openReports === 1 ? '1 report' : `${comment.openReports} reports`)]
    : []),
  ...(comment.isSuspected && comment.state !== 'spam' ? [plainMark('Suspected spam')] : []),
  ...(comment.legalHold ? [plainMark(`On hold until ${formatDate(comment.legalHold.until)}`)] : []),
];

/** Shows what is special about a comment. */
export const CommentMarks = ({ comment, withState }: { comment: ListedComment; withState: boolean }) => (
  <Marks marks={marksOf(comment, withState)} />
);

interface Props {
  comment: ListedComment;
  withState: boolean;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
}

/** A row of a list: who wrote it, when, under which post, and how it begins. */
export const CommentCard = ({ comment, withState, isTicked, onTick }: Props) => {
  const who = writerName(comment);
  return (
    <Box tag="li" background="neutral0" borderColor="neutral200" hasRadius padding={4} style={{ listStyle: 'none' }}>
      <Flex gap={4} alignItems="start">
        <Checkbox
          aria-label={`Select the comment by ${who}`}
          checked={isTicked}
          onCheckedChange={(state) => onTick(state === true)}
        />
        <Flex direction="column" alignItems="start" gap={2} style={{ minWidth: 0, flexGrow: 1 }}>
          <Flex gap={2} wrap="wrap" alignItems="baseline">
            <Link tag={RouterLink} to={String(comment.number)}>
              <UserName name={who} />
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {`${formatDateTime(comment.sentAt)}, ${placeLabel(comment)} “${comment.post.title}”`}
            </Typography>
          </Flex>
          <CommentMarks comment={comment} withState={withState} />
          <Excerpt {...comment} isFolded={comment.care !== null} />
        </Flex>
      </Flex>
    </Box>
  );
};

/** Says that the counsellor is away, as long as she is: nobody can send anything meanwhile. */
export const AwayNotice = ({ until }: { until: string | null }) =>
  until === null ? null : (
    <Box background="neutral150" padding={4} hasRadius marginBottom={4}>
      <Typography>
        {`You are away until ${formatDateTime(until)}. Until then, nobody can send a comment or a private note, and the site says so. `}
      </Typography>
      <Link tag={RouterLink} to={practiceSettings}>
        Change this
      </Link>
    </Box>
  );
