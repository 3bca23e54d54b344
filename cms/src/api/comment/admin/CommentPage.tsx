import { Button, Flex } from '@strapi/design-system';
import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { type OpenedComment, openedComment } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime } from '#src/admin/components/labels';
import { AdminPage, ConfirmedButton, Fetched, Panel, UserText } from '#src/admin/components/page-elements';
import { CarePanel } from './CarePanel';
import { decisionLabels, placeLabel, subjectInSentence, writerName } from './comment-labels';
import { CommentMarks } from './CommentCard';
import { ReportsPanel, ScreeningPanel, ThreadPanel } from './ContextPanels';
import { LegalHoldPanel } from './LegalHoldPanel';
import { PublishAnyway } from './PublishAnyway';
import { ReplyPanel } from './ReplyPanel';
import { type CommentActions, useCommentActions } from './useCommentActions';

const deletionWarning = ({ visibleReplies, audience, byCounsellor, isReply, thread }: OpenedComment): string => {
  const what = byCounsellor ? 'Your text' : 'The name, the text and everything stored with them';
  const gone = `${what} will be deleted, and you can’t get ${byCounsellor ? 'it' : 'them'} back.`;
  if (audience === 'counsellor' && isReply) return gone;
  if (audience === 'counsellor') return `${gone} All that you and the writer wrote below it will also be deleted.`;
  if (thread.some(({ isPrivate }) => isPrivate))
    return `${gone} What you and the writer wrote privately about it will also be deleted.`;
  if (visibleReplies === 0) return gone;
  const replies = visibleReplies === 1 ? 'The reply below it stays' : `The ${visibleReplies} replies below it stay`;
  return `${gone} ${replies} on the page, under a line that says a comment was removed.`;
};

interface OpenedProps {
  comment: OpenedComment;
  actions: CommentActions;
}

interface DecisionProps extends OpenedProps {
  /** Leads to where the counsellor answers. */
  onAnswer: () => void;
}

/**
 * The decisions that the comment's state allows. Where someone may be in danger, answering them is the main button;
 * there, and where it is signed with the counsellor's name, approving asks once.
 */
const DecisionButtons = ({ comment, actions, onAnswer }: DecisionProps) => {
  const isFlagged = comment.care !== null && comment.audience === 'everyone';
  const isAsked = isFlagged || comment.signedAs !== null;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Your decision">
      {isFlagged && comment.allowed.replies.includes('counsellor') && (
        <Button onClick={onAnswer}>Answer the writer</Button>
      )}
      {comment.allowed.decisions.map((decision) =>
        isAsked && decision === 'approve' ? (
          <PublishAnyway
            key={decision}
            label={decisionLabels[decision]}
            comment={comment}
            disabled={actions.isBusy}
            onConfirm={() => void actions.decide(comment, decision, true)}
          />
        ) : (
          <Button
            key={decision}
            variant={decision === 'approve' || decision === 'read' ? 'default' : 'secondary'}
            disabled={actions.isBusy}
            onClick={() => void actions.decide(comment, decision)}
          >
            {decisionLabels[decision]}
          </Button>
        ),
      )}
      {comment.canUndo && actions.outcome?.undo === undefined && (
        <Button variant="tertiary" disabled={actions.isBusy} onClick={() => void actions.undo(comment)}>
          Undo the last decision
        </Button>
      )}
      <ConfirmedButton
        label="Delete for good"
        title={`Delete ${subjectInSentence(comment)} for good?`}
        disabled={actions.isBusy}
        onConfirm={() => void actions.remove(comment)}
      >
        {deletionWarning(comment)}
      </ConfirmedButton>
    </Flex>
  );
};

const kindLabel = ({ audience, isReply }: OpenedComment): string =>
  audience === 'counsellor' ? (isReply ? 'A private message' : 'A private note') : isReply ? 'A reply' : 'A comment';

const Opened = ({ comment, actions }: OpenedProps) => {
  const replyBox = useRef<HTMLTextAreaElement>(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={kindLabel(comment)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <CommentMarks comment={comment} withState />
          <UserText text={comment.text} />
          <DecisionButtons comment={comment} actions={actions} onAnswer={() => replyBox.current?.focus()} />
        </Flex>
      </Panel>
      <ReportsPanel
        comment={comment}
        isBusy={actions.isBusy}
        onSettle={(reports) => void actions.settleReports(reports)}
      />
      {!comment.byCounsellor && <ScreeningPanel comment={comment} />}
      {comment.care && (
        <CarePanel comment={comment} isBusy={actions.isBusy} onDismiss={() => void actions.dismissFlag(comment)} />
      )}
      {!comment.byCounsellor && (
        <ReplyPanel
          comment={comment}
          isBusy={actions.isBusy}
          box={replyBox}
          onReply={(reply) => actions.reply(comment, reply)}
        />
      )}
      <ThreadPanel comment={comment} />
      {!comment.byCounsellor && (
        <LegalHoldPanel comment={comment} isBusy={actions.isBusy} onChange={actions.setLegalHold} />
      )}
    </Flex>
  );
};

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
      subtitle={comment ? `${formatDateTime(comment.sentAt)}, ${placeLabel(comment)} “${comment.post.title}”` : ''}
      back={{ label: 'All comments', to: '..' }}
      outcome={actions.outcome}
    >
      <Fetched query={query} loading="Loading the comment" missing="This comment no longer exists.">
        {(opened) => <Opened key={opened.number} comment={opened} actions={actions} />}
      </Fetched>
    </AdminPage>
  );
};
