import { Button, darkTheme, DesignSystemProvider, Flex, lightTheme, Modal, Typography } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { TextField } from '#src/admin/components/form-fields';

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

let root: Root | null = null;

/** Strapi keeps the chosen theme here. */
const isDark = (): boolean => {
  const chosen = localStorage.getItem('STRAPI_THEME') ?? 'system';
  return chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
};

/** Shows a dialog above the admin, in a place of its own: the sign-in page offers plugins none. Null removes it. */
const show = (dialog: ReactNode): void => {
  root ??= createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    dialog && (
      <DesignSystemProvider locale="en-GB" theme={isDark() ? darkTheme : lightTheme}>
        {dialog}
      </DesignSystemProvider>
    ),
  );
};

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

/** Asks in a dialog; resolves with the answer, or null if the person gave up. */
export const ask = (question: Question): Promise<string | null> =>
  new Promise((resolve) => {
    const finish = (answer: string | null): void => {
      show(null);
      resolve(answer);
    };
    show(<QuestionDialog question={question} onAnswer={finish} />);
  });

/** Offers two-step sign-in; resolves with whether the person wants to set it up now. */
export const offerSecondFactor = (): Promise<boolean> =>
  new Promise((resolve) => {
    const finish = (wanted: boolean): void => {
      show(null);
      resolve(wanted);
    };
    show(
      <Modal.Root open onOpenChange={() => finish(false)}>
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
              You can do it later: open Settings, then Two-step sign-in.
            </Typography>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={() => finish(false)}>
              Not now
            </Button>
            <Button onClick={() => finish(true)}>Set it up now</Button>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>,
    );
  });
