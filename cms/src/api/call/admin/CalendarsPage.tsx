import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type CallCalendars, callCalendars } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { Fetched, Panel } from '#src/admin/components/page-elements';
import { CalendarCard } from './CalendarCard';
import { CalendarForm } from './CalendarForm';
import { CallsFrame } from './CallsFrame';
import { FeedPanel } from './FeedPanel';
import { type Calendars, useCalendars } from './useCalendars';

const OtherCalendars = ({ list, calendars }: { list: CallCalendars['calendars']; calendars: Calendars }) => {
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel title="What is read from your calendars">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography style={{ maxWidth: '64rem' }}>
          Only the times in which you are busy are kept, never what the appointments are. They are looked at every five
          minutes, and once more whenever somebody books.
        </Typography>
        {list.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3} style={{ padding: 0 }}>
            {list.map((calendar) => (
              <CalendarCard key={calendar.number} calendar={calendar} calendars={calendars} />
            ))}
          </Flex>
        )}
        {isAdding ? (
          <CalendarForm calendars={calendars} stored={null} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button variant="secondary" onClick={() => setAdding(true)}>
              Add a calendar
            </Button>
          </div>
        )}
      </Flex>
    </Panel>
  );
};

/** What is read from the counsellor's other calendars, and the feed of her calls. */
export const CalendarsPage = () => {
  const query = useAdminQuery(callCalendars, { path: '/calls/calendars' });
  const calendars = useCalendars(query.refetch);
  return (
    <CallsFrame
      present="calendars"
      subtitle="When you are busy elsewhere, nothing is offered here."
      outcome={calendars.outcome}
    >
      <Fetched query={query} loading="Loading your calendars">
        {({ calendars: list, feedSince, invitationsTo }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <OtherCalendars list={list} calendars={calendars} />
            <FeedPanel feedSince={feedSince} invitationsTo={invitationsTo} calendars={calendars} />
          </Flex>
        )}
      </Fetched>
    </CallsFrame>
  );
};
