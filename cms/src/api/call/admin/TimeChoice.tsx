import { Flex, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { callWeek, isoDay } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import type { ActionOutcome } from '#src/admin/components/page-elements';
import { shownIn } from '#src/admin/form/calendar-input';
import { CalendarInput } from './CalendarInput';
import type { TypedTime } from './call-form';
import { freeLabel } from './call-labels';
import { instantAt, isDay } from './call-times';
import { Fold } from './Fold';
import { SlotsByDay } from './SlotsByDay';

interface Props {
  typed: TypedTime;
  errors: { day?: string | undefined; time?: string | undefined };
  timeZone: string;
  /** From which day on free times are shown while no day was typed. */
  from: string;
  /** How the last action ended: what is free may have changed with it. */
  outcome: ActionOutcome | null;
  onType: (change: Partial<TypedTime>) => void;
}

/** A day and a time: one of the free times, or any other. */
export const TimeChoice = ({ typed, errors, timeZone, from, outcome, onType }: Props) => {
  const today = isoDay(new Date().toISOString(), timeZone);
  const first = isDay(typed.day) && typed.day >= today ? typed.day : from > today ? from : today;
  const { data: week, refetch } = useAdminQuery(callWeek, { path: `/calls/week?from=${first}` });
  useEffect(() => {
    if (outcome !== null) void refetch();
  }, [outcome, refetch]);
  const chosen = isDay(typed.day) && typed.time !== '' ? instantAt(typed.day, typed.time, timeZone) : null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {week !== null && week.slots.length === 0 && (
        <Typography textColor="neutral600">
          No time is free for readers in the seven days from then. You can still enter any day and time.
        </Typography>
      )}
      {week !== null && week.slots.length > 0 && (
        <Fold title={`Choose from ${freeLabel(week.slots.length)}, or enter any day and time`}>
          <SlotsByDay
            slots={week.slots}
            timeZone={timeZone}
            chosen={chosen}
            onChoose={(slot) => {
              const [day = '', time = ''] = shownIn('datetime', slot, timeZone).split('T');
              onType({ day, time });
            }}
          />
        </Fold>
      )}
      <Flex gap={4} wrap="wrap" alignItems="start">
        <CalendarInput
          type="date"
          name="day"
          label="Day"
          min={today}
          error={errors.day}
          value={typed.day}
          onChange={(day) => onType({ day })}
        />
        <CalendarInput
          type="time"
          name="time"
          label="Time"
          error={errors.time}
          value={typed.time}
          onChange={(time) => onType({ time })}
        />
      </Flex>
    </Flex>
  );
};
