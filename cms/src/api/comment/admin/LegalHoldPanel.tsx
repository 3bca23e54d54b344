import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { dateInDays, formatDate } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserText } from '#src/admin/components/UserText';
import type { Held, OpenedComment } from '#src/api/comment/admin-contract';

interface Props {
  comment: OpenedComment;
  busy: boolean;
  onHold: (held: Held | null) => Promise<boolean>;
}

const HoldForm = ({ busy, onHold }: Omit<Props, 'comment'>) => {
  const [because, setBecause] = useState('');
  const [until, setUntil] = useState(() => dateInDays(90, Date.now()));
  const [problem, setProblem] = useState<string>();
  const hold = async (): Promise<void> => {
    const missing = because.trim() === '' ? 'Say why, for the day on which you look at it again.' : undefined;
    setProblem(missing);
    if (missing === undefined && (await onHold({ because: because.trim(), until }))) setBecause('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        What is held is not deleted when its time has come, for example because you may need it as evidence.
      </Typography>
      <Field.Root name="because" error={problem}>
        <Field.Label>Why</Field.Label>
        <TextInput
          value={because}
          maxLength={500}
          onChange={(event: { target: { value: string } }) => setBecause(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="until">
        <Field.Label>Look at it again on</Field.Label>
        <TextInput
          type="date"
          value={until}
          min={dateInDays(1, Date.now())}
          onChange={(event: { target: { value: string } }) => setUntil(event.target.value)}
        />
      </Field.Root>
      <Box>
        <Button variant="secondary" disabled={busy} onClick={() => void hold()}>
          Hold it
        </Button>
      </Box>
    </Flex>
  );
};

/** Keeps a comment from being deleted by the clock, with a reason and a day on which she looks at it again. */
export const HoldPanel = ({ comment, busy, onHold }: Props) => (
  <Panel title="Hold it">
    {comment.held === null ? (
      <HoldForm busy={busy} onHold={onHold} />
    ) : (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{`Held, to be looked at again on ${formatDate(comment.held.until)}:`}</Typography>
        <UserText text={comment.held.because} />
        <Box>
          <Button variant="secondary" disabled={busy} onClick={() => void onHold(null)}>
            Release it
          </Button>
        </Box>
      </Flex>
    )}
  </Panel>
);
