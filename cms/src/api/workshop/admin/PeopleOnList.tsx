import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { workshopEnding } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import type { ConsequenceProps } from '#src/admin/publishing/consequences';
import { peopleLabel } from './workshop-labels';

const afterwards: Readonly<Record<ConsequenceProps['ending'], string>> = {
  unpublish: 'They have been told that it is cancelled, and can still open their private pages.',
  delete: 'They have been told that it is cancelled. Their details and private pages are deleted with it.',
};

/** Who is registered for a workshop that is taken off the site or deleted, and what that means for them. */
export const PeopleOnList = ({ id, name, ending }: ConsequenceProps) => {
  const { data } = useAdminQuery(workshopEnding, { path: `/workshops/${id}/ending` });
  if (data === null || data.people === 0) return null;
  const before = data.before[ending];
  return (
    <Box data-refused={before === null ? undefined : ''}>
      <Typography tag="p" fontWeight="semiBold">
        {`${peopleLabel(data.people)} ${data.people === 1 ? 'is' : 'are'} registered for ${name}. ${before ?? afterwards[ending]}`}
      </Typography>
      {before !== null && (
        <Link tag={RouterLink} to={`/workshops/${id}`}>
          Open the list of participants
        </Link>
      )}
    </Box>
  );
};
