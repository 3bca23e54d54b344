import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { OpenedComment, ThreadComment } from 'shared';
import { Findings } from '#src/admin/components/CareChecklist';
import { formatDateTime } from '#src/admin/components/labels';
import { Panel, UserName, UserText } from '#src/admin/components/page-elements';
import { reasonLabels, signedAsLabels, stateLabels, writerName } from './comment-labels';
import { notificationLabel } from './email-hints';

interface ReportsProps {
  comment: OpenedComment;
  isBusy: boolean;
  onSettle: (reports: readonly number[]) => void;
}

/** What readers reported. Reports are anonymous: nobody knows who sent them. */
export const ReportsPanel = ({ comment, isBusy, onSettle }: ReportsProps) =>
  comment.reports.length === 0 ? null : (
    <Panel title={comment.reports.length === 1 ? 'A report' : `${comment.reports.length} reports`}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {comment.hidden && (
          <Typography fontWeight="semiBold">
            Readers can’t see this comment until you have dealt with the report.
          </Typography>
        )}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {comment.reports.map(({ id, reason, text, sentAt }) => (
            <li key={id} style={{ listStyle: 'none' }}>
              <Typography fontWeight="semiBold">{reasonLabels[reason]}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {formatDateTime(sentAt)}
              </Typography>
              {text !== null && <UserText text={text} />}
            </li>
          ))}
        </Flex>
        <Box>
          <Button variant="secondary" disabled={isBusy} onClick={() => onSettle(comment.reports.map(({ id }) => id))}>
            {comment.hidden ? 'Put it back on the page' : 'Leave it as it is'}
          </Button>
        </Box>
        <Typography textColor="neutral600">
          {comment.hidden
            ? 'Once you have put it back, a report can’t hide it again. Declining or deleting it also settles the reports.'
            : 'Declining or deleting the comment also settles the reports.'}
        </Typography>
      </Flex>
    </Panel>
  );

/** What the screening rules found, in sentences, and that they can be wrong. */
export const ScreeningPanel = ({ comment }: { comment: OpenedComment }) => {
  const { care, careReasons, spamReasons, signedAs, hasPersonalDetails } = comment;
  const notification = notificationLabel(comment);
  return (
    <Panel title="What the checks found">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Findings care={care} careReasons={careReasons} spamReasons={spamReasons}>
          {signedAs && (
            <Typography>
              {`${signedAsLabels[signedAs]}, or one that looks like it. Readers may think that you wrote it. It only appears if you approve it here, by itself.`}
            </Typography>
          )}
          {hasPersonalDetails && (
            <Typography>
              It seems to contain an email address, a phone number or a postal address. Think about that before you
              approve it.
            </Typography>
          )}
        </Findings>
        {notification !== null && <Typography>{notification}</Typography>}
        <Typography textColor="neutral600">
          {care
            ? 'Simple rules found this, and they can be wrong.'
            : 'If nothing is flagged, there can still be a reason to worry: the rules know phrases, you know people.'}
        </Typography>
      </Flex>
    </Panel>
  );
};

const captionOf = (comment: ThreadComment, thread: readonly ThreadComment[]): string => {
  const answered = thread.find(({ number }) => number === comment.inReplyTo);
  const whom = answered ? `, answers ${writerName(answered)}` : '';
  const state = comment.hidden
    ? 'Hidden by a report'
    : comment.isPrivate && comment.byCounsellor
      ? 'Sent'
      : stateLabels[comment.state];
  const secret = comment.isPrivate ? ' · Only you and the writer can read this' : '';
  return `${formatDateTime(comment.sentAt)}${whom} · ${state}${secret}`;
};

interface ThreadItemProps {
  comment: ThreadComment;
  thread: readonly ThreadComment[];
  isOpened: boolean;
}

const ThreadItem = ({ comment, thread, isOpened }: ThreadItemProps) => (
  <Box
    tag="li"
    paddingLeft={comment.inReplyTo === null ? 0 : 6}
    style={{ listStyle: 'none' }}
    aria-current={isOpened ? 'true' : undefined}
  >
    {isOpened ? (
      <Typography fontWeight="semiBold">
        This comment, by <UserName name={writerName(comment)} />
      </Typography>
    ) : (
      <Link tag={RouterLink} to={`../${comment.number}`} relative="path">
        <UserName name={writerName(comment)} />
      </Link>
    )}
    <Typography tag="p" variant="pi" textColor="neutral600">
      {captionOf(comment, thread)}
    </Typography>
    {!isOpened && (comment.state === 'removed' ? <Typography>Removed</Typography> : <UserText text={comment.text} />)}
  </Box>
);

/** The thread around a comment, and its post. */
export const ThreadPanel = ({ comment }: { comment: OpenedComment }) => (
  <Panel title="Post and thread">
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
          {comment.thread.map((other) => (
            <ThreadItem
              key={other.number}
              comment={other}
              thread={comment.thread}
              isOpened={other.number === comment.number}
            />
          ))}
        </Flex>
      )}
    </Flex>
  </Panel>
);
