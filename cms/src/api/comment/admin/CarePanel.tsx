import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { OpenedComment, ResponseKit } from 'shared';
import { ConfirmedButton, Panel } from '#src/admin/components/page-elements';
import { subjectInSentence } from './comment-labels';

/**
 * The counsellor's checklist for when someone may be struggling. The ticks are for this reading only and not stored.
 */
const Checklist = ({ checklist }: { checklist: ResponseKit['checklist'] }) => {
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

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  onDismiss: () => void;
}

/** What to do where someone may be struggling. It stays, whatever is decided, until the counsellor dismisses the flag. */
export const CarePanel = ({ comment, isBusy, onDismiss }: Props) => (
  <Panel title="Your checklist">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Checklist checklist={comment.responseKit.checklist} />
      <Typography textColor="neutral600">
        The flag and this checklist stay here, whatever you decide about the comment, until you dismiss them.
      </Typography>
      <Box>
        <ConfirmedButton
          label="Dismiss the flag"
          title={`Dismiss the flag of ${subjectInSentence(comment)}?`}
          variant="tertiary"
          cancelLabel="Keep it"
          disabled={isBusy}
          onConfirm={onDismiss}
        >
          Do this when you have dealt with it. The flag, its reasons and the checklist go from this comment, and you
          can’t get them back.
        </ConfirmedButton>
      </Box>
    </Flex>
  </Panel>
);
