import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import {
  type CallBlock,
  callOutcomeResponse,
  type CallWeek,
  callWeek,
  isoDay,
  nextCalls,
  type StoredCallRules,
  storedCallRules,
} from 'shared';
import { useAdminAction, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { Fetched, UserName } from '#src/admin/components/page-elements';
import { dayAfter } from '#src/time/days';
import { describeOutcome, nextLine } from './call-labels';
import { isDay, weekFrom, weekLabel, zoneNote } from './call-times';
import { CallsFrame } from './CallsFrame';
import { daysOf } from './week-days';
import { WeekDays } from './WeekDays';
import { WhyPanel } from './WhyPanel';

/** Who comes next, whichever week is shown. */
const NextLine = () => {
  const { data: next } = useAdminQuery(nextCalls, { path: '/calls/next' });
  if (next === null) return null;
  const { call, timeZone } = next;
  if (call === null) return <Typography>No calls to come.</Typography>;
  return (
    <Typography style={{ overflowWrap: 'anywhere' }}>
      {'Next: '}
      <Link tag={RouterLink} to={`/calls/${call.number}`}>
        <UserName name={call.name} />
      </Link>
      {`, ${nextLine(call, timeZone, Date.now())}`}
    </Typography>
  );
};

/** The weeks before and after this one. */
const WeekLinks = ({ from }: { from: string }) => (
  <Flex tag="nav" aria-label="Weeks" gap={4} wrap="wrap" alignItems="baseline">
    <Link tag={RouterLink} to={`?from=${dayAfter(from, -7)}`}>
      Week before
    </Link>
    <Link tag={RouterLink} to="/calls">
      This week
    </Link>
    <Link tag={RouterLink} to={`?from=${dayAfter(from, 7)}`}>
      Week after
    </Link>
  </Flex>
);

/** Says why nothing can be booked at all, where that is so. */
const ClosedNote = ({ rules: { rules, bookingUrl } }: { rules: StoredCallRules }) => {
  if (bookingUrl !== null)
    return (
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {`Your site leads to ${bookingUrl}, so people book there. Here you see the calls that you add yourself.`}
      </Typography>
    );
  if (rules.isOpen && rules.hours.length > 0) return null;
  return (
    <Flex gap={3} wrap="wrap" alignItems="baseline">
      <Typography>
        {rules.hours.length === 0
          ? 'You have no weekly hours yet, so nothing can be booked.'
          : 'Booking is closed, so nobody can book a call on your site.'}
      </Typography>
      <Link tag={RouterLink} to="/calls/hours">
        {rules.hours.length === 0 ? 'Enter your hours' : 'Open booking'}
      </Link>
    </Flex>
  );
};

interface WeekProps {
  week: CallWeek;
  isBusy: boolean;
  onDelete: (block: CallBlock) => void;
}

const Week = ({ week, ...shared }: WeekProps) => {
  const { from, timeZone } = week;
  const note = zoneNote(timeZone, `${from}T12:00:00Z`);
  const today = isoDay(new Date().toISOString(), timeZone);
  return (
    <>
      <Flex gap={4} wrap="wrap" justifyContent="space-between" alignItems="baseline">
        <Typography tag="p" variant="delta">
          {weekLabel(from)}
        </Typography>
        <WeekLinks from={from} />
      </Flex>
      {note !== null && <Typography textColor="neutral600">{note}</Typography>}
      <WeekDays days={daysOf(week)} timeZone={timeZone} {...shared} />
      <WhyPanel key={from} timeZone={timeZone} day={weekFrom(from).includes(today) ? today : from} />
    </>
  );
};

/** The calls of a week, with what keeps time free or closed. */
export const WeekPage = () => {
  const [params] = useSearchParams();
  const asked = params.get('from') ?? '';
  const query = useAdminQuery(callWeek, { path: isDay(asked) ? `/calls/week?from=${asked}` : '/calls/week' });
  const { data: rules } = useAdminQuery(storedCallRules, { path: '/calls/rules' });
  const { outcome, isBusy, run } = useAdminAction();
  const post = useAdminPost();
  const remove = ({ number, kind }: CallBlock): void =>
    void run(async () => {
      const { outcome: settled } = await post(callOutcomeResponse, `/calls/blocks/${number}/delete`);
      await query.refetch();
      const what = kind === 'time-off' ? 'Your time off' : 'The opening';
      const isDone = settled.status === 'done' || settled.status === 'gone';
      return {
        message: isDone ? `${what} was deleted.` : describeOutcome(settled, '', 'Nothing was deleted'),
        succeeded: isDone,
      };
    });
  return (
    <CallsFrame
      present="week"
      subtitle="Free introductory calls with people who are thinking of coming to you"
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <LinkButton tag={RouterLink} to="/calls/block" variant="secondary">
            Block time
          </LinkButton>
          <LinkButton tag={RouterLink} to="/calls/add">
            Add a call
          </LinkButton>
        </Flex>
      }
      outcome={outcome}
    >
      <Fetched query={query} loading="Loading your calls">
        {(week) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {rules !== null && <ClosedNote rules={rules} />}
            <NextLine />
            <Week week={week} isBusy={isBusy} onDelete={remove} />
          </Flex>
        )}
      </Fetched>
    </CallsFrame>
  );
};
