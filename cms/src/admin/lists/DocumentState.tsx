import { Status, Typography } from '@strapi/design-system';

const states = {
  draft: { label: 'Draft', variant: 'secondary' },
  modified: { label: 'Changed since', variant: 'alternative' },
  published: { label: 'Published', variant: 'success' },
} as const;

export type State = keyof typeof states;

/** Whether readers see something, and whether they see its last version. */
export const DocumentState = ({ state }: { state: State }) => {
  const { label, variant } = states[state];
  return (
    <Status variant={variant} size="S" style={{ whiteSpace: 'nowrap' }}>
      <Typography tag="span" variant="pi" fontWeight="bold">
        {label}
      </Typography>
    </Status>
  );
};
