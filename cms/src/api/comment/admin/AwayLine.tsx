import { Box, Typography } from '@strapi/design-system';
import { formatDateTime } from '#src/admin/components/date-labels';

/** Says that she is away, as long as she is: nobody can write meanwhile. */
export const AwayLine = ({ until }: { until: string | null }) =>
  until === null ? null : (
    <Box background="neutral150" padding={4} hasRadius marginBottom={4}>
      <Typography>{`You are away until ${formatDateTime(until)}. Until then nobody can send a comment or a note. You can change that in the practice’s settings.`}</Typography>
    </Box>
  );
