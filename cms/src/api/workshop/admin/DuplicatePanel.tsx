import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { dateInDays } from '#src/admin/components/date-labels';
import { errorMessage } from '#src/admin/components/error-messages';
import { Panel } from '#src/admin/components/Panel';
import type { WorkshopsApi } from './useWorkshopsApi';

/** Makes a draft of the same workshop for another day, and opens it. */
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
