import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { downloadFile } from '#src/admin/components/admin-api';
import { Panel } from '#src/admin/components/page-elements';

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Shows recovery codes, this once. */
export const RecoveryCodes = ({ codes, onDone }: RecoveryCodesProps) => (
  <Panel title="Your recovery codes">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        With one of these you can sign in when you don’t have your phone. Each works once. Print them or save them in
        your password manager now: they are not shown again.
      </Typography>
      <Box tag="ul" style={{ columns: '16rem', fontFamily: 'monospace' }}>
        {codes.map((code) => (
          <Typography key={code} tag="li" style={{ fontFamily: 'monospace' }}>
            {code}
          </Typography>
        ))}
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          onClick={() => downloadFile('recovery-codes.txt', `${codes.join('\n')}\n`, 'text/plain')}
        >
          Save as a file
        </Button>
        <Button onClick={onDone}>I have saved them</Button>
      </Flex>
    </Flex>
  </Panel>
);
