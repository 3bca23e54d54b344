import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';

/** What an act came to: the sentence, whether all of it went well, and how to take it back. */
export interface Result {
  says: string;
  good: boolean;
  undo?: () => void;
}

/** Says what an act came to, where focus lands after it, so that it is heard and Undo is the next thing on the keyboard. */
export const ActResult = ({ result }: { result: Result | null }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result) place.current?.focus();
  }, [result]);
  return (
    <div ref={place} tabIndex={-1} role="status" aria-live="polite" style={{ outline: 'none' }}>
      {result && (
        <Box background={result.good ? 'success100' : 'warning100'} padding={4} hasRadius marginBottom={4}>
          <Flex gap={4} justifyContent="space-between" alignItems="center" wrap="wrap">
            <Typography>{result.says}</Typography>
            {result.undo && (
              <Button variant="tertiary" onClick={result.undo}>
                Undo
              </Button>
            )}
          </Flex>
        </Box>
      )}
    </div>
  );
};
