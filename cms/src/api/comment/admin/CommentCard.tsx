import { Badge, Box, Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedComment } from 'shared';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { endAtWord, formatDate, formatDateTime } from '#src/admin/components/labels';
import { UserName, UserText } from '#src/admin/components/page-elements';
import { careLabel, placeLabel, signedAsLabels, stateLabels, writerName } from './comment-labels';

interface Mark {
  label: string;
  isStrong: boolean;
}

const plain = (label: string): Mark => ({ label, isStrong: false });

/** Returns what has become of a comment: a private answer says more than that it waits for a decision. */
const stateMarks = ({ state, answeredAt }: ListedComment, withState: boolean): Mark[] => [
  ...(withState && (state !== 'waiting' || answeredAt === null) ? [plain(stateLabels[state])] : []),
  ...(answeredAt === null ? [] : [plain(`You answered its writer on ${formatDateTime(answeredAt)}`)]),
];

const marksOf = (comment: ListedComment, withState: boolean): Mark[] => [
  ...stateMarks(comment, withState),
  ...(comment.care ? [{ label: careLabel(comment.care), isStrong: comment.care.urgent }] : []),
  ...(comment.signedAs ? [{ label: signedAsLabels[comment.signedAs], isStrong: true }] : []),
  ...(comment.audience === 'counsellor' ? [plain('Only for you')] : []),
  ...(comment.hidden ? [{ label: 'Hidden by a report', isStrong: true }] : []),
  ...(comment.openReports > 0
    ? [plain(comment.openReports === 1 ? '1 report' : `${comment.openReports} reports`)]
    : []),
  ...(comment.isSuspected && comment.state !== 'spam' ? [plain('Suspected spam')] : []),
  ...(comment.legalHold ? [plain(`On hold until ${formatDate(comment.legalHold.until)}`)] : []),
];

/** Shows what is special about a comment, in words: a colour alone would say nothing to many people. */
export const CommentMarks = ({ comment, withState }: { comment: ListedComment; withState: boolean }) => {
  const marks = marksOf(comment, withState);
  return marks.length === 0 ? null : (
    <Flex gap={2} wrap="wrap">
      {marks.map(({ label, isStrong }) => (
        <Badge
          key={label}
          backgroundColor={isStrong ? 'danger100' : 'neutral150'}
          textColor={isStrong ? 'danger700' : 'neutral800'}
          style={{ textTransform: 'none' }}
        >
          {label}
        </Badge>
      ))}
    </Flex>
  );
};

/**
 * Shows the beginning of a comment. Where someone may be struggling, it is hidden until the counsellor chooses to read
 * it.
 */
const Excerpt = ({ comment }: { comment: ListedComment }) => {
  const [isHidden, setHidden] = useState(comment.care !== null);
  const id = useId();
  const text = comment.isTruncated ? endAtWord(comment.excerpt) : comment.excerpt;
  if (comment.care === null) return <UserText text={text} />;
  return (
    <Flex direction="column" alignItems="start" gap={2}>
      <Typography textColor="neutral600">The text is hidden until you are ready to read it.</Typography>
      <Button
        variant="tertiary"
        size="S"
        aria-expanded={!isHidden}
        aria-controls={id}
        onClick={() => setHidden(!isHidden)}
      >
        {isHidden ? 'Show the text' : 'Hide the text'}
      </Button>
      <div id={id}>{!isHidden && <UserText text={text} />}</div>
    </Flex>
  );
};

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
          <Excerpt comment={comment} />
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
