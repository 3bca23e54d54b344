import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Panel } from '#src/admin/components/Panel';
import type { OpenedComment } from '#src/api/comment/admin-contract';

/** Her own checklist for when somebody may be struggling. The ticks are for this reading only: nothing is kept. */
export const ResponseKit = ({ kit }: { kit: OpenedComment['kit'] }) => {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = (step: number, on: boolean): void =>
    setTicked(new Set([...[...ticked].filter((other) => other !== step), ...(on ? [step] : [])]));
  return (
    <Panel title="Your checklist">
      {kit.checklist.length === 0 ? (
        <Typography>There is no checklist yet. You can write one in the practice’s settings.</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="start" gap={3}>
          {kit.checklist.map((step, index) => (
            <li key={step} style={{ listStyle: 'none' }}>
              <Checkbox checked={ticked.has(index)} onCheckedChange={(state) => tick(index, state === true)}>
                {step}
              </Checkbox>
            </li>
          ))}
        </Flex>
      )}
    </Panel>
  );
};

interface Offered {
  replies: OpenedComment['kit']['savedReplies'];
  onUse: (words: string) => void;
}

/** Beginnings for answers: each fills the box, where she changes it before it is sent. */
export const SavedReplies = ({ replies, onUse }: Offered) =>
  replies.length === 0 ? null : (
    <Flex role="group" aria-label="Begin with a saved reply" gap={2} wrap="wrap">
      <Typography textColor="neutral600">Begin with a saved reply:</Typography>
      {replies.map(({ title, words }) => (
        <Button key={title} variant="tertiary" size="S" onClick={() => onUse(words)}>
          {title}
        </Button>
      ))}
    </Flex>
  );
