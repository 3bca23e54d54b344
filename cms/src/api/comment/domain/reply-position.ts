import type { CommentState } from 'shared';

interface Answered {
  id: number;
  rootId: number | null;
}

/** Where a reply stands: in the thread of what it answers, never deeper than the second level. */
export const replyPosition = ({ id, rootId }: Answered): { rootId: number; parentId: number } => ({
  rootId: rootId ?? id,
  parentId: id,
});

interface Standing {
  state: CommentState;
  hidden: boolean;
}

/** Whether the first comment of a thread keeps it on the page. */
const holdsThread = (root: Standing): boolean =>
  !root.hidden && (root.state === 'approved' || root.state === 'removed');

/**
 * Why a comment can't come onto the page in its thread, in a sentence; null when it can. `root` is null when it begins
 * the thread.
 */
export const approvalError = (isReply: boolean, root: Standing | null): string | null =>
  isReply && (root === null || !holdsThread(root))
    ? 'The comment that begins this thread is not on the page, so nothing below it can be read there.'
    : null;

/**
 * Why she can't answer a comment as it stands, in a sentence; null when she can. One that waits is approved by her
 * answer, a note is answered privately.
 */
export const replyError = (
  comment: Standing & { audience: 'everyone' | 'counsellor'; isReply: boolean },
  root: Standing | null,
): string | null => {
  if (comment.audience === 'counsellor')
    return comment.state === 'spam' ? 'This note lies with the spam. Mark it as read first, then answer it.' : null;
  if (comment.hidden) return 'A report hides this comment. Settle the report first, then answer it.';
  if (comment.state !== 'waiting' && comment.state !== 'approved')
    return 'This comment is not on the page. Approve it first, then answer it.';
  return approvalError(comment.isReply, root);
};
