import { Button, Dialog } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { useBlocker } from 'react-router-dom';

interface StayOrLeaveProps {
  isOpen?: boolean;
  title: string;
  /** What becomes of what was typed, in a sentence. */
  children: ReactNode;
  /** What stands below it, such as what would be lost. */
  details?: ReactNode;
  /** What the button says that goes on. */
  leave?: string;
  isDangerous?: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks before something typed is left. */
export const StayOrLeave = ({
  isOpen = true,
  title,
  children,
  details,
  leave = 'Leave',
  isDangerous = false,
  onStay,
  onLeave,
}: StayOrLeaveProps) => (
  <Dialog.Root
    open={isOpen}
    onOpenChange={(stays) => {
      if (!stays) onStay();
    }}
  >
    <Dialog.Content>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>{children}</Dialog.Description>
        {details}
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            Stay
          </Button>
        </Dialog.Cancel>
        <Button variant={isDangerous ? 'danger' : 'default'} fullWidth onClick={onLeave}>
          {leave}
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

interface LeaveDialogProps {
  blocker: ReturnType<typeof useBlocker>;
  /** What becomes of what was typed, in a sentence. */
  children: ReactNode;
  onLeave?: () => void;
}

/** Asks before a page is left on which something was typed. */
export const LeaveDialog = ({ blocker, children, onLeave }: LeaveDialogProps) => (
  <StayOrLeave
    isOpen={blocker.state === 'blocked'}
    title="Leave this page?"
    onStay={() => blocker.reset?.()}
    onLeave={() => {
      onLeave?.();
      blocker.proceed?.();
    }}
  >
    {children}
  </StayOrLeave>
);
