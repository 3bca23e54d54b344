import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { formatDateTime } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserText } from '#src/admin/components/UserText';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import { reasonNames } from './comment-labels';

interface Props {
  comment: OpenedComment;
  busy: boolean;
  onSettle: (reports: readonly number[]) => void;
}

/** What readers said about a comment. Reports are anonymous: nobody knows who sent them. */
export const ReportsPanel = ({ comment, busy, onSettle }: Props) =>
  comment.reports.length === 0 ? null : (
    <Panel title={comment.reports.length === 1 ? 'A report' : `${comment.reports.length} reports`}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {comment.hidden && (
          <Typography fontWeight="semiBold">Nobody sees the comment until you have looked at this.</Typography>
        )}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {comment.reports.map(({ id, reason, words, sent }) => (
            <li key={id} style={{ listStyle: 'none' }}>
              <Typography fontWeight="semiBold">{reasonNames[reason] ?? reason}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {formatDateTime(sent)}
              </Typography>
              {words !== null && <UserText text={words} />}
            </li>
          ))}
        </Flex>
        <Box>
          <Button variant="secondary" disabled={busy} onClick={() => onSettle(comment.reports.map(({ id }) => id))}>
            {comment.hidden ? 'Put it back on the page' : 'Leave it as it is'}
          </Button>
        </Box>
        <Typography textColor="neutral600">
          {comment.hidden
            ? 'Once you have put it back, a report can’t hide it again. Declining or deleting it settles the reports, too.'
            : 'Declining or deleting the comment settles the reports, too.'}
        </Typography>
      </Flex>
    </Panel>
  );
