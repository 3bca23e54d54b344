import { Box, Checkbox, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { type Marks, type Participant, participantStateLabels, priceWords } from 'shared';
import { styled } from 'styled-components';
import { formatDateTime } from '#src/admin/components/labels';
import { UserName, UserText } from '#src/admin/components/page-elements';
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

  /* Room for a finger around the first box, which the scrolling table would cut off. */
  :is(th, td):first-child {
    padding-inline-start: 1rem;
  }

  th {
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  /* On a phone each participant is a list of facts: in columns so narrow, names would break inside words */
  @media (width < 768px) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      display: block;
      padding-block: 1rem;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    }

    td {
      display: grid;
      grid-template-columns: 10rem minmax(0, 1fr);
      gap: 1.2rem;
      padding: 0.4rem 0;
      border: 0;

      &::before {
        content: attr(data-header);
        color: ${({ theme }) => theme.colors.neutral600};
      }

      &:has(> div:empty) {
        display: none;
      }
    }
  }
`;

const Cell = styled.td<{ $maxWidth?: string }>`
  @media (width >= 768px) {
    max-width: ${({ $maxWidth }) => $maxWidth ?? 'none'};
  }
`;

const stateLabel = ({ state, reservedUntil, addedManually, disowned }: Participant): string =>
  [
    participantStateLabels[state],
    ...(reservedUntil === null ? [] : [`until ${formatDateTime(reservedUntil)}`]),
    ...(addedManually ? ['added by you'] : []),
    ...(disowned ? ['the owner of this email address didn’t register'] : []),
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
      <Cell key={header} data-header={header} $maxWidth={maxWidth}>
        <div>{cell(props)}</div>
      </Cell>
    ))}
  </tr>
);

export interface Selection {
  selected: readonly Participant[];
  select: (participants: readonly Participant[], on: boolean) => void;
}

export interface TableProps {
  caption: string;
  participants: readonly Participant[];
  canMark: boolean;
  selection: Selection;
  actions: ParticipantActionsApi;
}

/** The participants as a table, with checkboxes for attendance and payment. */
export const ParticipantTable = ({ caption, participants, canMark, selection, actions }: TableProps) => (
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
