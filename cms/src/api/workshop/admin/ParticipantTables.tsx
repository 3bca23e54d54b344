import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  type Marks,
  type Participant,
  participantStateLabels,
  priceWords,
  type RegistrationState,
  type WorkshopWithParticipants,
} from 'shared';
import { styled } from 'styled-components';
import { formatDateTime } from '#src/admin/components/labels';
import { Panel, UserName, UserText } from '#src/admin/components/page-elements';
import { ParticipantActions } from './ParticipantActions';
import type { ParticipantActionsApi } from './useParticipants';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: 1rem 1.2rem 1rem 0;
    text-align: start;
    vertical-align: top;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  th {
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const stateLabel = ({ state, reservedUntil, addedManually }: Participant): string =>
  [
    participantStateLabels[state],
    ...(reservedUntil === null ? [] : [`until ${formatDateTime(reservedUntil)}`]),
    ...(addedManually ? ['added by you'] : []),
  ].join(', ');

interface MarkProps {
  participant: Participant;
  isBusy: boolean;
  onMark: (marks: Marks) => void;
}

const PaidBox = ({ participant: { name, price, paid }, isBusy, onMark }: MarkProps) =>
  price !== null &&
  price.pence > 0 && (
    <Checkbox
      aria-label={`${name} has paid`}
      checked={paid}
      disabled={isBusy}
      onCheckedChange={(on) => onMark({ paid: on === true })}
    />
  );

const AttendedBox = ({ participant: { name, state, attended }, isBusy, onMark }: MarkProps) => (
  <>
    {state === 'confirmed' && (
      <Checkbox
        aria-label={`${name} attended`}
        checked={attended === true}
        disabled={isBusy}
        onCheckedChange={(on) => onMark({ attended: on === true ? true : null })}
      />
    )}
    {attended === false && (
      <Typography tag="p" variant="pi">
        Did not attend
      </Typography>
    )}
  </>
);

interface RowProps extends MarkProps {
  isSelected: boolean;
  onSelect: (on: boolean) => void;
}

const Row = ({ isSelected, onSelect, ...mark }: RowProps) => {
  const { name, email, accessNeeds, price } = mark.participant;
  return (
    <tr>
      <td>
        <Checkbox aria-label={`Select ${name}`} checked={isSelected} onCheckedChange={(on) => onSelect(on === true)} />
      </td>
      <td style={{ maxWidth: '24rem' }}>
        <Typography fontWeight="semiBold">
          <UserName name={name} />
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Typography>
      </td>
      <td style={{ maxWidth: '18rem' }}>{stateLabel(mark.participant)}</td>
      <td style={{ maxWidth: '28rem' }}>{accessNeeds === null ? '' : <UserText text={accessNeeds} />}</td>
      <td>{price === null ? '' : `${price.label}, ${priceWords(price.pence)}`}</td>
      <td>
        <PaidBox {...mark} />
      </td>
      <td>
        <AttendedBox {...mark} />
      </td>
    </tr>
  );
};

const columns = ['Select', 'Name and email', 'Place', 'Access needs', 'Price', 'Paid', 'Attended'] as const;

interface TableProps {
  caption: string;
  participants: readonly Participant[];
  selection: Selection;
  actions: ParticipantActionsApi;
}

/** The participants as a table, with checkboxes for attendance and payment. */
const ParticipantTable = ({ caption, participants, selection: { selected, select }, actions }: TableProps) => (
  <Box style={{ overflowX: 'auto' }} role="region" aria-label={caption} tabIndex={0}>
    <Table aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {participants.map((participant) => (
          <Row
            key={participant.number}
            participant={participant}
            isSelected={selected.includes(participant)}
            isBusy={actions.isBusy}
            onSelect={(on) => select([participant], on)}
            onMark={(marks) => void actions.tick(participant, marks)}
          />
        ))}
      </tbody>
    </Table>
  </Box>
);

interface Selection {
  selected: readonly Participant[];
  select: (participants: readonly Participant[], on: boolean) => void;
}

/** Keeps who is selected, by number, so that the selection outlasts fetching the list again. */
const useSelection = (participants: readonly Participant[]): Selection => {
  const [numbers, setNumbers] = useState<readonly number[]>([]);
  return {
    selected: participants.filter(({ number }) => numbers.includes(number)),
    select: (these, on) => {
      const changed = these.map(({ number }) => number);
      setNumbers([...numbers.filter((number) => !changed.includes(number)), ...(on ? changed : [])]);
    },
  };
};

const ParticipantGroup = ({ caption, participants, selection, actions }: TableProps) => {
  const count = participants.filter((participant) => selection.selected.includes(participant)).length;
  return (
    <Panel title={`${caption} (${participants.length})`}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Checkbox
          checked={count === participants.length ? true : count > 0 ? 'indeterminate' : false}
          onCheckedChange={(on) => selection.select(participants, on !== false)}
        >
          Select all
        </Checkbox>
        <ParticipantTable caption={caption} participants={participants} selection={selection} actions={actions} />
      </Flex>
    </Panel>
  );
};

const groups: readonly { caption: string; states: readonly RegistrationState[] }[] = [
  { caption: 'With a place', states: ['confirmed'] },
  { caption: 'Waitlist, offers and unconfirmed', states: ['offered', 'unconfirmed', 'waitlisted'] },
  { caption: 'Cancelled or expired', states: ['cancelled', 'expired'] },
];

interface Props {
  workshop: WorkshopWithParticipants;
  actions: ParticipantActionsApi;
}

/** The participants grouped by state, with the actions on the selected ones. */
export const ParticipantTables = ({ workshop, actions }: Props) => {
  const { participants } = workshop;
  const selection = useSelection(participants);
  if (participants.length === 0) {
    return (
      <Panel title="Participants">
        <Typography>
          Nobody has registered yet. Registrations appear here at once, and you can also add a participant yourself.
        </Typography>
      </Panel>
    );
  }
  return (
    <>
      <Panel title="Participants">
        <ParticipantActions workshop={workshop} selected={selection.selected} actions={actions} />
      </Panel>
      {groups
        .map(({ caption, states }) => ({ caption, these: participants.filter(({ state }) => states.includes(state)) }))
        .filter(({ these }) => these.length > 0)
        .map(({ caption, these }) => (
          <ParticipantGroup
            key={caption}
            caption={caption}
            participants={these}
            selection={selection}
            actions={actions}
          />
        ))}
    </>
  );
};
