import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { priceWords } from 'shared';
import { styled } from 'styled-components';
import { formatDateTime } from '#src/admin/components/labels';
import { Panel, UserName, UserText } from '#src/admin/components/page-elements';
import {
  type AdminWorkshopPage,
  type Marks,
  type Participant,
  type ParticipantState,
  participantStateLabels,
} from '#src/api/workshop/admin-contract';
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

const stateOf = ({ state, until, addedManually }: Participant): string =>
  [
    participantStateLabels[state],
    ...(until === null ? [] : [`until ${formatDateTime(until)}`]),
    ...(addedManually ? ['added by you'] : []),
  ].join(', ');

interface RowProps {
  person: Participant;
  chosen: boolean;
  busy: boolean;
  onChoose: (on: boolean) => void;
  onMark: (marks: Marks) => void;
}

const Row = ({ person, chosen, busy, onChoose, onMark }: RowProps) => {
  const { name, email, accessNeeds: needs, price, paid, attended, state } = person;
  return (
    <tr>
      <td>
        <Checkbox aria-label={`Choose ${name}`} checked={chosen} onCheckedChange={(on) => onChoose(on === true)} />
      </td>
      <td style={{ maxWidth: '24rem' }}>
        <Typography fontWeight="semiBold">
          <UserName name={name} />
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Typography>
      </td>
      <td style={{ maxWidth: '18rem' }}>{stateOf(person)}</td>
      <td style={{ maxWidth: '28rem' }}>{needs === null ? '' : <UserText text={needs} />}</td>
      <td>{price === null ? '' : `${price.label}, ${priceWords(price.pence)}`}</td>
      <td>
        {price !== null && price.pence > 0 && (
          <Checkbox
            aria-label={`${name} has paid`}
            checked={paid}
            disabled={busy}
            onCheckedChange={(on) => onMark({ paid: on === true })}
          />
        )}
      </td>
      <td>
        {state === 'confirmed' && (
          <Checkbox
            aria-label={`${name} came`}
            checked={attended === true}
            disabled={busy}
            onCheckedChange={(on) => onMark({ attended: on === true ? true : null })}
          />
        )}
        {attended === false && (
          <Typography tag="p" variant="pi">
            Did not come
          </Typography>
        )}
      </td>
    </tr>
  );
};

interface TableProps {
  caption: string;
  participants: readonly Participant[];
  chosen: readonly Participant[];
  busy: boolean;
  onChoose: (person: Participant, on: boolean) => void;
  onMark: (person: Participant, marks: Marks) => void;
}

/** The participants as a table, with checkboxes for attendance and payment. */
const ParticipantTable = ({ caption, participants, chosen, busy, onChoose, onMark }: TableProps) => (
  <Box style={{ overflowX: 'auto' }} role="region" aria-label={caption} tabIndex={0}>
    <Table aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Choose</th>
          <th scope="col">Name and address</th>
          <th scope="col">Place</th>
          <th scope="col">Needs</th>
          <th scope="col">Price</th>
          <th scope="col">Paid</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {participants.map((person) => (
          <Row
            key={person.number}
            person={person}
            chosen={chosen.includes(person)}
            busy={busy}
            onChoose={(on) => onChoose(person, on)}
            onMark={(marks) => onMark(person, marks)}
          />
        ))}
      </tbody>
    </Table>
  </Box>
);

const groups: readonly { title: string; states: readonly ParticipantState[] }[] = [
  { title: 'With a place', states: ['confirmed'] },
  { title: 'Waiting, or asked and not answered yet', states: ['offered', 'unconfirmed', 'waitlisted'] },
  { title: 'Not coming any more', states: ['cancelled', 'expired'] },
];

const useChosenParticipants = (participants: readonly Participant[]) => {
  const [numbers, setNumbers] = useState<readonly number[]>([]);
  return {
    chosen: participants.filter(({ number }) => numbers.includes(number)),
    choose: (of: readonly Participant[], on: boolean): void => {
      const these = of.map(({ number }) => number);
      setNumbers([...numbers.filter((number) => !these.includes(number)), ...(on ? these : [])]);
    },
  };
};

/** The participants grouped by state, with the actions on the chosen ones. */
export const ParticipantLists = ({
  workshop,
  actions,
}: {
  workshop: AdminWorkshopPage;
  actions: ParticipantActionsApi;
}) => {
  const { participants } = workshop;
  const { chosen, choose } = useChosenParticipants(participants);
  if (participants.length === 0) {
    return (
      <Panel title="Participants">
        <Typography>
          Nobody has registered yet. Whoever does stands here at once; you can also add somebody by hand.
        </Typography>
      </Panel>
    );
  }
  return (
    <>
      <Panel title="Participants">
        <ParticipantActions workshop={workshop} chosen={chosen} actions={actions} />
      </Panel>
      {groups.map(({ title, states }) => {
        const these = participants.filter(({ state }) => states.includes(state));
        if (these.length === 0) return null;
        const many = these.filter((person) => chosen.includes(person)).length;
        return (
          <Panel key={title} title={`${title} (${these.length})`}>
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Checkbox
                checked={many === these.length ? true : many > 0 ? 'indeterminate' : false}
                onCheckedChange={(on) => choose(these, on !== false)}
              >
                Choose all of these
              </Checkbox>
              <ParticipantTable
                caption={title}
                participants={these}
                chosen={chosen}
                busy={actions.busy}
                onChoose={(person, on) => choose([person], on)}
                onMark={(person, marks) => void actions.tick(person, marks)}
              />
            </Flex>
          </Panel>
        );
      })}
    </>
  );
};
