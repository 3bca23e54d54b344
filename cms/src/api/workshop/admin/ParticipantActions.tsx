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
import type { WorkshopWithParticipants } from 'shared';
import { namesLabel } from '#src/admin/components/labels';
import { ConfirmedButton } from '#src/admin/components/page-elements';
import { cancelQuestion, choicesFor } from './participant-choices';
import type { Selection } from './ParticipantTable';
import type { ParticipantActionsApi } from './useParticipants';
import { peopleLabel, startsLabel } from './workshop-labels';

interface Props {
  workshop: WorkshopWithParticipants;
  selection: Selection;
  actions: ParticipantActionsApi;
}

interface ActionProps extends Props {
  /** Runs an action, and takes those off the selection with whom nothing is left to do. */
  act: (action: Promise<number[]>) => void;
}

const MoveParticipants = ({ workshop: { moveTargets }, selection: { selected }, actions, act }: ActionProps) => {
  const [to, setTo] = useState<string | null>(null);
  const target = moveTargets.find(({ id }) => id === to);
  const names = namesLabel(selected.map(({ name }) => name));
  return (
    <ConfirmedButton
      label="Move them"
      title={`Move ${selected.length === 1 ? names : peopleLabel(selected.length)}?`}
      variant="secondary"
      disabled={actions.isBusy}
      canConfirm={target !== undefined}
      fields={
        <Box width="100%">
          <SingleSelect
            aria-label="Move to another workshop"
            placeholder="Move to another workshop"
            value={to}
            onChange={(id) => setTo(String(id))}
          >
            {moveTargets.map(({ id, title, ...when }) => (
              <SingleSelectOption key={id} value={id}>
                {`${title}, ${startsLabel(when)}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      }
      onConfirm={() => act(actions.move(selected, to ?? ''))}
    >
      {names} will be moved to the workshop that you choose, and get an email with the details. Someone with a place
      here gets one there if one is free, and otherwise stays here. Places that become free here are offered to the
      waitlist.
    </ConfirmedButton>
  );
};

const CancelParticipants = ({ selection: { selected }, actions, act }: ActionProps) => {
  const [notify, setNotify] = useState(true);
  const { title, says } = cancelQuestion(selected, notify);
  const place = selected.length === 1 ? 'place' : 'places';
  return (
    <ConfirmedButton
      label={`Cancel their ${place}`}
      cancelLabel={`Keep their ${place}`}
      title={title}
      disabled={actions.isBusy}
      fields={
        <Checkbox checked={notify} onCheckedChange={(on) => setNotify(on === true)}>
          Tell them by email
        </Checkbox>
      }
      onConfirm={() => act(actions.cancelSeats(selected, notify))}
    >
      {says}
    </ConfirmedButton>
  );
};

/** What can be done with all selected participants; nothing else is offered. */
export const ParticipantActions = (props: Props) => {
  const { workshop, selection, actions } = props;
  const { selected, select } = selection;
  const { marks, canEmail, canMove, canCancel } = choicesFor(selected, workshop);
  const act = (action: Promise<number[]>): void =>
    void action.then((settled) => {
      select(
        selected.filter(({ number }) => settled.includes(number)),
        false,
      );
    });
  const isMixed = new Set(selected.map(({ state }) => state)).size > 1;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Actions for the selected participants">
      <Typography textColor="neutral600">
        {selected.length === 0 ? 'Nobody selected' : `${selected.length} selected`}
      </Typography>
      {marks.map(({ label, marks: set }) => (
        <Button
          key={label}
          variant="secondary"
          disabled={actions.isBusy}
          onClick={() => act(actions.mark(selected, set))}
        >
          {label}
        </Button>
      ))}
      {canEmail && (
        <LinkButton
          tag={Link}
          to={`email?recipients=chosen&participants=${selected.map(({ number }) => number).join()}`}
          variant="secondary"
        >
          Email them
        </LinkButton>
      )}
      {canMove && <MoveParticipants {...props} act={act} />}
      {canCancel && <CancelParticipants {...props} act={act} />}
      {isMixed && (
        <Typography variant="pi" textColor="neutral600">
          Only what can be done with all of them is offered.
        </Typography>
      )}
    </Flex>
  );
};
