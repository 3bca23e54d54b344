import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Participant, RegistrationState, WorkshopWithParticipants } from 'shared';
import { Panel } from '#src/admin/components/page-elements';
import { StickyBar } from '#src/admin/components/StickyBar';
import { ParticipantActions } from './ParticipantActions';
import { ParticipantTable, type Selection, type TableProps } from './ParticipantTable';
import type { ParticipantActionsApi } from './useParticipants';

/** Keeps who is selected, by number, so that the selection outlasts fetching the list again. */
const useSelection = (participants: readonly Participant[]): Selection => {
  const [numbers, setNumbers] = useState<readonly number[]>([]);
  return {
    selected: participants.filter(({ number }) => numbers.includes(number)),
    select: (these, on) => {
      const changed = these.map(({ number }) => number);
      // Of what is ticked by then: an action takes a while.
      setNumbers((before) => [...before.filter((number) => !changed.includes(number)), ...(on ? changed : [])]);
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
    <Flex direction="column" alignItems="stretch" gap={4}>
      <StickyBar>
        <ParticipantActions workshop={workshop} selection={selection} actions={actions} />
      </StickyBar>
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
    </Flex>
  );
};
