import { Typography } from '@strapi/design-system';
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
    <Typography tag="p" fontWeight="semiBold" data-refused={before === null ? undefined : ''}>
      {`${peopleLabel(data.people)} ${data.people === 1 ? 'is' : 'are'} registered for ${name}. ${before ?? afterwards[ending]}`}
    </Typography>
  );
};
