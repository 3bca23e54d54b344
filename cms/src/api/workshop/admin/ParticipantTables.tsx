import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
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

interface CellProps {
  participant: Participant;
  /** Whether attendance can be marked by now. */
  canMark: boolean;
  isBusy: boolean;
  onMark: (marks: Marks) => void;
  isSelected: boolean;
  onSelect: (on: boolean) => void;
}

const SelectBox = ({ participant: { name }, isSelected, onSelect }: CellProps) => (
  <Checkbox aria-label={`Select ${name}`} checked={isSelected} onCheckedChange={(on) => onSelect(on === true)} />
);

const NameAndEmail = ({ participant: { name, email } }: CellProps) => (
  <>
    <Typography fontWeight="semiBold">
      <UserName name={name} />
    </Typography>
    <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {email}
    </Typography>
  </>
);

const PaidBox = ({ participant: { name, price, paid }, isBusy, onMark }: CellProps) =>
  price !== null &&
  price.pence > 0 && (
    <Checkbox
      aria-label={`${name} has paid`}
      checked={paid}
      disabled={isBusy}
      onCheckedChange={(on) => onMark({ paid: on === true })}
    />
  );

const AttendedBox = ({ participant: { name, state, attended }, canMark, isBusy, onMark }: CellProps) => (
  <>
    {state === 'confirmed' && (canMark || attended !== null) && (
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

interface Column {
  header: string;
  maxWidth?: string;
  cell: (props: CellProps) => ReactNode;
}

const columns: readonly Column[] = [
  { header: 'Select', cell: (props) => <SelectBox {...props} /> },
  { header: 'Name and email', maxWidth: '24rem', cell: (props) => <NameAndEmail {...props} /> },
  { header: 'Place', maxWidth: '18rem', cell: ({ participant }) => stateLabel(participant) },
  {
    header: 'Access needs',
    maxWidth: '28rem',
    cell: ({ participant: { accessNeeds } }) => accessNeeds !== null && <UserText text={accessNeeds} />,
  },
  {
    header: 'Price',
    cell: ({ participant: { price } }) => price !== null && `${price.label}, ${priceWords(price.pence)}`,
  },
  { header: 'Paid', cell: (props) => <PaidBox {...props} /> },
  { header: 'Attended', cell: (props) => <AttendedBox {...props} /> },
];

const Row = (props: CellProps) => (
  <tr>
    {columns.map(({ header, maxWidth, cell }) => (
      <td key={header} style={{ maxWidth }}>
        {cell(props)}
      </td>
    ))}
  </tr>
);

interface TableProps {
  caption: string;
  participants: readonly Participant[];
  canMark: boolean;
  selection: Selection;
  actions: ParticipantActionsApi;
}

/** The participants as a table, with checkboxes for attendance and payment. */
const ParticipantTable = ({ caption, participants, canMark, selection, actions }: TableProps) => (
  <Box style={{ overflowX: 'auto' }} role="region" aria-label={caption} tabIndex={0}>
    <Table aria-label={caption}>
      <thead>
        <tr>
          {columns.map(({ header }) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {participants.map((participant) => (
          <Row
            key={participant.number}
            participant={participant}
            canMark={canMark}
            isSelected={selection.selected.includes(participant)}
            isBusy={actions.isBusy}
            onSelect={(on) => selection.select([participant], on)}
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

const ParticipantGroup = (props: TableProps) => {
  const { caption, participants, selection } = props;
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
        <ParticipantTable {...props} />
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
            canMark={workshop.attendanceOpen}
            selection={selection}
            actions={actions}
          />
        ))}
    </>
  );
};
