import { Button, Dialog } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { useBlocker } from 'react-router-dom';

interface Props {
  blocker: ReturnType<typeof useBlocker>;
  /** What becomes of what was typed, in a sentence. */
  children: ReactNode;
  onLeave?: () => void;
}

/** Asks before a page is left on which something was typed. */
export const LeaveDialog = ({ blocker, children, onLeave }: Props) => (
  <Dialog.Root
    open={blocker.state === 'blocked'}
    onOpenChange={(isOpen) => {
      if (!isOpen) blocker.reset?.();
    }}
  >
    <Dialog.Content>
      <Dialog.Header>Leave this page?</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>{children}</Dialog.Description>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            Stay
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          onClick={() => {
            onLeave?.();
            blocker.proceed?.();
          }}
        >
          Leave
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);
