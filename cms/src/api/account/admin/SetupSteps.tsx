import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { SecondFactorSetup } from 'shared';
import { Panel } from '#src/admin/components/page-elements';
import { OneFieldForm } from './OneFieldForm';

interface SetupStepsProps {
  setup: SecondFactorSetup;
  onCode: (code: string) => Promise<unknown>;
  onCancel: () => void;
}

const inGroups = (key: string): string => (key.match(/.{1,4}/g) ?? []).join(' ');

/** Shows the key to scan or type, and asks for the first code. */
export const SetupSteps = ({ setup: { key, qrCode }, onCode, onCancel }: SetupStepsProps) => (
  <Panel title="Set it up">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        1. Install an authenticator app on your phone, if you have none. Any will do, and many password managers are
        one.
      </Typography>
      <Typography>2. Scan this picture with the app.</Typography>
      <Box background="neutral0" style={{ width: '20rem', maxWidth: '100%' }}>
        {/* White in both themes: apps read dark squares on white only. */}
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qrCode)}`}
          alt="QR code for your authenticator app"
          style={{ display: 'block', width: '100%', background: '#fff' }}
        />
      </Box>
      <Typography>
        {'Or type this key into the app: '}
        <Typography tag="code" fontWeight="bold" style={{ wordBreak: 'break-word' }}>
          {inGroups(key)}
        </Typography>
      </Typography>
      <Typography>3. Enter the code that the app shows.</Typography>
      <OneFieldForm
        name="code"
        label="Code"
        hint="6 digits. It changes every 30 seconds."
        type="text"
        autoComplete="one-time-code"
        button="Turn it on"
        onSubmit={onCode}
      />
      <Box>
        <Button variant="tertiary" onClick={onCancel}>
          Cancel
        </Button>
      </Box>
    </Flex>
  </Panel>
);
