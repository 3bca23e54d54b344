import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Panel } from '#src/admin/components/Panel';
import type { AdminWorkshopPage, Participant, ParticipantState } from '#src/api/workshop/admin-contract';
import { PeopleActions } from './ParticipantActions';
import { ParticipantTable } from './ParticipantTable';
import type { ParticipantsDesk } from './useParticipants';

const groups: readonly { title: string; states: readonly ParticipantState[] }[] = [
  { title: 'With a place', states: ['confirmed'] },
  { title: 'Waiting, or asked and not answered yet', states: ['offered', 'unconfirmed', 'waitlisted'] },
  { title: 'Not coming any more', states: ['cancelled', 'expired'] },
];

const useChosenPeople = (participants: readonly Participant[]) => {
  const [numbers, setNumbers] = useState<readonly number[]>([]);
  return {
    chosen: participants.filter(({ number }) => numbers.includes(number)),
    choose: (of: readonly Participant[], on: boolean): void => {
      const these = of.map(({ number }) => number);
      setNumbers([...numbers.filter((number) => !these.includes(number)), ...(on ? these : [])]);
    },
  };
};

/** Everybody by how they stand, with what can be done to those who are chosen. */
export const ParticipantLists = ({ workshop, desk }: { workshop: AdminWorkshopPage; desk: ParticipantsDesk }) => {
  const { participants } = workshop;
  const { chosen, choose } = useChosenPeople(participants);
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
        <PeopleActions workshop={workshop} chosen={chosen} desk={desk} />
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
                busy={desk.busy}
                onChoose={(person, on) => choose([person], on)}
                onMark={(person, marks) => void desk.tick(person, marks)}
              />
            </Flex>
          </Panel>
        );
      })}
    </>
  );
};
