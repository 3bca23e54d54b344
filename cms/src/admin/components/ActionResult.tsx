import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useTopOfPage } from './use-top-of-page';

/** How an action ended: the sentence that is shown, whether all of it succeeded, and what can follow. */
export interface ActionOutcome {
  message: string;
  succeeded: boolean;
  undo?: () => void;
  next?: { label: string; to: string };
}

/** Shows the outcome of an action and takes the focus, so that it is read out and Undo is next on the keyboard. */
export const ActionResult = ({ outcome }: { outcome: ActionOutcome | null }) => {
  const region = useRef<HTMLDivElement>(null);
  useTopOfPage();
  useEffect(() => {
    if (outcome) region.current?.focus();
  }, [outcome]);
  return (
    <div ref={region} tabIndex={-1} role="status" aria-live="polite" style={{ outline: 'none' }}>
      {outcome && (
        <Box background={outcome.succeeded ? 'success100' : 'warning100'} padding={4} hasRadius marginBottom={4}>
          <Flex gap={4} justifyContent="space-between" alignItems="center" wrap="wrap">
            <Typography>{outcome.message}</Typography>
            <Flex gap={4} alignItems="center" wrap="wrap">
              {outcome.undo && (
                <Button variant="tertiary" onClick={outcome.undo}>
                  Undo
                </Button>
              )}
              {outcome.next && (
                <Link tag={RouterLink} to={outcome.next.to}>
                  {outcome.next.label}
                </Link>
              )}
            </Flex>
          </Flex>
        </Box>
      )}
    </div>
  );
};
