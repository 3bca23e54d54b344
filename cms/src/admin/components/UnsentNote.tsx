import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { LeaveDialog } from './LeaveDialog';
import type { UnsentText } from './useUnsentText';

/** Asks before a page is left whose text would be lost, whether by a link, the Back button or closing the tab. */
const LeaveQuestion = () => {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <LeaveDialog blocker={blocker}>
      What you typed has not been sent, and this browser can’t keep it. If you leave, it is lost.
    </LeaveDialog>
  );
};

/**
 * Says beside a form that what stands in it was typed before, and offers to discard it; asks before the page is left
 * only where this browser could not keep it.
 */
export const UnsentNote = ({
  unsent: { isPutBack, isAtRisk, clear },
}: {
  unsent: Pick<UnsentText<Record<string, string | null>>, 'isPutBack' | 'isAtRisk' | 'clear'>;
}) => (
  <>
    {isPutBack && (
      <Flex gap={3} wrap="wrap" data-unsent>
        <Typography textColor="neutral600">You had typed this before; it was not sent.</Typography>
        <Button variant="tertiary" size="S" onClick={clear}>
          Discard
        </Button>
      </Flex>
    )}
    {isAtRisk && <LeaveQuestion />}
  </>
);
