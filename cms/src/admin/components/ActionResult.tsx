import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';

/** How an action ended: the sentence that is shown, whether all of it succeeded, and how to undo it. */
export interface ActionOutcome {
  message: string;
  succeeded: boolean;
  undo?: () => void;
}

/** Shows the outcome of an action and takes the focus, so that it is read out and Undo is next on the keyboard. */
export const ActionResult = ({ outcome }: { outcome: ActionOutcome | null }) => {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) region.current?.focus();
  }, [outcome]);
  return (
    <div ref={region} tabIndex={-1} role="status" aria-live="polite" style={{ outline: 'none' }}>
      {outcome && (
        <Box background={outcome.succeeded ? 'success100' : 'warning100'} padding={4} hasRadius marginBottom={4}>
          <Flex gap={4} justifyContent="space-between" alignItems="center" wrap="wrap">
            <Typography>{outcome.message}</Typography>
            {outcome.undo && (
              <Button variant="tertiary" onClick={outcome.undo}>
                Undo
              </Button>
            )}
          </Flex>
        </Box>
      )}
    </div>
  );
};
