import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type LegalHold, legalHoldReasonLimit, type OpenedComment } from 'shared';
import { TextField } from '#src/admin/components/form-fields';
import { dateInDays, formatDate } from '#src/admin/components/labels';
import { Panel, UserText } from '#src/admin/components/page-elements';

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  onChange: (hold: LegalHold | null) => Promise<boolean>;
}

const LegalHoldForm = ({ isBusy, onChange }: Omit<Props, 'comment'>) => {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => dateInDays(90, Date.now()));
  const [error, setError] = useState<string>();
  const submit = async (): Promise<void> => {
    const missing = reason.trim() === '' ? 'Enter a reason, for when you review this.' : undefined;
    setError(missing);
    if (missing === undefined && (await onChange({ reason: reason.trim(), until }))) setReason('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        A comment on hold is not deleted automatically. Use this if you may need it as evidence, for example.
      </Typography>
      <TextField
        name="reason"
        error={error}
        label="Reason"
        value={reason}
        maxLength={legalHoldReasonLimit}
        onChange={setReason}
      />
      <TextField
        name="until"
        label="Review it on"
        type="date"
        value={until}
        min={dateInDays(1, Date.now())}
        onChange={setUntil}
      />
      <Box>
        <Button variant="secondary" disabled={isBusy} onClick={() => void submit()}>
          Put on hold
        </Button>
      </Box>
    </Flex>
  );
};

/** Keeps a comment from being deleted automatically, with a reason and a review date. */
export const LegalHoldPanel = ({ comment, isBusy, onChange }: Props) => (
  <Panel title="Keep as evidence">
    {comment.legalHold === null ? (
      <LegalHoldForm isBusy={isBusy} onChange={onChange} />
    ) : (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{`On hold, to be reviewed on ${formatDate(comment.legalHold.until)}:`}</Typography>
        <UserText text={comment.legalHold.reason} />
        <Box>
          <Button variant="secondary" disabled={isBusy} onClick={() => void onChange(null)}>
            Release
          </Button>
        </Box>
      </Flex>
    )}
  </Panel>
);
