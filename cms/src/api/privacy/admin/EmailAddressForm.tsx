import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { Panel } from '#src/admin/components/Panel';

interface Props {
  busy: boolean;
  onLook: (address: string) => void;
}

/** The form that asks for the address to look up. */
export const EmailAddressForm = ({ busy, onLook }: Props) => {
  const [address, setAddress] = useState('');
  const look = (event: FormEvent): void => {
    event.preventDefault();
    onLook(address.trim());
  };
  return (
    <Panel title="Whose?">
      <form onSubmit={look}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root
            name="address"
            hint="What was sent without an address can be deleted by its writer, with the private link or the code."
          >
            <Field.Label>Email address</Field.Label>
            <TextInput
              type="email"
              required
              autoComplete="off"
              value={address}
              onChange={(event: { target: { value: string } }) => setAddress(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Box>
            <Button type="submit" loading={busy}>
              Show what is held
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};
