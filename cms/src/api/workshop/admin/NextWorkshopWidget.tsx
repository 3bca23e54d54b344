import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { UserName } from '#src/admin/components/page-elements';
import { SeatsBar } from './SeatsPanel';
import { useFetched, useWorkshopsApi } from './useWorkshopsApi';
import { startsLabel, workshopStateNames } from './workshop-labels';

/**
 * The widget on the admin home page: seats and waitlist of the next workshop, and who has access needs (what they are
 * is on the participants page).
 */
export const NextWorkshopWidget = () => {
  const { data: next, failure } = useFetched(useWorkshopsApi().next);
  if (failure !== null || next === 'gone') return <Widget.Error />;
  if (next === null) return <Widget.Loading />;
  if (next.workshop === null) return <Typography>No workshop is coming.</Typography>;
  const { id, title, state, counts, needsOf, ...when } = next.workshop;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Link tag={RouterLink} to={`/workshops/${id}`}>
        {title}
      </Link>
      <Typography>{`${startsLabel(when)}. ${workshopStateNames[state]}.`}</Typography>
      <SeatsBar counts={counts} />
      {needsOf.length > 0 && (
        <Typography>
          {'Have said what they need: '}
          <UserName name={needsOf.join(', ')} />
        </Typography>
      )}
    </Flex>
  );
};
