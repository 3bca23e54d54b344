import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useSyncExternalStore } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { type CallBlock, isoDay, type ListedCall, timeWords } from 'shared';
import { styled } from 'styled-components';
import { ConfirmedButton, UserName } from '#src/admin/components/page-elements';
import { shownIn } from '#src/admin/form/calendar-input';
import { blockLabels, callsLabel, freeLabel, hoursLabel, stateLabel } from './call-labels';
import { dayHeading, timeLabel } from './call-times';
import { CallDetails } from './CallDetails';
import { Fold } from './Fold';
import { callsIn, type DayItem, type WeekDay } from './week-days';

/** Columns where there is room for seven; otherwise a list. */
const Days = styled.div`
  display: grid;
  gap: 0.8rem;

  @media (width >= 1180px) {
    grid-template-columns: repeat(7, minmax(0, 1fr));
  }
`;

const Day = styled.section<{ $isToday: boolean; $isPast: boolean }>`
  min-inline-size: 0;
  padding: 1.2rem;
  border: 1px solid ${({ theme, $isToday }) => ($isToday ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: 4px;
  background: ${({ theme, $isPast }) => ($isPast ? theme.colors.neutral100 : theme.colors.neutral0)};
`;

const Booked = styled.li`
  padding: 0.8rem;
  border-inline-start: 3px solid ${({ theme }) => theme.colors.primary600};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.primary100};
  list-style: none;
`;

interface Shared {
  /** The practice's. */
  timeZone: string;
  isBusy: boolean;
  onDelete: (block: CallBlock) => void;
}

/** A call that takes place; one that was cancelled is quiet. */
const Call = ({ call, timeZone }: { call: ListedCall; timeZone: string }) => {
  const state = stateLabel(call);
  const heading = (
    <>
      <Typography tag="p" fontWeight="bold">
        {hoursLabel(call, timeZone)}
      </Typography>
      <Link tag={RouterLink} to={`/calls/${call.number}`}>
        <UserName name={call.name} />
      </Link>
      {state !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {state}
        </Typography>
      )}
    </>
  );
  if (call.state === 'cancelled')
    return (
      <Box tag="li" style={{ listStyle: 'none', opacity: 0.8 }}>
        {heading}
      </Box>
    );
  return (
    <Booked>
      {heading}
      <CallDetails call={call} timeZone={timeZone} />
    </Booked>
  );
};

const Block = ({ item, timeZone, isBusy, onDelete }: Shared & { item: Extract<DayItem, { kind: 'block' }> }) => {
  const { block, part, isFirst } = item;
  const label = blockLabels[block.kind];
  const isOff = block.kind === 'time-off';
  return (
    <Box tag="li" style={{ listStyle: 'none' }} background={isOff ? 'neutral150' : 'success100'} hasRadius padding={2}>
      <Typography tag="p">
        <strong>{part}</strong>
        {` ${label.toLowerCase()}`}
      </Typography>
      {block.note !== null && (
        <Typography tag="p" variant="pi">
          <UserName name={block.note} />
        </Typography>
      )}
      {isFirst && (
        <Box paddingTop={2}>
          <ConfirmedButton
            size="S"
            variant="tertiary"
            label="Delete"
            title={`Delete this ${isOff ? 'time off' : 'opening'}?`}
            disabled={isBusy}
            onConfirm={() => onDelete(block)}
          >
            {`${timeLabel(block, timeZone)}. ${
              isOff
                ? 'People can book calls then again, as your hours and rules say.'
                : 'People can no longer book calls then, unless your weekly hours include it. Calls that are booked stay.'
            }`}
          </ConfirmedButton>
        </Box>
      )}
    </Box>
  );
};

const Item = ({ item, ...shared }: Shared & { item: DayItem }) => {
  if (item.kind === 'call') return <Call call={item.call} timeZone={shared.timeZone} />;
  if (item.kind === 'block') return <Block item={item} {...shared} />;
  return (
    <Box tag="li" style={{ listStyle: 'none', overflowWrap: 'anywhere' }}>
      <Typography variant="pi" textColor="neutral600">
        {`${item.part}: busy (${item.calendar})`}
      </Typography>
    </Box>
  );
};

/** The free times of a day, summed up: each leads to adding a call then. */
const Free = ({ slots, timeZone }: { slots: readonly string[]; timeZone: string }) => (
  <Fold title={freeLabel(slots.length)}>
    <Flex tag="ul" gap={3} wrap="wrap">
      {slots.map((slot) => {
        const [day = '', time = ''] = shownIn('datetime', slot, timeZone).split('T');
        return (
          <li key={slot}>
            <Link
              tag={RouterLink}
              to={`/calls/add?day=${day}&time=${time}`}
              aria-label={`Add a call at ${timeWords(slot, timeZone)}`}
            >
              {timeWords(slot, timeZone)}
            </Link>
          </li>
        );
      })}
    </Flex>
  </Fold>
);

const OneDay = ({ day: { day, items, slots }, today, ...shared }: Shared & { day: WeekDay; today: string }) => {
  const heading = dayHeading(day, today);
  return (
    <Day $isToday={day === today} $isPast={day < today} aria-label={heading}>
      <Typography tag="h2" variant="omega" fontWeight="bold">
        {heading}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {items.map((item, index) => (
          <Item key={`${index} ${item.starts}`} item={item} {...shared} />
        ))}
      </Flex>
      {items.length === 0 && slots.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          Nothing
        </Typography>
      )}
      {slots.length > 0 && <Free slots={slots} timeZone={shared.timeZone} />}
    </Day>
  );
};

const wide = matchMedia('(width >= 1180px)');

/** Returns whether there is room for seven columns. */
const useIsWide = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      wide.addEventListener('change', onChange);
      return () => wide.removeEventListener('change', onChange);
    },
    () => wide.matches,
  );

/** The days of a week: side by side on a wide screen; on a phone one below the other, from today on. */
export const WeekDays = ({ days, ...shared }: Shared & { days: readonly WeekDay[] }) => {
  const isWide = useIsWide();
  const today = isoDay(new Date().toISOString(), shared.timeZone);
  const isThisWeek = days.some(({ day }) => day === today);
  const folded = !isWide && isThisWeek ? days.filter(({ day }) => day < today) : [];
  const list = (listed: readonly WeekDay[]) => (
    <Days>
      {listed.map((day) => (
        <OneDay key={day.day} day={day} today={today} {...shared} />
      ))}
    </Days>
  );
  return (
    <>
      {folded.length > 0 && (
        <Fold title="Earlier this week" note={callsLabel(callsIn(folded))}>
          {list(folded)}
        </Fold>
      )}
      {list(days.slice(folded.length))}
    </>
  );
};
