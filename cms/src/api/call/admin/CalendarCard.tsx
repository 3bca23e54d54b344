import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { CallCalendar } from 'shared';
import { ConfirmedButton, UserName } from '#src/admin/components/page-elements';
import { calendarConsequence, calendarErrorLabels, calendarState } from './calendar-labels';
import { CalendarForm } from './CalendarForm';
import type { Calendars } from './useCalendars';

const Failure = ({ calendar }: { calendar: CallCalendar }) => {
  const { error, isStale } = calendar;
  if (error === null && !isStale) return null;
  const label = error === null ? null : calendarErrorLabels[error];
  return (
    <Box background={isStale ? 'danger100' : 'warning100'} hasRadius padding={3}>
      <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
        {label?.what ?? 'It has not been read for too long.'}
      </Typography>
      <Typography tag="p" textColor="neutral800">
        {[calendarConsequence(calendar), label?.todo].filter(Boolean).join(' ')}
      </Typography>
    </Box>
  );
};

interface Props {
  calendar: CallCalendar;
  calendars: Calendars;
}

const Actions = ({ calendar: { number, name }, calendars, onChange }: Props & { onChange: () => void }) => (
  <Flex gap={2} wrap="wrap">
    <Button
      variant="secondary"
      size="S"
      aria-label={`Read ${name} now`}
      loading={calendars.isBusy}
      onClick={() => calendars.read(number)}
    >
      Read now
    </Button>
    <Button variant="tertiary" size="S" aria-label={`Change ${name}`} disabled={calendars.isBusy} onClick={onChange}>
      Change
    </Button>
    <ConfirmedButton
      label="Remove"
      size="S"
      title={`Remove “${name}” from this list?`}
      disabled={calendars.isBusy}
      onConfirm={() => calendars.remove(number, name)}
    >
      Times in which you are busy there can be booked again. Your calendar itself stays as it is.
    </ConfirmedButton>
  </Flex>
);

/** One of her other calendars: when it was read, what failed, and what she can do. */
export const CalendarCard = ({ calendar, calendars }: Props) => {
  const [isChanging, setChanging] = useState(false);
  const { name, host, allDayBlocks } = calendar;
  return (
    <Box tag="li" borderColor="neutral200" hasRadius padding={4} style={{ listStyle: 'none' }}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <div>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            <UserName name={name} />
          </Typography>
          <Typography tag="p" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {`${host}${allDayBlocks ? ' · all-day events block, too' : ''}`}
          </Typography>
          <Typography tag="p">{calendarState(calendar)}</Typography>
        </div>
        <Failure calendar={calendar} />
        {isChanging ? (
          <CalendarForm calendars={calendars} stored={calendar} onDone={() => setChanging(false)} />
        ) : (
          <Actions calendar={calendar} calendars={calendars} onChange={() => setChanging(true)} />
        )}
      </Flex>
    </Box>
  );
};
