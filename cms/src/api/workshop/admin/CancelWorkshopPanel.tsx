import { Box, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { ConfirmedButton } from '#src/admin/components/ConfirmedButton';
import { formatDateTime } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserText } from '#src/admin/components/UserText';
import type { AdminWorkshopPage } from '#src/api/workshop/admin-contract';
import { people } from './workshop-labels';

const whoIsTold = ({ counts: { confirmed: registered, offered, waitlisted: waiting } }: AdminWorkshopPage): string => {
  const told = [
    ...(registered > 0 ? [`${people(registered)} with a place`] : []),
    ...(offered > 0 ? [`${people(offered)} with an offer`] : []),
    ...(waiting > 0 ? [`${people(waiting)} on the waitlist`] : []),
  ];
  return told.length === 0
    ? 'Nobody has a place or waits for one, so nobody is told by mail.'
    : `An email with your words goes to ${told.join(', ')}.`;
};

interface Props {
  workshop: AdminWorkshopPage;
  busy: boolean;
  onCallOff: (words: string) => Promise<boolean>;
}

/** Calls the workshop off, with words for those who had a place. What she typed stays until it is done. */
export const CallOffPanel = ({ workshop, busy, onCallOff }: Props) => {
  const [words, setWords] = useState('');
  if (workshop.cancelled !== null) {
    return (
      <Panel title="Called off">
        <Typography>{`You called this workshop off on ${formatDateTime(workshop.cancelled.at)}.`}</Typography>
        {workshop.cancelled.words !== null && <UserText text={workshop.cancelled.words} />}
      </Panel>
    );
  }
  if (workshop.state === 'past') return null;
  return (
    <Panel title="Call it off">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root
          name="words"
          hint="Goes into the email, and stands on the workshop’s page for everybody. It may stay empty."
        >
          <Field.Label>What you want to say</Field.Label>
          <Textarea
            rows={4}
            maxLength={2000}
            value={words}
            onChange={(event: { target: { value: string } }) => setWords(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Box>
          <ConfirmedButton
            label="Call the workshop off"
            title="Call this workshop off?"
            disabled={busy}
            onConfirm={() => void onCallOff(words.trim())}
          >
            {`${whoIsTold(workshop)} Its entry in their calendars is taken back. The page stays and says that it is called off. This can’t be undone.`}
          </ConfirmedButton>
        </Box>
      </Flex>
    </Panel>
  );
};
