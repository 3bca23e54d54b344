import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Children, type ReactNode, useState } from 'react';
import type { CareMark, ResponseKit } from 'shared';
import { careLabel } from './care-labels';

/** The counsellor's checklist for when someone may be struggling. The ticks are not stored. */
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
const Reasons = ({ reasons }: { reasons: readonly string[] }) => (
  <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
    {reasons.map((reason) => (
      <li key={reason}>
        <Typography>{reason}</Typography>
      </li>
    ))}
  </Box>
);

interface Found {
  care: CareMark | null;
  careReasons: readonly string[];
  spamReasons: readonly string[];
  /** What else they found. */
  children?: ReactNode;
}

/** What the checks found in a text, in sentences, or that they found nothing. */
export const Findings = ({ care, careReasons, spamReasons, children }: Found) => (
  <>
    {care && (
      <>
        <Typography fontWeight="semiBold">{`${careLabel(care)}.`}</Typography>
        <Reasons reasons={careReasons} />
      </>
    )}
    {spamReasons.length > 0 && (
      <>
        <Typography fontWeight="semiBold">It looks like spam because:</Typography>
        <Reasons reasons={spamReasons} />
      </>
    )}
    {children}
    {care === null && spamReasons.length === 0 && Children.toArray(children).length === 0 && (
      <Typography>Nothing unusual.</Typography>
    )}
  </>
);
