import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { isoDay, nextCalls } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { UserName } from '#src/admin/components/page-elements';
import { nextLabel, othersLabel } from './call-labels';
import { CallDetails } from './CallDetails';

/** The next call, on the admin's home page. */
export const NextCallWidget = () => {
  const { data: next, error } = useAdminQuery(nextCalls, { path: '/calls/next' });
  if (error !== null) return <Widget.Error />;
  if (next === null) return <Widget.Loading />;
  const { call, timeZone } = next;
  if (call === null) return <Typography>No calls are booked.</Typography>;
  const now = Date.now();
  const isToday = isoDay(call.starts, timeZone) === isoDay(new Date(now).toISOString(), timeZone);
  const others = othersLabel(next, isToday);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="bold">{nextLabel(call.starts, timeZone, now)}</Typography>
      <Link tag={RouterLink} to={`/calls/${call.number}`}>
        <UserName name={call.name} />
      </Link>
      <CallDetails call={call} timeZone={timeZone} />
      {others !== null && <Typography textColor="neutral600">{others}</Typography>}
    </Flex>
  );
};
