import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { momentWords, wallTime, type WhySlot, whySlot } from 'shared';
import { ActionResult } from '#src/admin/components/ActionResult';
import { useAdminAction, useAdminGet } from '#src/admin/components/admin-api';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { Panel } from '#src/admin/components/page-elements';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { CalendarInput } from './CalendarInput';
import { reasonLabel, whyHeadline } from './call-labels';
import { dayLabel, isDay } from './call-times';

interface Answer {
  asked: { day: string; time: string };
  why: WhySlot;
}

const Reasons = ({ answer: { asked, why }, timeZone }: { answer: Answer; timeZone: string }) => {
  const isFree = why.reasons.every(({ reason }) => reason === 'free');
  const when =
    why.starts === null ? `${dayLabel(asked.day)} at ${asked.time}` : momentWords(why.starts, timeZone, false);
  return (
    <Box role="status">
      <Typography tag="p" fontWeight="bold">
        {whyHeadline(isFree, when)}
      </Typography>
      <ul>
        {why.reasons.map(({ reason, detail }) => (
          <Box tag="li" key={`${reason} ${detail}`} style={{ listStyle: 'disc', marginInlineStart: '2rem' }}>
            <Typography>{reasonLabel(reason, detail, timeZone)}</Typography>
          </Box>
        ))}
      </ul>
    </Box>
  );
};

/** Asks the server about the day and the time that are typed. */
const useWhy = (day: string) => {
  const [typed, setTyped] = useState({ day, time: '' });
  const [errors, setErrors] = useFieldErrors(typed);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { outcome, isBusy, run, clear } = useAdminAction();
  const get = useAdminGet();
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    clear();
    setAnswer(null);
    const wrong = {
      day: isDay(typed.day) ? undefined : 'Enter the whole date: day, month and year.',
      time: wallTime.safeParse(typed.time).success
        ? undefined
        : 'Enter the time in steps of five minutes, such as 9:00 or 9:05.',
    };
    setErrors(wrong);
    if (wrong.day !== undefined || wrong.time !== undefined) return focusWrong(event.currentTarget);
    void run(async () => {
      const why = await get(whySlot, `/calls/why?day=${typed.day}&time=${typed.time}`);
      setAnswer({ asked: typed, why });
      return null;
    });
  };
  const type = (change: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...change }));
  return { typed, type, errors, answer, outcome, isBusy, ask };
};

/** Says why a time is offered to readers, or why it isn't. @param day the one that stands there at first */
export const WhyPanel = ({ timeZone, day }: { timeZone: string; day: string }) => {
  const { typed, type, errors, answer, outcome, isBusy, ask } = useWhy(day);
  return (
    <Panel title="Why is a time offered, or not?">
      <form onSubmit={ask} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={4} wrap="wrap" alignItems="start">
            <CalendarInput
              type="date"
              name="why-day"
              label="Day"
              error={errors.day}
              value={typed.day}
              onChange={(day) => type({ day })}
            />
            <CalendarInput
              type="time"
              name="why-time"
              label="Time"
              error={errors.time}
              value={typed.time}
              onChange={(time) => type({ time })}
            />
          </Flex>
          <Box>
            <Button type="submit" variant="secondary" loading={isBusy}>
              Tell me why
            </Button>
          </Box>
          <ActionResult outcome={outcome} />
          {answer !== null && <Reasons answer={answer} timeZone={timeZone} />}
        </Flex>
      </form>
    </Panel>
  );
};
