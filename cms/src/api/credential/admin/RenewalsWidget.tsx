import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { renewals } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { renewalWords } from './renewal-words';

const nothingDue = (count: number): string =>
  count === 0
    ? 'Add your memberships and your insurance, with the days on which they end: we remind you in time.'
    : 'Nothing has to be renewed in the next 30 days.';

/** Which credentials have to be renewed, and which have left the site, on the admin's home page. */
export const RenewalsWidget = () => {
  const { data, error } = useAdminQuery(renewals, { path: '/credentials/renewals' });
  if (error !== null) return <Widget.Error />;
  if (data === null) return <Widget.Loading />;
  if (data.due.length === 0) return <Typography>{nothingDue(data.count)}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {data.due.map((renewal) => (
        <li key={`${renewal.title} ${renewal.renewsOn ?? ''}`} style={{ listStyle: 'none' }}>
          <Typography
            fontWeight={renewal.state === 'lapsed' ? 'semiBold' : 'regular'}
            style={{ overflowWrap: 'anywhere' }}
          >
            {renewalWords(renewal)}
          </Typography>
        </li>
      ))}
    </Flex>
  );
};
