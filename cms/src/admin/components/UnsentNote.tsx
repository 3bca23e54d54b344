import { Button, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
import { LeaveQuestion } from './LeaveQuestion';
import type { UnsentText } from './useUnsentText';

type Unsent = Pick<UnsentText<Record<string, string | null>>, 'isPutBack' | 'isAtRisk' | 'clear'>;

const always = (): boolean => true;

/** Asks before a page is left where this browser can't keep what was typed. */
const RiskQuestion = ({ isAtRisk }: Pick<Unsent, 'isAtRisk'>) =>
  isAtRisk && (
    <LeaveQuestion isAsked={always}>
      What you typed has not been sent, and this browser can’t keep it. If you leave, it is lost.
    </LeaveQuestion>
  );

/**
 * Says beside a form that what stands in it was typed before, and offers to discard it; asks before the page is left
 * only where this browser could not keep it.
 */
export const UnsentNote = ({ unsent: { isPutBack, isAtRisk, clear } }: { unsent: Unsent }) => (
  <>
    {isPutBack && (
      <Flex gap={3} wrap="wrap" data-unsent>
        <Typography textColor="neutral600">You typed this earlier, and it hasn’t been sent.</Typography>
        <Button variant="tertiary" size="S" onClick={clear}>
          Discard
        </Button>
      </Flex>
    )}
    <RiskQuestion isAtRisk={isAtRisk} />
  </>
);

interface NewPersonProps {
  unsent: Unsent;
  /** Of the person that is added, as typed. */
  name: string;
  children: ReactNode;
}

/**
 * Shows the form with which somebody is added. What was typed before is put back only if that is wanted: it may be about
 * another person, whose number or address must not get into this entry.
 */
export const NewPerson = ({ unsent: { isPutBack, isAtRisk, clear }, name, children }: NewPersonProps) => {
  const [goesOn, setGoesOn] = useState(false);
  if (!isPutBack || goesOn)
    return (
      <>
        {children}
        <RiskQuestion isAtRisk={isAtRisk} />
      </>
    );
  return (
    <Flex direction="column" alignItems="flex-start" gap={4} data-unsent>
      <Typography>You began to add {name.trim() || 'somebody'} earlier, and didn’t finish.</Typography>
      <Flex gap={2} wrap="wrap">
        <Button onClick={() => setGoesOn(true)}>Go on with it</Button>
        <Button variant="tertiary" onClick={clear}>
          Start with an empty form
        </Button>
      </Flex>
    </Flex>
  );
};
