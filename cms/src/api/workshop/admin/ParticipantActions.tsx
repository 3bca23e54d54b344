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
import { ConfirmedButton } from '#src/admin/components/page-elements';
import type { AdminWorkshopPage, Marks, Participant } from '#src/api/workshop/admin-contract';
import type { ParticipantActionsApi } from './useParticipants';
import { people, startsLabel } from './workshop-labels';

interface Props {
  workshop: AdminWorkshopPage;
  chosen: readonly Participant[];
  actions: ParticipantActionsApi;
}

const marks: readonly { label: string; marks: Marks }[] = [
  { label: 'Came', marks: { attended: true } },
  { label: 'Did not come', marks: { attended: false } },
  { label: 'Paid', marks: { paid: true } },
  { label: 'Not paid', marks: { paid: false } },
];

const MoveParticipants = ({ workshop: { others }, chosen, actions }: Props) => {
  const [to, setTo] = useState<string | null>(null);
  const target = others.find(({ id }) => id === to);
  if (others.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Box style={{ width: '34rem' }}>
        <SingleSelect
          aria-label="Move to which workshop"
          placeholder="Another workshop"
          value={to}
          disabled={actions.busy}
          onChange={(id) => setTo(String(id))}
        >
          {others.map(({ id, title, ...when }) => (
            <SingleSelectOption key={id} value={id}>
              {`${title}, ${startsLabel(when)}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <ConfirmedButton
        label="Move them"
        title={`Move ${people(chosen.length)}?`}
        disabled={actions.busy || chosen.length === 0 || !target}
        onConfirm={() => void actions.move(chosen, to ?? '')}
      >
        {`They go over to “${target?.title ?? ''}” and are told so by mail, with what they need to know. Whoever has a place here gets one there only if one is free; else they stay. Places that become free here are offered to whoever waits.`}
      </ConfirmedButton>
    </Flex>
  );
};

const CancelParticipants = ({ chosen, actions }: Props) => {
  const [tell, setTell] = useState(true);
  return (
    <Flex gap={4} wrap="wrap">
      <Checkbox checked={tell} onCheckedChange={(on) => setTell(on === true)}>
        Tell them by mail
      </Checkbox>
      <ConfirmedButton
        label="Cancel their places"
        title={`Cancel for ${people(chosen.length)}?`}
        disabled={actions.busy || chosen.length === 0}
        onConfirm={() => void actions.cancelPlaces(chosen, tell)}
      >
        {`${tell ? 'They are told by mail.' : 'They are not told: please make sure that they know.'} Places that become free are offered to whoever waits, and can’t be taken back from them.`}
      </ConfirmedButton>
    </Flex>
  );
};

/** The actions on all chosen participants. */
export const ParticipantActions = (props: Props) => {
  const { workshop, chosen, actions } = props;
  const none = chosen.length === 0;
  const calledOff = workshop.cancelled !== null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="group" aria-label="What to do with the chosen people">
      <Flex gap={2} wrap="wrap">
        <Typography textColor="neutral600">{none ? 'Nobody chosen' : `${chosen.length} chosen`}</Typography>
        {marks.map(({ label, marks: set }) => (
          <Button
            key={label}
            variant="secondary"
            disabled={none || actions.busy}
            onClick={() => void actions.mark(chosen, set)}
          >
            {label}
          </Button>
        ))}
        {!none && (
          <LinkButton
            tag={Link}
            to={`write?to=people&people=${chosen.map(({ number }) => number).join()}`}
            variant="secondary"
          >
            Write to them
          </LinkButton>
        )}
      </Flex>
      {!calledOff && !none && (
        <Flex gap={6} wrap="wrap">
          <MoveParticipants {...props} />
          <CancelParticipants {...props} />
        </Flex>
      )}
    </Flex>
  );
};
