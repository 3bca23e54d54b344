import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { Panel } from '#src/admin/components/Panel';
import { newNonce } from '#src/admin/components/useAdminAction';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import { SavedReplies } from './ResponseKit';

const most = 5_000;

const explains = ({ audience, state }: OpenedComment): string => {
  if (audience === 'counsellor')
    return 'Only the writer reads your answer, on the page of their private link. It is never published.';
  return state === 'waiting'
    ? 'Your reply is published at once, and approves the comment.'
    : 'Your reply is published at once.';
};

const problemOf = (words: string): string | undefined => {
  const length = [...words.trim()].length;
  if (length === 0) return 'Write something first.';
  return length > most ? `That is ${length} characters; ${most} is the most.` : undefined;
};

interface Props {
  comment: OpenedComment;
  busy: boolean;
  /** Resolves with whether it was sent: else everything stays as it was typed. */
  onReply: (words: string, nonce: string) => Promise<boolean>;
}

/** Where she answers. What she typed stays until it is sent, whatever goes wrong. */
export const ReplyBox = ({ comment, busy, onReply }: Props) => {
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const [nonce, setNonce] = useState(newNonce);
  const box = useRef<HTMLTextAreaElement>(null);

  const begin = (saved: string): void => {
    setWords((typed) => (typed.trim() === '' ? saved : `${typed.trimEnd()}\n\n${saved}`));
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    const wrong = problemOf(words);
    setProblem(wrong);
    if (wrong !== undefined) return box.current?.focus();
    if (!(await onReply(words, nonce))) return;
    setWords('');
    setNonce(newNonce());
  };

  return (
    <Panel title="Your reply">
      {comment.may.reply ? (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <SavedReplies replies={comment.kit.savedReplies} onUse={begin} />
          <Field.Root name="reply" error={problem} hint={explains(comment)}>
            <Field.Label>Your words</Field.Label>
            <Textarea
              ref={box}
              rows={7}
              value={words}
              onChange={(event: { target: { value: string } }) => setWords(event.target.value)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Box>
            <Button loading={busy} onClick={() => void send()}>
              {comment.audience === 'counsellor'
                ? 'Send your answer'
                : comment.state === 'waiting'
                  ? 'Approve and publish your reply'
                  : 'Publish your reply'}
            </Button>
          </Box>
        </Flex>
      ) : (
        <Typography>
          As it stands, it can’t be answered: approve it first, settle its reports, or see to the comment that begins
          the thread.
        </Typography>
      )}
    </Panel>
  );
};
