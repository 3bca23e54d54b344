import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { type ListedMessage, listedMessages, messageCounts, type MessageListName, messageListNames } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { ListTabs } from '#src/admin/components/ListTabs';
import { AdminPage, Fetched, ListPagination, Panel } from '#src/admin/components/page-elements';
import { emptyListLabels, listLabels, listNotes, peopleLabel } from './message-labels';
import { MessageCard } from './MessageCard';

interface Place {
  list: MessageListName;
  page: number;
}

const hrefOf = ({ list, page }: Place): string => `?list=${list}&page=${page}`;

/** Returns which page of which list the address names, so that the browser's Back button works. */
const usePlace = (): Place => {
  const [params] = useSearchParams();
  return {
    list: messageListNames.find((name) => name === params.get('list')) ?? 'open',
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
};

/** How many people wait to be told that there is space, and the way to the email that tells them. */
const SpacePanel = ({ waiting }: { waiting: number }) => (
  <Panel title={`${peopleLabel(waiting)} waiting for space`}>
    <Flex direction="column" alignItems="start" gap={4}>
      <Typography>
        You write one email. It goes to all of them, or to the first few, and each gets their own.
      </Typography>
      <LinkButton tag={RouterLink} to="space">
        Tell them there is space
      </LinkButton>
    </Flex>
  </Panel>
);

const Rows = ({ list, messages }: { list: MessageListName; messages: readonly ListedMessage[] }) => (
  <>
    <Typography textColor="neutral600">{listNotes[list]}</Typography>
    <Flex tag="ul" aria-label={listLabels[list]} direction="column" alignItems="stretch" gap={3}>
      {messages.map((message) => (
        <MessageCard key={message.number} message={message} />
      ))}
    </Flex>
  </>
);

/** The lists of messages. */
export const MessageList = () => {
  const place = usePlace();
  const list = useAdminQuery(listedMessages, { path: `/messages${hrefOf(place)}` });
  const counts = useAdminQuery(messageCounts, { path: '/messages/counts' });
  const people = counts.data?.lists.space ?? 0;
  return (
    <AdminPage
      section="Messages"
      title="Messages"
      subtitle="What people send through the contact form. Even when nothing is flagged, there can be a reason to worry."
      secondaryAction={
        <Link tag={RouterLink} to={practiceSettings}>
          Settings for the contact form
        </Link>
      }
      navigation={
        <ListTabs
          title="Lists of messages"
          labels={listLabels}
          present={place.list}
          counts={counts.data?.lists ?? null}
        />
      }
    >
      <Fetched query={{ ...list, error: list.error ?? counts.error }} loading="Loading messages">
        {({ messages, page, pageCount, total }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {place.list === 'space' && people > 0 && <SpacePanel waiting={people} />}
            {messages.length === 0 ? (
              <Typography>{emptyListLabels[place.list]}</Typography>
            ) : (
              <Rows list={place.list} messages={messages} />
            )}
            <ListPagination
              page={page}
              pageCount={pageCount}
              total={total}
              hrefOf={(other) => hrefOf({ ...place, page: other })}
            />
          </Flex>
        )}
      </Fetched>
    </AdminPage>
  );
};
