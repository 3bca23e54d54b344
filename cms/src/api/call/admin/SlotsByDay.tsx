import { Button, Flex, Typography } from '@strapi/design-system';
import { timeWords } from 'shared';
import { byDay, dayLabel } from './call-times';

interface Props {
  slots: readonly string[];
  timeZone: string;
  /** The one that is chosen. */
  chosen?: string | null;
  /** With it, each is a button. */
  onChoose?: (slot: string) => void;
}

/** Free times by day. */
export const SlotsByDay = ({ slots, timeZone, chosen = null, onChoose }: Props) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
    {byDay(slots, timeZone).map(({ day, slots: ofDay }) => (
      <li key={day}>
        <Typography tag="p" fontWeight="bold">
          {dayLabel(day)}
        </Typography>
        {onChoose ? (
          <Flex gap={2} wrap="wrap" paddingTop={1}>
            {ofDay.map((slot) => (
              <Button
                key={slot}
                size="S"
                variant={slot === chosen ? 'default' : 'tertiary'}
                aria-pressed={slot === chosen}
                aria-label={`${dayLabel(day)} at ${timeWords(slot, timeZone)}`}
                onClick={() => onChoose(slot)}
              >
                {timeWords(slot, timeZone)}
              </Button>
            ))}
          </Flex>
        ) : (
          <Typography>{ofDay.map((slot) => timeWords(slot, timeZone)).join(', ')}</Typography>
        )}
      </li>
    ))}
  </Flex>
);
