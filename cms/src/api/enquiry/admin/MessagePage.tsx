import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { type OpenedMessage, openedMessage } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { callLink } from '#src/admin/components/contact-links';
import { AdminPage, ConfirmedButton, Fetched, Panel, UserText } from '#src/admin/components/page-elements';
import { LogPanel } from './LogPanel';
import { deletionWarning, keptLabel, kindLabel, senderName } from './message-labels';
import { MessageMarks, MessageTimes } from './MessageCard';
import { ChecksPanel, ContactLines, OthersPanel } from './MessagePanels';
import { ReplyPanel } from './ReplyPanel';
import { type MessageActions, useMessageActions } from './useMessageActions';

interface OpenedProps {
  message: OpenedMessage;
  actions: MessageActions;
}

/** Returns whether the message is answered one by one: those about space get one email together. */
const isAnswered = ({ kind, isSpam }: OpenedMessage): boolean => kind !== 'space' && !isSpam;

interface ButtonsProps extends OpenedProps {
  /** Leads to where the counsellor writes. */
  onAnswer: () => void;
}

/** The ways to answer: writing is the main one of an email, marking it as answered that of a call. */
const AnswerButtons = ({ message, actions, onAnswer }: ButtonsProps) => {
  const isOpen = message.state === 'open';
  const isByPhone = message.channel === 'phone';
  return (
    <>
      {!isByPhone && (
        <Button variant={isOpen ? 'default' : 'secondary'} onClick={onAnswer}>
          {isOpen ? 'Answer' : 'Write again'}
        </Button>
      )}
      {message.phone !== null && (
        <LinkButton tag="a" href={callLink(message.phone)} variant="secondary" startIcon={<Phone />}>
          {`Call ${message.phone}`}
        </LinkButton>
      )}
      <Button
        variant={isOpen && isByPhone ? 'default' : 'secondary'}
        disabled={actions.isBusy}
        onClick={() => void actions.markAnswered(message, isOpen)}
      >
        {isOpen ? 'Mark as answered' : 'Open again'}
      </Button>
    </>
  );
};

/** Everything that can be done with the message as a whole. */
const MessageButtons = (props: ButtonsProps) => {
  const { message, actions } = props;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="What you can do">
      {isAnswered(message) && <AnswerButtons {...props} />}
      <Button
        variant={message.isSpam ? 'default' : 'tertiary'}
        disabled={actions.isBusy}
        onClick={() => void actions.markSpam(message, !message.isSpam)}
      >
        {message.isSpam ? 'Not spam' : 'It’s spam'}
      </Button>
      <ConfirmedButton
        label="Delete for good"
        title="Delete this message for good?"
        disabled={actions.isBusy}
        onConfirm={() => void actions.remove(message)}
      >
        {deletionWarning(message)}
      </ConfirmedButton>
    </Flex>
  );
};

/** What to know about a message that is not answered one by one. */
const hintOf = ({ kind, isSpam }: OpenedMessage): string | null => {
  if (isSpam) return 'If this is not spam, say so first: then you can answer it.';
  return kind === 'space' ? 'They left an address to hear from you when there is space, and wrote no text.' : null;
};

const Opened = ({ message, actions }: OpenedProps) => {
  const replyBox = useRef<HTMLTextAreaElement>(null);
  const hint = hintOf(message);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title="The message">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <MessageMarks message={message} withState />
          <MessageTimes message={message} />
          {message.text !== null && <UserText text={message.text} />}
          {message.text === null && message.kind !== 'space' && <Typography>They wrote no text.</Typography>}
          <ContactLines message={message} />
          {hint !== null && <Typography textColor="neutral600">{hint}</Typography>}
          <MessageButtons message={message} actions={actions} onAnswer={() => replyBox.current?.focus()} />
        </Flex>
      </Panel>
      {message.text !== null && <ChecksPanel message={message} />}
      <LogPanel message={message} actions={actions} />
      {isAnswered(message) && message.channel === 'email' && (
        <ReplyPanel message={message} actions={actions} box={replyBox} />
      )}
      {message.email !== null && <OthersPanel message={message} />}
      <Typography textColor="neutral600">{keptLabel(message)}</Typography>
    </Flex>
  );
};

/** One opened message: its text, how to reach its sender, what happened, and everything that can be done with it. */
export const MessagePage = () => {
  const number = Number(useParams().number);
  const query = useAdminQuery(openedMessage, { path: `/messages/${number}/open`, body: {} });
  const actions = useMessageActions(number, query.refetch);
  const message = query.isGone ? null : query.data;
  return (
    <AdminPage
      section="Messages"
      title={message ? senderName(message) : 'A message'}
      subtitle={message ? kindLabel(message) : ''}
      back={{ label: 'All messages', to: '..' }}
      outcome={actions.outcome}
    >
      <Fetched query={query} loading="Loading the message" missing="This message no longer exists.">
        {(opened) => <Opened key={opened.number} message={opened} actions={actions} />}
      </Fetched>
    </AdminPage>
  );
};
