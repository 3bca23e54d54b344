import { Button, Flex, Typography } from '@strapi/design-system';
import { LeaveQuestion } from './LeaveQuestion';
import type { UnsentText } from './useUnsentText';

const always = (): boolean => true;

/** Asks before a page is left where this browser can't keep what was typed. */
export const LostNote = ({ isAtRisk }: { isAtRisk: boolean }) =>
  isAtRisk && (
    <LeaveQuestion isAsked={always}>
      What you typed has not been sent, and this browser can’t keep it. If you leave, it is lost.
    </LeaveQuestion>
  );

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
        <Typography textColor="neutral600">You typed this earlier, and it hasn’t been sent.</Typography>
        <Button variant="tertiary" size="S" onClick={clear}>
          Discard
        </Button>
      </Flex>
    )}
    <LostNote isAtRisk={isAtRisk} />
  </>
);
