import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { duplicatedWorkshop, workshopEmailLimits, type WorkshopWithParticipants } from 'shared';
import { errorMessage, useAdminPost } from '#src/admin/components/admin-api';
import { TextAreaField, TextField } from '#src/admin/components/form-fields';
import { dateInDays, formatDateTime } from '#src/admin/components/labels';
import { ConfirmedButton, Panel, UserText } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { peopleLabel } from './workshop-labels';

const describeRecipients = ({ counts: { confirmed, offered, waitlisted } }: WorkshopWithParticipants): string => {
  const told = [
    ...(confirmed > 0 ? [`${peopleLabel(confirmed)} with a place`] : []),
    ...(offered > 0 ? [`${peopleLabel(offered)} with an offer`] : []),
    ...(waitlisted > 0 ? [`${peopleLabel(waitlisted)} on the waitlist`] : []),
  ];
  return told.length === 0
    ? 'Nobody has a place or is on the waitlist, so no email is sent.'
    : `An email with your message goes to ${told.join(', ')}.`;
};

interface CancelProps {
  workshop: WorkshopWithParticipants;
  isBusy: boolean;
  onCancel: (message: string) => Promise<boolean>;
}

const CancelWorkshopForm = ({ workshop, isBusy, onCancel }: CancelProps) => {
  const unsent = useUnsentText(`cancellation:${workshop.id}`, { message: '' });
  const { message } = unsent.typed;
  const cancel = async (): Promise<void> => {
    if (await onCancel(message.trim())) unsent.clear();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <UnsentNote unsent={unsent} />
      <TextAreaField
        name="message"
        hint="The email contains it, and everyone can read it on the workshop’s page. You can leave this empty."
        label="Message"
        rows={4}
        maxLength={workshopEmailLimits.cancellationMessage}
        value={message}
        onChange={(typed) => unsent.change({ message: typed })}
      />
      <Box>
        <ConfirmedButton
          label="Cancel the workshop"
          cancelLabel="Keep the workshop"
          title="Cancel this workshop?"
          disabled={isBusy}
          onConfirm={() => void cancel()}
        >
          {`${describeRecipients(workshop)} It is removed from their calendars. The page stays, and says that the workshop is cancelled. You can’t undo this.`}
        </ConfirmedButton>
      </Box>
    </Flex>
  );
};

/** Cancels the workshop, with a message for its participants. The message stays typed if that fails. */
export const CancelWorkshopPanel = (props: CancelProps) => {
  const { cancellation, state } = props.workshop;
  if (cancellation !== null) {
    return (
      <Panel title="Cancelled">
        <Typography>{`You cancelled this workshop on ${formatDateTime(cancellation.at)}.`}</Typography>
        {cancellation.message !== null && <UserText text={cancellation.message} />}
      </Panel>
    );
  }
  return state === 'past' ? null : (
    <Panel title="Cancel the workshop">
      <CancelWorkshopForm {...props} />
    </Panel>
  );
};

/** Duplicates a workshop as a draft, and opens the draft in the content manager. */
const useDuplicate = (id: string, day: string) => {
  const [{ day: error }, setErrors] = useFieldErrors({ day });
  const [isBusy, setBusy] = useState(false);
  const post = useAdminPost();
  const navigate = useNavigate();
  const duplicate = async (): Promise<void> => {
    setErrors(day === '' ? { day: 'Choose a day.' } : {});
    if (day === '') return;
    setBusy(true);
    try {
      const { id: draft } = await post(duplicatedWorkshop, `/workshops/${id}/duplicate`, { day });
      navigate(`/content-manager/collection-types/api::workshop.workshop/${draft}`);
    } catch (rejected) {
      setErrors({ day: errorMessage(rejected) });
      setBusy(false);
    }
  };
  return { error, isBusy, duplicate };
};

/** Holds the workshop again: makes a draft of it for another day. */
export const DuplicatePanel = ({ id }: { id: string }) => {
  const [day, setDay] = useState('');
  const { error, isBusy, duplicate } = useDuplicate(id, day);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void duplicate();
  };
  return (
    <Panel title="Repeat the workshop">
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            Everything except the participants is copied into a draft, which opens at once. Check it, then publish it.
          </Typography>
          <Box maxWidth="32rem">
            <TextField
              name="day"
              error={error}
              hint="The other sessions, and when registration opens and closes, move with it."
              label="Day of the first session"
              type="date"
              value={day}
              min={dateInDays(1, Date.now())}
              onChange={setDay}
            />
          </Box>
          <Box>
            <Button type="submit" variant="secondary" loading={isBusy}>
              Duplicate for a new date
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};
