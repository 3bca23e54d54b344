import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedMessage } from 'shared';
import { careLabel } from '#src/admin/components/care-labels';
import { Excerpt } from '#src/admin/components/Excerpt';
import { formatDateTime } from '#src/admin/components/labels';
import { type Mark, Marks, plainMark } from '#src/admin/components/Marks';
import { UserName } from '#src/admin/components/page-elements';
import { calendarDay, channelLabels, deadlineLabel, kindLabel, senderName, waitingLabel } from './message-labels';

const deadlineMarks = ({ deadline }: ListedMessage): Mark[] => {
  if (deadline === null) return [];
  const today = calendarDay(Date.now());
  return [{ label: deadlineLabel(deadline, today), isStrong: deadline.day < today }];
};

const marksOf = (message: ListedMessage, withState: boolean): Mark[] => [
  ...(withState && message.isSpam ? [plainMark('Spam')] : []),
  ...(withState && message.state === 'answered' ? [plainMark('Answered')] : []),
  ...(message.isOpened ? [] : [plainMark('New')]),
  ...(message.care ? [{ label: careLabel(message.care), isStrong: message.care.urgent }] : []),
  ...(message.isOverdue && !message.isSpam ? [{ label: 'Waited longer than you promised', isStrong: true }] : []),
  ...deadlineMarks(message),
];

/** Shows what is special about a message; with its state where the list does not say it. */
export const MessageMarks = ({ message, withState = false }: { message: ListedMessage; withState?: boolean }) => (
  <Marks marks={marksOf(message, withState)} />
);

/** Says when a message came, and how long it has waited while it waits. */
export const MessageTimes = ({ message: { sentAt, state, isSpam, waitingDays } }: { message: ListedMessage }) => (
  <Typography variant="pi" textColor="neutral600">
    {formatDateTime(sentAt)}
    {state === 'open' && !isSpam && ` · ${waitingLabel(waitingDays, Date.now())}`}
  </Typography>
);

/** A row of a list: who wrote, what about, how to answer, how it begins, and how long it has waited. */
export const MessageCard = ({ message }: { message: ListedMessage }) => (
  <Box tag="li" background="neutral0" borderColor="neutral200" hasRadius padding={4} style={{ listStyle: 'none' }}>
    <Flex direction="column" alignItems="start" gap={2} style={{ minWidth: 0 }}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Link tag={RouterLink} to={String(message.number)}>
          <UserName name={senderName(message)} />
        </Link>
        <Typography style={{ overflowWrap: 'anywhere' }}>{kindLabel(message)}</Typography>
      </Flex>
      <MessageMarks message={message} />
      {message.excerpt !== '' && <Excerpt {...message} isFolded={message.care !== null} />}
      <MessageTimes message={message} />
      {message.kind !== 'space' && (
        <Typography variant="pi" textColor="neutral600">
          {channelLabels[message.channel]}
        </Typography>
      )}
    </Flex>
  </Box>
);
