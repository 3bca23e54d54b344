import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { isAboutData, type MessageStep, type OpenedMessage } from 'shared';
import { newNonce } from '#src/admin/components/admin-api';
import { TextAreaField } from '#src/admin/components/form-fields';
import { formatDateTime, textError } from '#src/admin/components/labels';
import { Panel, UserText } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { calendarDay, deadlineLabel, stepLabels } from './message-labels';
import type { MessageActions } from './useMessageActions';

const noteLimit = 2_000;

const Step = ({ step: { kind, at, text } }: { step: MessageStep }) => (
  <Box tag="li" style={{ listStyle: 'none' }}>
    <Typography fontWeight="semiBold">{stepLabels[kind]}</Typography>
    <Typography tag="p" variant="pi" textColor="neutral600">
      {formatDateTime(at)}
    </Typography>
    {text !== null && <UserText text={text} />}
  </Box>
);

interface Props {
  message: OpenedMessage;
  actions: MessageActions;
}

const NoteForm = ({ message, actions }: Props) => {
  const unsent = useUnsentText(`message-note:${message.number}`, { text: '' });
  const { text } = unsent.typed;
  const [{ text: error }, setErrors] = useFieldErrors(unsent.typed);
  const add = async (): Promise<void> => {
    const wrong = textError(text, noteLimit, 'Enter your note.');
    setErrors({ text: wrong });
    if (wrong !== undefined) return;
    const ending = await actions.addNote({ text, nonce: unsent.nonce });
    if (ending === 'done') unsent.clear();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
      <UnsentNote unsent={unsent} />
      <TextAreaField
        name="note"
        error={error}
        label="Note"
        hint="For example: what you did, or that you rang and nobody answered. Nothing is sent. People who ask what you store about them are shown your notes, too."
        rows={3}
        value={text}
        onChange={(typed) => unsent.change({ text: typed })}
      />
      <Box>
        <Button variant="secondary" disabled={actions.isBusy} onClick={() => void add()}>
          Add a note to the log
        </Button>
      </Box>
    </Flex>
  );
};

/** The day that the law sets, and the button that records that the counsellor has acknowledged the message. */
const Duties = ({ message: { deadline, kind, steps }, actions }: Props) => {
  const [nonce] = useState(newNonce);
  const isAcknowledged = steps.some((step) => step.kind === 'acknowledged');
  return (
    <>
      {deadline && (
        <Typography fontWeight="semiBold">{`${deadlineLabel(deadline, calendarDay(Date.now()))}.`}</Typography>
      )}
      <Typography textColor="neutral600">
        {kind === 'data-complaint'
          ? 'The law wants you to acknowledge a complaint about personal data within 30 days, look into it without delay, and say what came of it.'
          : 'The law wants you to answer a request about personal data within a month.'}
      </Typography>
      {!isAcknowledged && (
        <Box>
          <Button
            variant={deadline?.duty === 'acknowledge' ? 'default' : 'secondary'}
            disabled={actions.isBusy}
            onClick={() => void actions.recordAcknowledged(nonce)}
          >
            Record that you acknowledged it
          </Button>
        </Box>
      )}
    </>
  );
};

/**
 * What has happened to a message, in order. To requests and complaints about personal data, and to what is answered by
 * phone, the counsellor can add.
 */
export const LogPanel = (props: Props) => {
  const { kind, channel, steps } = props.message;
  const takesNotes = isAboutData(kind) || channel === 'phone';
  return steps.length === 0 && !takesNotes ? null : (
    <Panel title={takesNotes ? 'Log' : 'What happened since'}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {isAboutData(kind) && <Duties {...props} />}
        {steps.length > 0 && (
          <Flex tag="ol" direction="column" alignItems="stretch" gap={4} aria-label="What happened, in order">
            {steps.map((step, index) => (
              <Step key={`${index} ${step.at}`} step={step} />
            ))}
          </Flex>
        )}
        {takesNotes && <NoteForm {...props} />}
      </Flex>
    </Panel>
  );
};
