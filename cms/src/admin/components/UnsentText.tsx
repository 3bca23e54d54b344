import { Button, Dialog } from '@strapi/design-system';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';

/**
 * Asks before a page with unsent text is left, whether by a link, the Back button or closing the tab: the text would be
 * lost.
 *
 * @param what completes “Leave without sending …?”
 */
export const UnsentText = ({ isUnsent, what }: { isUnsent: boolean; what: string }) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsent && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isUnsent) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsent]);
  return (
    <Dialog.Root
      open={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
    >
      <Dialog.Content>
        <Dialog.Header>{`Leave without sending ${what}?`}</Dialog.Header>
        <Dialog.Body>
          <Dialog.Description>It has not been sent. If you leave, what you typed is lost.</Dialog.Description>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              Stay on this page
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" fullWidth onClick={() => blocker.proceed?.()}>
              Leave
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
