import { Box, Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { errorMessage } from '#src/admin/components/admin-api';
import { dateInDays, formatDateTime } from '#src/admin/components/labels';
import { ConfirmedButton, Panel, UserText } from '#src/admin/components/page-elements';
import type { AdminWorkshopPage } from '#src/api/workshop/admin-contract';
import type { WorkshopsApi } from './useWorkshopsApi';
import { people } from './workshop-labels';

const whoIsTold = ({ counts: { confirmed, offered, waitlisted } }: AdminWorkshopPage): string => {
  const told = [
    ...(confirmed > 0 ? [`${people(confirmed)} with a place`] : []),
    ...(offered > 0 ? [`${people(offered)} with an offer`] : []),
    ...(waitlisted > 0 ? [`${people(waitlisted)} on the waitlist`] : []),
  ];
  return told.length === 0
    ? 'Nobody has a place or waits for one, so nobody is told by mail.'
    : `An email with your words goes to ${told.join(', ')}.`;
};

interface CancelProps {
  workshop: AdminWorkshopPage;
  busy: boolean;
  onCancelWorkshop: (words: string) => Promise<boolean>;
}

/** Cancels the workshop, with a message for its participants. The message stays typed if that fails. */
export const CancelWorkshopPanel = ({ workshop, busy, onCancelWorkshop }: CancelProps) => {
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
            onConfirm={() => void onCancelWorkshop(words.trim())}
          >
            {`${whoIsTold(workshop)} Its entry in their calendars is taken back. The page stays and says that it is called off. This can’t be undone.`}
          </ConfirmedButton>
        </Box>
      </Flex>
    </Panel>
  );
};

/** Duplicates the workshop as a draft for another day, and opens the draft. */
export const DuplicatePanel = ({ api, id }: { api: WorkshopsApi; id: string }) => {
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const duplicate = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(day === '' ? 'Choose a day first.' : undefined);
    if (day === '') return;
    setBusy(true);
    try {
      const { id: copy } = await api.duplicate(id, day);
      navigate(`/content-manager/collection-types/api::workshop.workshop/${copy}`);
    } catch (error) {
      setProblem(errorMessage(error));
      setBusy(false);
    }
  };
  return (
    <Panel title="Hold it again">
      <form onSubmit={(event) => void duplicate(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            Everything but the people is copied into a draft, which opens at once: look through it, then publish.
          </Typography>
          <Field.Root
            name="day"
            maxWidth="32rem"
            error={problem}
            hint="Other sessions, and when registration opens and closes, move along."
          >
            <Field.Label>Day of its first session</Field.Label>
            <TextInput
              type="date"
              value={day}
              min={dateInDays(1, Date.now())}
              onChange={(event: { target: { value: string } }) => setDay(event.target.value)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Box>
            <Button type="submit" variant="secondary" loading={busy}>
              Duplicate for a new date
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};
