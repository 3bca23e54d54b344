import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { nextWorkshop } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { UserName } from '#src/admin/components/page-elements';
import { SeatsBar } from './SeatsPanel';
import { startsLabel, workshopStateLabels } from './workshop-labels';

/**
 * The widget on the admin home page: seats and waitlist of the next workshop, and who has access needs (what they are
 * is on the participants page).
 */
export const NextWorkshopWidget = () => {
  const { data: next, isGone, error } = useAdminQuery(nextWorkshop, { path: '/workshops/next' });
  if (error !== null || isGone) return <Widget.Error />;
  if (next === null) return <Widget.Loading />;
  if (next.workshop === null) return <Typography>There are no upcoming workshops.</Typography>;
  const { id, title, state, counts, withAccessNeeds, ...when } = next.workshop;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Link tag={RouterLink} to={`/workshops/${id}`}>
        {title}
      </Link>
      <Typography>{`${startsLabel(when)}. ${workshopStateLabels[state]}.`}</Typography>
      <SeatsBar counts={counts} />
      {withAccessNeeds.length > 0 && (
        <Typography>
          {'Access needs: '}
          <UserName name={withAccessNeeds.join(', ')} />
        </Typography>
      )}
    </Flex>
  );
};
