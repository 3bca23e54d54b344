import { Checkbox, Flex, Typography } from '@strapi/design-system';

interface Props {
  /** There is an address that an email can go to. */
  canNotify: boolean;
  notify: boolean;
  onChange: (notify: boolean) => void;
  /** What the person gets, in a sentence. */
  children: string;
}

/** Whether somebody is told by email, and what they get. */
export const NotifyBox = ({ canNotify, notify, onChange, children }: Props) => (
  <Flex direction="column" alignItems="start" gap={2}>
    {canNotify && (
      <Checkbox checked={notify} onCheckedChange={(on) => onChange(on === true)}>
        Tell them by email
      </Checkbox>
    )}
    <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Flex>
);
