import { Box, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

/** A section of an admin page, labelled by its heading. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" borderColor="neutral200" hasRadius padding={5}>
      <Typography tag="h2" variant="delta" id={id}>
        {title}
      </Typography>
      <Box paddingTop={3}>{children}</Box>
    </Box>
  );
};
