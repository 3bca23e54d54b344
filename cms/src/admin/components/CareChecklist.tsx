import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ResponseKit } from 'shared';

/** The counsellor's checklist for when someone may be struggling. The ticks are for this reading only and not stored. */
export const CareChecklist = ({ checklist }: Pick<ResponseKit, 'checklist'>) => {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = (step: number, on: boolean): void =>
    setTicked(new Set([...[...ticked].filter((other) => other !== step), ...(on ? [step] : [])]));
  return checklist.length === 0 ? (
    <Typography>There is no checklist yet. You can write one in the practice’s settings.</Typography>
  ) : (
    <Flex tag="ul" direction="column" alignItems="start" gap={3}>
      {checklist.map((step, index) => (
        <li key={step} style={{ listStyle: 'none' }}>
          <Checkbox checked={ticked.has(index)} onCheckedChange={(state) => tick(index, state === true)}>
            {step}
          </Checkbox>
        </li>
      ))}
    </Flex>
  );
};

/** Why the checks flagged a text, one sentence each. */
export const Reasons = ({ reasons }: { reasons: readonly string[] }) => (
  <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
    {reasons.map((reason) => (
      <li key={reason}>
        <Typography>{reason}</Typography>
      </li>
    ))}
  </Box>
);
