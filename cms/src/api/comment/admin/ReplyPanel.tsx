import { Button, Flex } from '@strapi/design-system';
import type { RefObject } from 'react';
import { type Audience, commentLimits, type OpenedComment } from 'shared';
import { TextAreaField } from '#src/admin/components/form-fields';
import { textError } from '#src/admin/components/labels';
import { Panel } from '#src/admin/components/page-elements';
import { SavedReplies } from '#src/admin/components/SavedReplies';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { replyHint } from './email-hints';
import { PublishAnyway } from './PublishAnyway';
import type { Reply } from './useCommentActions';

const privateLabel = ({ audience }: OpenedComment): string =>
  audience === 'counsellor' ? 'Send your reply' : 'Answer only the writer';

const publicLabel = ({ state }: OpenedComment): string =>
  state === 'waiting' ? 'Approve and publish your reply' : 'Publish your reply';

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  box: RefObject<HTMLTextAreaElement>;
  /** Resolves with the outcome; `failed`: no answer came. Unless it was sent, everything that was typed stays. */
  onReply: (reply: Reply) => Promise<'sent' | 'refused' | 'failed'>;
}

interface ReplyButtonsProps {
  comment: OpenedComment;
  isBusy: boolean;
  onSend: (audience: Audience, confirmed: boolean) => void;
}

/**
 * The buttons that send the reply. Where someone may be in danger, the private answer is the main one; there, and where
 * the comment is signed with the counsellor's name, publishing asks once.
 */
const ReplyButtons = ({ comment, isBusy, onSend }: ReplyButtonsProps) => {
  const { replies } = comment.allowed;
  const isPrivateFirst = comment.care !== null || !replies.includes('everyone');
  const isAsked = (comment.care !== null || comment.signedAs !== null) && comment.state === 'waiting';
  const answer = replies.includes('counsellor') && (
    <Button
      key="private"
      variant={isPrivateFirst ? 'default' : 'secondary'}
      loading={isBusy}
      onClick={() => onSend('counsellor', false)}
    >
      {privateLabel(comment)}
    </Button>
  );
  const publish =
    replies.includes('everyone') &&
    (isAsked ? (
      <PublishAnyway
        key="public"
        label={publicLabel(comment)}
        comment={comment}
        disabled={isBusy}
        onConfirm={() => onSend('everyone', true)}
      />
    ) : (
      <Button
        key="public"
        variant={isPrivateFirst ? 'secondary' : 'default'}
        loading={isBusy}
        onClick={() => onSend('everyone', false)}
      >
        {publicLabel(comment)}
      </Button>
    ));
  return (
    <Flex gap={2} wrap="wrap">
      {isPrivateFirst ? [answer, publish] : [publish, answer]}
    </Flex>
  );
};

const ReplyForm = ({ comment, isBusy, box, onReply }: Props) => {
  const unsent = useUnsentText(`reply:${comment.number}`, { text: '' });
  const { text } = unsent.typed;
  const [{ text: error }, setErrors] = useFieldErrors(unsent.typed);

  const insert = (withReply: string): void => {
    unsent.change({ text: withReply });
    box.current?.focus();
  };
  const send = async (audience: Audience, confirmed: boolean): Promise<void> => {
    const wrong = textError(text, commentLimits.text.max, 'Enter your reply.');
    setErrors({ text: wrong });
    if (wrong !== undefined) return box.current?.focus();
    const status = await onReply({ text, nonce: unsent.nonce, audience, confirmed });
    if (status === 'sent') unsent.clear();
    // Without an answer, the reply may have been sent: the next attempt has to be recognised as the same.
    if (status === 'refused') unsent.renewNonce();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <UnsentNote unsent={unsent} />
      <SavedReplies replies={comment.responseKit.savedReplies} text={text} onUse={insert} />
      <TextAreaField
        name="reply"
        error={error}
        hint={replyHint(comment)}
        label="Reply"
        inputRef={box}
        rows={7}
        value={text}
        onChange={(typed) => unsent.change({ text: typed })}
      />
      <ReplyButtons
        comment={comment}
        isBusy={isBusy}
        onSend={(audience, confirmed) => void send(audience, confirmed)}
      />
    </Flex>
  );
};

/** Where the counsellor answers. What she typed stays until it is sent, whatever goes wrong. */
export const ReplyPanel = (props: Props) => (
  <Panel title="Your reply">
    <ReplyForm {...props} />
  </Panel>
);
