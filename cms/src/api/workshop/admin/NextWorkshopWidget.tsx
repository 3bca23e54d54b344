import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { UserName } from '#src/admin/components/UserText';
import { PlacesBar } from './SeatsPanel';
import { useAnswer, useWorkshopsApi } from './useWorkshopsApi';
import { whenInWords, workshopStateNames } from './workshop-labels';

/** The next workshop on the first page of the admin: places, waitlist, and who has access needs (which ones stands with the participants). */
export const NextWorkshopWidget = () => {
  const { reserved: next, fault } = useAnswer(useWorkshopsApi().next);
  if (fault !== null || next === 'gone') return <Widget.Error />;
  if (next === null) return <Widget.Loading />;
  if (next.workshop === null) return <Typography>No workshop is coming.</Typography>;
  const { id, title, state, counts, needsOf, ...when } = next.workshop;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Link tag={RouterLink} to={`/workshops/${id}`}>
        {title}
      </Link>
      <Typography>{`${whenInWords(when)}. ${workshopStateNames[state]}.`}</Typography>
      <PlacesBar counts={counts} />
      {needsOf.length > 0 && (
        <Typography>
          {'Have said what they need: '}
          <UserName name={needsOf.join(', ')} />
        </Typography>
      )}
    </Flex>
  );
};
