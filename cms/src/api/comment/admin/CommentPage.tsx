import { Button, Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { type OpenedComment, openedComment } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime } from '#src/admin/components/labels';
import { AdminPage, ConfirmedButton, Fetched, Panel, UserText } from '#src/admin/components/page-elements';
import { decisionLabels, writerName } from './comment-labels';
import { CommentMarks } from './CommentCard';
import { ReportsPanel, ScreeningPanel, ThreadPanel } from './ContextPanels';
import { LegalHoldPanel } from './LegalHoldPanel';
import { ChecklistPanel, ReplyPanel } from './ReplyPanel';
import { type CommentActions, useCommentActions } from './useCommentActions';

const deletionWarning = ({ visibleReplies, audience, byCounsellor }: OpenedComment): string => {
  const what = byCounsellor ? 'Your text' : 'The name, the text and everything stored with them';
  const gone = `${what} will be deleted, and you can’t get ${byCounsellor ? 'it' : 'them'} back.`;
  if (audience === 'counsellor') return `${gone} Your replies to it will also be deleted.`;
  if (visibleReplies === 0) return gone;
  const replies = visibleReplies === 1 ? 'The reply below it stays' : `The ${visibleReplies} replies below it stay`;
  return `${gone} ${replies} on the page, under a line that says a comment was removed.`;
};

interface OpenedProps {
  comment: OpenedComment;
  actions: CommentActions;
}

/** The decisions that the comment's state allows. */
const DecisionButtons = ({ comment, actions }: OpenedProps) => (
  <Flex gap={2} wrap="wrap" role="group" aria-label="Your decision">
    {comment.allowed.decisions.map((decision) => (
      <Button
        key={decision}
        variant={decision === 'approve' || decision === 'read' ? 'default' : 'secondary'}
        disabled={actions.isBusy}
        onClick={() => void actions.decide(comment, decision)}
      >
        {decisionLabels[decision]}
      </Button>
    ))}
    {comment.canUndo && (
      <Button variant="tertiary" disabled={actions.isBusy} onClick={() => void actions.undo(comment)}>
        Undo the last decision
      </Button>
    )}
    <ConfirmedButton
      label="Delete for good"
      title="Delete it for good?"
      disabled={actions.isBusy}
      onConfirm={() => void actions.remove(comment)}
    >
      {deletionWarning(comment)}
    </ConfirmedButton>
  </Flex>
);

const kindLabel = ({ audience, isReply }: OpenedComment): string =>
  audience === 'counsellor' ? 'A private note' : isReply ? 'A reply' : 'A comment';

const Opened = ({ comment, actions }: OpenedProps) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    <Panel title={kindLabel(comment)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <CommentMarks comment={comment} withState />
        <UserText text={comment.text} />
        <DecisionButtons comment={comment} actions={actions} />
      </Flex>
    </Panel>
    <ReportsPanel
      comment={comment}
      isBusy={actions.isBusy}
      onSettle={(reports) => void actions.settleReports(reports)}
    />
    {!comment.byCounsellor && <ScreeningPanel comment={comment} />}
    {comment.care && <ChecklistPanel checklist={comment.responseKit.checklist} />}
    {!comment.byCounsellor && (
      <ReplyPanel
        comment={comment}
        isBusy={actions.isBusy}
        onReply={(text, nonce) => actions.reply(comment, text, nonce)}
      />
    )}
    <ThreadPanel comment={comment} />
    {!comment.byCounsellor && (
      <LegalHoldPanel comment={comment} isBusy={actions.isBusy} onChange={actions.setLegalHold} />
    )}
  </Flex>
);

/** One opened comment: its text, what the checks found, the thread, and everything that can be done with it. */
export const CommentPage = () => {
  const number = Number(useParams().number);
  const query = useAdminQuery(openedComment, { path: `/comments/${number}/open`, body: {} });
  const actions = useCommentActions(number, query.refetch);
  const comment = query.isGone ? null : query.data;
  return (
    <AdminPage
      section="Comments"
      title={comment ? writerName(comment) : 'A comment'}
      subtitle={comment ? `${formatDateTime(comment.sentAt)}, under “${comment.post.title}”` : ''}
      back={{ label: 'All comments', to: '..' }}
      outcome={actions.outcome}
    >
      <Fetched query={query} loading="Loading the comment" missing="This comment no longer exists.">
        {(opened) => <Opened key={opened.number} comment={opened} actions={actions} />}
      </Fetched>
    </AdminPage>
  );
};
