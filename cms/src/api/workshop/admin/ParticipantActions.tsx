import {
  Box,
  Button,
  Checkbox,
  Flex,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Marks, Participant, WorkshopWithParticipants } from 'shared';
import { ConfirmedButton } from '#src/admin/components/page-elements';
import type { ParticipantActionsApi } from './useParticipants';
import { peopleLabel, startsLabel } from './workshop-labels';

interface Props {
  workshop: WorkshopWithParticipants;
  selected: readonly Participant[];
  actions: ParticipantActionsApi;
}

const marks: readonly { label: string; marks: Marks }[] = [
  { label: 'Attended', marks: { attended: true } },
  { label: 'Did not attend', marks: { attended: false } },
  { label: 'Paid', marks: { paid: true } },
  { label: 'Not paid', marks: { paid: false } },
];

const MoveParticipants = ({ workshop: { moveTargets }, selected, actions }: Props) => {
  const [to, setTo] = useState<string | null>(null);
  const target = moveTargets.find(({ id }) => id === to);
  if (moveTargets.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Box style={{ width: '34rem' }}>
        <SingleSelect
          aria-label="Move to another workshop"
          placeholder="Move to another workshop"
          value={to}
          disabled={actions.isBusy}
          onChange={(id) => setTo(String(id))}
        >
          {moveTargets.map(({ id, title, ...when }) => (
            <SingleSelectOption key={id} value={id}>
              {`${title}, ${startsLabel(when)}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <ConfirmedButton
        label="Move them"
        title={`Move ${peopleLabel(selected.length)}?`}
        disabled={actions.isBusy || selected.length === 0 || !target}
        onConfirm={() => void actions.move(selected, to ?? '')}
      >
        {`The people you selected move to “${target?.title ?? ''}” and get an email with the details. Someone with a place here gets one there if one is free, and otherwise stays here. Places that become free here are offered to the waitlist.`}
      </ConfirmedButton>
    </Flex>
  );
};

const CancelParticipants = ({ selected, actions }: Props) => {
  const [notify, setNotify] = useState(true);
  return (
    <Flex gap={4} wrap="wrap">
      <Checkbox checked={notify} onCheckedChange={(on) => setNotify(on === true)}>
        Tell them by email
      </Checkbox>
      <ConfirmedButton
        label="Cancel their places"
        cancelLabel="Keep their places"
        title={`Cancel for ${peopleLabel(selected.length)}?`}
        disabled={actions.isBusy || selected.length === 0}
        onConfirm={() => void actions.cancelSeats(selected, notify)}
      >
        {`${notify ? 'The people you selected will be told by email.' : 'Nobody gets an email, so please tell people yourself.'} Places that become free are offered to the waitlist, and you can’t take back an offer.`}
      </ConfirmedButton>
    </Flex>
  );
};

/** The actions on all selected participants. */
export const ParticipantActions = (props: Props) => {
  const { workshop, selected, actions } = props;
  const isEmpty = selected.length === 0;
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      role="group"
      aria-label="Actions for the selected participants"
    >
      <Flex gap={2} wrap="wrap">
        <Typography textColor="neutral600">{isEmpty ? 'Nobody selected' : `${selected.length} selected`}</Typography>
        {marks.map(({ label, marks: set }) => (
          <Button
            key={label}
            variant="secondary"
            disabled={isEmpty || actions.isBusy || ('attended' in set && !workshop.attendanceOpen)}
            onClick={() => void actions.mark(selected, set)}
          >
            {label}
          </Button>
        ))}
        {!isEmpty && (
          <LinkButton
            tag={Link}
            to={`email?recipients=chosen&participants=${selected.map(({ number }) => number).join()}`}
            variant="secondary"
          >
            Email them
          </LinkButton>
        )}
      </Flex>
      {workshop.cancellation === null && !isEmpty && (
        <Flex gap={6} wrap="wrap">
          <MoveParticipants {...props} />
          <CancelParticipants {...props} />
        </Flex>
      )}
    </Flex>
  );
};
