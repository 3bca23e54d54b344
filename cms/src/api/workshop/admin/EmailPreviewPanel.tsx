import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { Panel } from '#src/admin/components/Panel';
import { UserName } from '#src/admin/components/UserText';
import type { EmailPreview } from '#src/api/workshop/admin-contract';
import { people } from './workshop-labels';

/** The email as it will be sent, who gets it, and the button that sends it. It takes the focus, so that it is seen and heard. */
export const EmailPreviewPanel = ({
  preview,
  busy,
  onSend,
}: {
  preview: EmailPreview;
  busy: boolean;
  onSend: () => void;
}) => {
  const { subject, html, recipients, copyTo } = preview;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel title="As it will be sent">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            {`Nothing is sent yet. It goes to ${people(recipients.length)}: `}
            <UserName name={recipients.map(({ name }) => name).join(', ')} />
            {`. A copy goes to you, at ${copyTo}.`}
          </Typography>
          <Typography fontWeight="semiBold">
            Subject: <UserName name={subject} />
          </Typography>
          <Box borderColor="neutral200" hasRadius overflow="hidden">
            {/* Sandboxed: it is an email to look at, and nothing in it can do anything. */}
            <iframe
              title="The email"
              sandbox=""
              srcDoc={html}
              style={{ display: 'block', width: '100%', height: '40rem', border: 0 }}
            />
          </Box>
          <Box>
            <Button loading={busy} onClick={onSend}>
              {`Send it to ${people(recipients.length)}`}
            </Button>
          </Box>
        </Flex>
      </Panel>
    </div>
  );
};
