import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { type ListedMessage, waitingMessages } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { UserName } from '#src/admin/components/page-elements';
import { kindLabel, senderName, waitingHeadline } from './message-labels';
import { MessageMarks, MessageTimes } from './MessageCard';

/** A message that waits. Its text is not shown before it is opened: it was written to one person. */
const WaitingMessage = ({ message }: { message: ListedMessage }) => (
  <Box tag="li" style={{ listStyle: 'none' }}>
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      <Link tag={RouterLink} to={`/messages/${message.number}`}>
        <UserName name={senderName(message)} />
      </Link>
      <Typography style={{ overflowWrap: 'anywhere' }}>{kindLabel(message)}</Typography>
      <MessageMarks message={message} />
    </Flex>
    <MessageTimes message={message} />
  </Box>
);

/** The messages that wait for an answer, on the admin's home page. */
export const MessagesWidget = () => {
  const { data: waiting, error } = useAdminQuery(waitingMessages, { path: '/messages/waiting' });
  if (error !== null) return <Widget.Error />;
  if (waiting === null) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{waitingHeadline(waiting)}</Typography>
      {waiting.first.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="The first messages">
          {waiting.first.map((message) => (
            <WaitingMessage key={message.number} message={message} />
          ))}
        </Flex>
      )}
    </Flex>
  );
};
