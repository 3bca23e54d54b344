import { Box, Typography } from '@strapi/design-system';

/** Several sentences, each on a line of its own. */
export const Sentences = ({ sentences }: { sentences: readonly string[] }) => (
  <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
    {sentences.map((sentence) => (
      <li key={sentence}>
        <Typography>{sentence}</Typography>
      </li>
    ))}
  </Box>
);
