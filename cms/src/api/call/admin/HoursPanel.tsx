import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { Panel } from '#src/admin/components/page-elements';
import { CalendarInput } from './CalendarInput';
import {
  addHours,
  changeHours,
  copyHours,
  hoursOn,
  removeHours,
  type TypedHours,
  weekdayName,
  weekdayNames,
} from './hours-form';

interface Props {
  hours: readonly TypedHours[];
  /** Sentences by the keys of hours. */
  errors: Readonly<Record<string, string>>;
  onChange: (hours: TypedHours[]) => void;
}

const Times = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 14rem) minmax(0, 14rem) auto;
  gap: 0.8rem;
  align-items: end;
  justify-content: start;

  input {
    padding-inline: 0.8rem;
  }

  @media (width < 768px) {
    grid-template-columns: minmax(0, 1fr) auto;

    > :first-child {
      grid-column: 1 / -1;
    }
  }
`;

const weekdays = weekdayNames.map((_, index) => index + 1);

const copies = [
  { label: 'Monday to Friday', of: [1, 2, 3, 4, 5] },
  { label: 'Every day', of: weekdays },
] as const;

/** The weekdays to which one's hours are copied. */
const CopyHours = ({ hours, weekday, onChange }: Omit<Props, 'errors'> & { weekday: number }) => {
  const [isOpen, setOpen] = useState(false);
  const name = weekdayName(weekday);
  const copy = (to: readonly number[]): void => {
    const others = to.filter((other) => other !== weekday);
    onChange(copyHours(hours, weekday, others));
    setOpen(false);
  };
  return (
    <Flex direction="column" alignItems="start" gap={2}>
      <Button
        variant="ghost"
        size="S"
        aria-label={`Copy to other days: ${name}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Copy to other days
      </Button>
      {isOpen && (
        <Flex gap={2} wrap="wrap" role="group" aria-label={`Copy the hours of ${name} to`}>
          {copies.map(({ label, of }) => (
            <Button key={label} variant="secondary" size="S" onClick={() => copy(of)}>
              {label}
            </Button>
          ))}
          {weekdays
            .filter((other) => other !== weekday)
            .map((other) => (
              <Button key={other} variant="secondary" size="S" onClick={() => copy([other])}>
                {weekdayName(other)}
              </Button>
            ))}
        </Flex>
      )}
    </Flex>
  );
};

interface RangeProps extends Omit<Props, 'errors'> {
  range: TypedHours;
  error: string | undefined;
}

/** From when to when, and the button that removes both. */
const Range = ({ hours, range: { key, weekday, from, to }, error, onChange }: RangeProps) => (
  <div data-wrong={error === undefined ? undefined : ''}>
    <Times>
      <CalendarInput
        type="time"
        name={`${key}-from`}
        label="From"
        value={from}
        onChange={(time) => onChange(changeHours(hours, key, { from: time }))}
      />
      <CalendarInput
        type="time"
        name={`${key}-to`}
        label="To"
        value={to}
        onChange={(time) => onChange(changeHours(hours, key, { to: time }))}
      />
      <IconButton
        label={`Remove these hours on ${weekdayName(weekday)}`}
        variant="ghost"
        size="L"
        onClick={() => onChange(removeHours(hours, key))}
      >
        <Trash />
      </IconButton>
    </Times>
    {error !== undefined && (
      <Typography tag="p" role="alert" variant="pi" textColor="danger600">
        {error}
      </Typography>
    )}
  </div>
);

const Weekday = styled.section`
  padding-block: 1.6rem;
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const HoursOfDay = ({ errors, weekday, ...shared }: Props & { weekday: number }) => {
  const { hours, onChange } = shared;
  const name = weekdayName(weekday);
  const ofDay = hoursOn(hours, weekday);
  return (
    <Weekday aria-label={name}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={3}>
          <Typography tag="h3" fontWeight="bold">
            {name}
          </Typography>
          <Flex gap={3}>
            {ofDay.length === 0 && <Typography textColor="neutral600">No calls</Typography>}
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
              aria-label={`Add hours on ${name}`}
              onClick={() => onChange(addHours(hours, weekday))}
            >
              Add hours
            </Button>
          </Flex>
        </Flex>
        {ofDay.map((range) => (
          <Range key={range.key} range={range} error={errors[range.key]} {...shared} />
        ))}
        {ofDay.length > 0 && <CopyHours weekday={weekday} {...shared} />}
      </Flex>
    </Weekday>
  );
};

/** The weekly hours in which calls can take place. */
export const HoursPanel = (props: Props) => (
  <Panel title="Weekly hours">
    <Typography tag="p" textColor="neutral600">
      When calls can take place. The last one ends within these hours.
    </Typography>
    <Box paddingTop={3}>
      {weekdays.map((weekday) => (
        <HoursOfDay key={weekday} weekday={weekday} {...props} />
      ))}
    </Box>
  </Panel>
);
