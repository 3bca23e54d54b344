import { Button, Dialog } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  /** On the button, and again on the button that confirms. */
  label: string;
  title: string;
  /** What will be gone, in sentences. */
  children: ReactNode;
  disabled?: boolean;
  onConfirm: () => void;
}

/** A button for what can't be undone: it opens a dialog that asks once more, with the focus on Cancel. */
export const ConfirmedButton = ({ label, title, children, disabled = false, onConfirm }: Props) => (
  <Dialog.Root>
    <Dialog.Trigger>
      <Button variant="danger-light" disabled={disabled}>
        {label}
      </Button>
    </Dialog.Trigger>
    <Dialog.Content>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>{children}</Dialog.Description>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            Cancel
          </Button>
        </Dialog.Cancel>
        <Dialog.Action>
          <Button variant="danger" fullWidth onClick={onConfirm}>
            {label}
          </Button>
        </Dialog.Action>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);
