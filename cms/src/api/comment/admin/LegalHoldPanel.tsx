import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type LegalHold, legalHoldReasonLimit, type OpenedComment } from 'shared';
import { TextField } from '#src/admin/components/form-fields';
import { dateInDays, formatDate } from '#src/admin/components/labels';
import { Panel, UserText } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  onChange: (hold: LegalHold | null) => Promise<boolean>;
}

const LegalHoldForm = ({ comment, isBusy, onChange }: Props) => {
  const unsent = useUnsentText(`hold:${comment.number}`, { reason: '' });
  const { reason } = unsent.typed;
  const [until, setUntil] = useState(() => dateInDays(90, Date.now()));
  const [{ reason: error }, setErrors] = useFieldErrors(unsent.typed);
  const submit = async (): Promise<void> => {
    const missing = reason.trim() === '' ? 'Enter a reason, for when you review this.' : undefined;
    setErrors({ reason: missing });
    if (missing === undefined && (await onChange({ reason: reason.trim(), until }))) unsent.clear();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>A comment on hold is not deleted automatically. Use this if you may need it as evidence.</Typography>
      <UnsentNote unsent={unsent} />
      <TextField
        name="reason"
        error={error}
        label="Reason"
        value={reason}
        maxLength={legalHoldReasonLimit}
        onChange={(typed) => unsent.change({ reason: typed })}
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
      <LegalHoldForm comment={comment} isBusy={isBusy} onChange={onChange} />
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
