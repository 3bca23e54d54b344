import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { commentLimits, type OpenedComment, type ResponseKit } from 'shared';
import { newNonce } from '#src/admin/components/admin-api';
import { TextAreaField } from '#src/admin/components/form-fields';
import { tooLongMessage } from '#src/admin/components/labels';
import { Panel } from '#src/admin/components/page-elements';

/**
 * The counsellor's checklist for when someone may be struggling. The ticks are for this reading only and not stored.
 */
export const ChecklistPanel = ({ checklist }: { checklist: ResponseKit['checklist'] }) => {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = (step: number, on: boolean): void =>
    setTicked(new Set([...[...ticked].filter((other) => other !== step), ...(on ? [step] : [])]));
  return (
    <Panel title="Your checklist">
      {checklist.length === 0 ? (
        <Typography>There is no checklist yet. You can write one in the practice’s settings.</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="start" gap={3}>
          {checklist.map((step, index) => (
            <li key={step} style={{ listStyle: 'none' }}>
              <Checkbox checked={ticked.has(index)} onCheckedChange={(state) => tick(index, state === true)}>
                {step}
              </Checkbox>
            </li>
          ))}
        </Flex>
      )}
    </Panel>
  );
};

interface SavedRepliesProps {
  replies: ResponseKit['savedReplies'];
  onUse: (text: string) => void;
}

/** Buttons that put a saved reply into the text box, where the counsellor edits it before she sends it. */
const SavedReplies = ({ replies, onUse }: SavedRepliesProps) =>
  replies.length === 0 ? null : (
    <Flex role="group" aria-label="Start with a saved reply" gap={2} wrap="wrap">
      <Typography textColor="neutral600">Start with a saved reply:</Typography>
      {replies.map(({ title, text }) => (
        <Button key={title} variant="tertiary" size="S" onClick={() => onUse(text)}>
          {title}
        </Button>
      ))}
    </Flex>
  );

const hintFor = ({ audience, state }: OpenedComment): string => {
  if (audience === 'counsellor')
    return 'Only the writer can read your reply, with their private link. It is never published.';
  return state === 'waiting'
    ? 'This approves the comment and publishes your reply now.'
    : 'This publishes your reply now.';
};

const buttonLabel = ({ audience, state }: OpenedComment): string => {
  if (audience === 'counsellor') return 'Send your reply';
  return state === 'waiting' ? 'Approve and publish your reply' : 'Publish your reply';
};

const errorOf = (text: string): string | undefined => {
  if (text.trim() === '') return 'Enter your reply.';
  const { max } = commentLimits.text;
  return [...text.trim()].length > max ? tooLongMessage(text, max) : undefined;
};

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  /** Resolves with whether it was sent; if not, everything that was typed stays. */
  onReply: (text: string, nonce: string) => Promise<boolean>;
}

const ReplyForm = ({ comment, isBusy, onReply }: Props) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [nonce, setNonce] = useState(newNonce);
  const box = useRef<HTMLTextAreaElement>(null);

  const insert = (saved: string): void => {
    setText((typed) => (typed.trim() === '' ? saved : `${typed.trimEnd()}\n\n${saved}`));
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    const wrong = errorOf(text);
    setError(wrong);
    if (wrong !== undefined) return box.current?.focus();
    if (!(await onReply(text, nonce))) return;
    setText('');
    setNonce(newNonce());
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SavedReplies replies={comment.responseKit.savedReplies} onUse={insert} />
      <TextAreaField
        name="reply"
        error={error}
        hint={hintFor(comment)}
        label="Reply"
        inputRef={box}
        rows={7}
        value={text}
        onChange={setText}
      />
      <Box>
        <Button loading={isBusy} onClick={() => void send()}>
          {buttonLabel(comment)}
        </Button>
      </Box>
    </Flex>
  );
};

/** Where the counsellor answers. What she typed stays until it is sent, whatever goes wrong. */
export const ReplyPanel = (props: Props) => (
  <Panel title="Your reply">
    {props.comment.allowed.reply ? (
      <ReplyForm {...props} />
    ) : (
      <Typography>
        You can’t reply to this yet. Approve it, settle its reports, or put the first comment of the thread back on the
        page.
      </Typography>
    )}
  </Panel>
);
