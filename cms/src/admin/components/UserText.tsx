import { Box, Typography } from '@strapi/design-system';

/**
 * Somebody's words exactly as they were typed: plain text, with their line breaks and a direction of their own, so that
 * characters that turn the reading direction can't turn what stands around them.
 */
export const WrittenWords = ({ words }: { words: string }) => (
  <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '42em', lineHeight: 1.6 }}>
    <bdi dir="auto" style={{ display: 'block' }}>
      {words}
    </bdi>
  </Typography>
);

/** A name as it was typed, on one line, and never longer than its place. */
export const WrittenName = ({ name }: { name: string }) => (
  <Box tag="bdi" style={{ overflowWrap: 'anywhere' }}>
    {name}
  </Box>
);
