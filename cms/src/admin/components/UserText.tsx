import { Box, Typography } from '@strapi/design-system';

/**
 * Shows text exactly as a user typed it: plain, with its line breaks, and isolated, so that characters that turn the
 * reading direction can't affect the text around it.
 *
 * @see https://www.w3.org/International/articles/inline-bidi-markup/
 */
export const UserText = ({ text }: { text: string }) => (
  <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '42em', lineHeight: 1.6 }}>
    <bdi dir="auto" style={{ display: 'block' }}>
      {text}
    </bdi>
  </Typography>
);

/** Shows a name as it was typed, isolated like `UserText`, and wrapped where it is longer than its column. */
export const UserName = ({ name }: { name: string }) => (
  <Box tag="bdi" style={{ overflowWrap: 'anywhere' }}>
    {name}
  </Box>
);
