import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { formatDateTime } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserText } from '#src/admin/components/UserText';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import { writerName } from './comment-labels';
import { CommentMarks } from './CommentMarks';
import { DecisionButtons } from './DecisionButtons';
import { HoldPanel } from './LegalHoldPanel';
import { ReplyBox } from './ReplyBox';
import { ReportsPanel } from './ReportsPanel';
import { ResponseKit } from './ResponseKit';
import { ThreadPanel } from './ThreadPanel';
import { useCommentsApi } from './useCommentsApi';
import { type OpenedDesk, useOpenedComment } from './useOpenedComment';
import { WhyPanel } from './WhyPanel';

const Opened = ({ comment, desk }: { comment: OpenedComment; desk: OpenedDesk }) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    <Panel title={comment.audience === 'counsellor' ? 'A private note' : comment.isReply ? 'A reply' : 'A comment'}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <CommentMarks comment={comment} withState />
        <UserText text={comment.words} />
        <DecisionButtons
          comment={comment}
          busy={desk.busy}
          onDecide={(decision) => void desk.decide(comment, decision)}
          onUndo={() => void desk.undo(comment)}
          onDelete={() => void desk.remove(comment)}
        />
      </Flex>
    </Panel>
    <ReportsPanel comment={comment} busy={desk.busy} onSettle={(reports) => void desk.settle(reports)} />
    {!comment.byCounsellor && <WhyPanel comment={comment} />}
    {comment.care && <ResponseKit kit={comment.kit} />}
    {!comment.byCounsellor && (
      <ReplyBox comment={comment} busy={desk.busy} onReply={(words, nonce) => desk.reply(comment, words, nonce)} />
    )}
    <ThreadPanel comment={comment} />
    {!comment.byCounsellor && <HoldPanel comment={comment} busy={desk.busy} onHold={desk.hold} />}
  </Flex>
);

/** One comment, opened: its words, what was noticed, the thread, and everything that she can do about it. */
export const CommentPage = () => {
  const number = Number(useParams().number);
  const desk = useOpenedComment(useCommentsApi(), number);
  const { comment, fault, result } = desk;
  const opened = comment === 'gone' ? null : comment;
  return (
    <Page.Main>
      <Page.Title>Comments</Page.Title>
      <Layouts.Header
        title={opened ? writerName(opened) : 'A comment'}
        subtitle={opened ? `${formatDateTime(opened.sent)}, under “${opened.post.title}”` : ''}
        navigationAction={
          <Link tag={RouterLink} to="..">
            All comments
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={result} />
        {fault !== null && <Typography role="alert">{fault}</Typography>}
        {comment === null && fault === null && <Loader>Fetching the comment</Loader>}
        {comment === 'gone' && <Typography>This comment is not there any more.</Typography>}
        {opened && <Opened key={opened.number} comment={opened} desk={desk} />}
      </Layouts.Content>
    </Page.Main>
  );
};
