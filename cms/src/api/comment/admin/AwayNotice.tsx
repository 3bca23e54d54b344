import { Box, Typography } from '@strapi/design-system';
import { formatDateTime } from '#src/admin/components/labels';

/** Says that the counsellor is away, as long as she is: nobody can send anything meanwhile. */
export const AwayNotice = ({ until }: { until: string | null }) =>
  until === null ? null : (
    <Box background="neutral150" padding={4} hasRadius marginBottom={4}>
      <Typography>
        {`You are away until ${formatDateTime(until)}. Until then, nobody can send a comment or a private note. You can change this in the practice’s settings.`}
      </Typography>
    </Box>
  );
