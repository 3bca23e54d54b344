import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { TextField } from '#src/admin/components/form-fields';
import { showDialog } from '#src/admin/components/overlay';

/** What a dialog asks for above a page of Strapi's, which has no such field. */
export interface Question {
  title: string;
  text: string;
  label: string;
  /** Why the last answer was not accepted. */
  error?: string;
  type: 'password' | 'text';
  autoComplete: 'current-password' | 'one-time-code';
  button: string;
}

interface QuestionDialogProps {
  question: Question;
  /** Null if the person gave up. */
  onAnswer: (answer: string | null) => void;
}

const QuestionDialog = ({ question, onAnswer }: QuestionDialogProps) => {
  const { title, text, label, error, type, autoComplete, button } = question;
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') onAnswer(type === 'text' ? typed.trim() : typed);
  };
  return (
    <Modal.Root open onOpenChange={() => onAnswer(null)}>
      <Modal.Content>
        <form onSubmit={submit} noValidate>
          <Modal.Header closeLabel="Cancel">
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{text}</Typography>
              <TextField
                name="answer"
                label={label}
                type={type}
                autoComplete={autoComplete}
                autoFocus
                required
                value={typed}
                onChange={setTyped}
                {...(error !== undefined && { error })}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={() => onAnswer(null)}>
              Cancel
            </Button>
            <Button type="submit">{button}</Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};

/**
 * Asks in a dialog; resolves with the answer, or null if the person gave up.
 *
 * @param signal closes the dialog without an answer
 */
export const ask = (question: Question, signal?: AbortSignal): Promise<string | null> =>
  showDialog<string | null>((answer) => {
    const close = (): void => answer(null);
    signal?.addEventListener('abort', close);
    // It may have been aborted while another dialog was open.
    if (signal?.aborted === true) queueMicrotask(close);
    const settle = (given: string | null): void => {
      signal?.removeEventListener('abort', close);
      answer(given);
    };
    return <QuestionDialog question={question} onAnswer={settle} />;
  });

/** Offers two-step sign-in; resolves with whether the person wants to set it up now. */
export const offerSecondFactor = (): Promise<boolean> =>
  showDialog<boolean>((answer) => (
    <Modal.Root open onOpenChange={() => answer(false)}>
      <Modal.Content>
        <Modal.Header closeLabel="Not now">
          <Modal.Title>Make your sign-in safer</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">
            With two-step sign-in you enter your password and then a code from an app on your phone. Someone who finds
            out your password still can’t sign in. It takes about two minutes to set up.
          </Typography>
          <Typography tag="p" paddingTop={4}>
            You can do it later: choose Signing in, in the menu.
          </Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => answer(false)}>
            Not now
          </Button>
          <Button onClick={() => answer(true)}>Set it up now</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  ));
