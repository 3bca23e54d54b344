import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { RefObject } from 'react';
import { enquiryLimits, type MessagePreview, type OpenedMessage } from 'shared';
import { EmailPreviewPanel } from '#src/admin/components/EmailPreviewPanel';
import { TextAreaField } from '#src/admin/components/form-fields';
import { textError } from '#src/admin/components/labels';
import { Panel, UserName } from '#src/admin/components/page-elements';
import { SavedReplies } from '#src/admin/components/SavedReplies';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { usePreviewedDraft } from '#src/admin/components/usePreviewedDraft';
import type { MessageActions } from './useMessageActions';

/** A preview, and the text and the version of the message that it shows. */
interface Seen {
  text: string;
  version: number;
  preview: MessagePreview;
}

interface Props {
  message: OpenedMessage;
  actions: MessageActions;
  box: RefObject<HTMLTextAreaElement>;
}

/** The draft of the reply. Only what was previewed can be sent; whatever goes wrong, what was typed stays. */
const useReply = ({ message, actions, box }: Props) => {
  const draft = usePreviewedDraft<{ text: string }, Seen>(`message:${message.number}`, { text: '' });
  const { text } = draft.typed;
  const { version } = message;
  const [{ text: error }, setErrors] = useFieldErrors(draft.typed);
  // The email quotes the message, and the text may have been changed while the preview was on its way.
  const seen = draft.seen?.text === text && draft.seen.version === version ? draft.seen : null;

  const preview = async (): Promise<void> => {
    const wrong = textError(text, enquiryLimits.text.max, 'Enter your reply.');
    setErrors({ text: wrong });
    if (wrong !== undefined) return box.current?.focus();
    await actions.preview(text, (shown) => draft.show({ text, version, preview: shown }));
  };
  const send = async (): Promise<void> => {
    const ending = await actions.reply(message, { text, nonce: draft.nonce });
    if (ending === 'done') draft.clear();
    // Without an answer, the reply may have been sent: the next attempt has to be recognised as the same.
    else if (ending !== 'failed') draft.renewNonce();
  };
  return { draft, error, seen, preview, send };
};

interface FormProps extends Props {
  reply: ReturnType<typeof useReply>;
}

const ReplyForm = ({ message, actions, box, reply: { draft, error, seen, preview } }: FormProps) => (
  <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
    <UnsentNote unsent={draft} />
    <SavedReplies
      replies={message.savedReplies}
      text={draft.typed.text}
      onUse={(text) => {
        draft.change({ text });
        box.current?.focus();
      }}
    />
    <TextAreaField
      name="reply"
      error={error}
      hint={`Leave an empty line to start a new paragraph.${message.text === null ? '' : ' What they wrote is quoted below your reply.'}`}
      label="Reply"
      inputRef={box}
      rows={8}
      value={draft.typed.text}
      onChange={(text) => draft.change({ text })}
    />
    <Box>
      <Button variant={seen ? 'secondary' : 'default'} loading={actions.isBusy} onClick={() => void preview()}>
        Preview
      </Button>
    </Box>
    <Typography textColor="neutral600">
      You see the email before it is sent. Sending it marks the message as answered.
    </Typography>
  </Flex>
);

/** Where the counsellor answers by email. */
export const ReplyPanel = (props: Props) => {
  const { message, actions } = props;
  const reply = useReply(props);
  const { seen, send } = reply;
  return (
    <>
      <Panel title={message.state === 'answered' ? 'Write again' : 'Your reply'}>
        <ReplyForm {...props} reply={reply} />
      </Panel>
      {seen && (
        <EmailPreviewPanel
          preview={seen.preview}
          send={
            <Button loading={actions.isBusy} onClick={() => void send()}>
              Send
            </Button>
          }
        >
          This email goes to <UserName name={seen.preview.to ?? message.email ?? ''} />.
        </EmailPreviewPanel>
      )}
    </>
  );
};
