import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useEffect, useRef } from 'react';
import { Panel, UserName } from './page-elements';

interface Props {
  preview: { subject: string; html: string };
  /** Who gets it, in a sentence. */
  children: ReactNode;
  /** The button that sends it. */
  send: ReactNode;
}

/**
 * An email as it will be sent, who gets it, and the button that sends it. It takes the focus, so that it is seen and
 * read out.
 */
export const EmailPreviewPanel = ({ preview, children, send }: Props) => {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  return (
    <div ref={region} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel title="Preview">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            {'Nothing has been sent yet. '}
            {children}
          </Typography>
          <Typography fontWeight="semiBold">
            Subject: <UserName name={preview.subject} />
          </Typography>
          <Box borderColor="neutral200" hasRadius overflow="hidden">
            {/* The sandbox keeps everything in the email from running or loading. */}
            <iframe
              title="The email"
              sandbox=""
              srcDoc={preview.html}
              style={{ display: 'block', width: '100%', height: '40rem', border: 0 }}
            />
          </Box>
          <Box>{send}</Box>
        </Flex>
      </Panel>
    </div>
  );
};
