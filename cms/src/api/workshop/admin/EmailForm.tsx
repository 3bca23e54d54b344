import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { Panel } from '#src/admin/components/Panel';
import { type Participant, type RecipientGroup, recipientGroups } from '#src/api/workshop/admin-contract';
import type { EmailDraftState } from './useEmailDraft';
import { addresseeNames } from './workshop-labels';

interface Typed {
  target: { value: string };
}

const counted: Readonly<Record<Exclude<RecipientGroup, 'people'>, (person: Participant) => boolean>> = {
  confirmed: ({ state }) => state === 'confirmed',
  waitlisted: ({ state }) => state === 'waitlisted',
  attended: ({ attended }) => attended === true,
  unpaid: ({ state, price, paid }) => state === 'confirmed' && price !== null && price.pence > 0 && !paid,
};

/** Subject and words of an email, and whom it is for. */
export const EmailForm = ({
  email,
  participants,
}: {
  email: EmailDraftState;
  participants: readonly Participant[];
}) => {
  const { typed, problems, busy, chosen, change, look } = email;
  const howMany = (to: RecipientGroup): number =>
    to === 'people' ? chosen.length : participants.filter(counted[to]).length;
  const show = (event: FormEvent): void => {
    event.preventDefault();
    look();
  };
  return (
    <Panel title="Your email">
      <form onSubmit={show} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
          <Field.Root
            name="to"
            hint="Each gets an email of their own: nobody sees who else does. Nobody who has not confirmed their address gets one."
          >
            <Field.Label>To</Field.Label>
            <SingleSelect value={typed.to} onChange={(to) => change({ to: to as RecipientGroup })}>
              {recipientGroups
                .filter((to) => to !== 'people' || chosen.length > 0)
                .map((to) => (
                  <SingleSelectOption key={to} value={to}>
                    {`${addresseeNames[to]} (${howMany(to)})`}
                  </SingleSelectOption>
                ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
          <Field.Root
            name="subject"
            error={problems.subject}
            hint="Phones show it to whoever looks: nothing that another person in the room should not read."
          >
            <Field.Label>Subject</Field.Label>
            <TextInput value={typed.subject} onChange={({ target }: Typed) => change({ subject: target.value })} />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Field.Root
            name="words"
            error={problems.words}
            hint="An empty line begins a new paragraph. Their private link is added below your words."
          >
            <Field.Label>Words</Field.Label>
            <Textarea rows={10} value={typed.words} onChange={({ target }: Typed) => change({ words: target.value })} />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Box>
            <Button type="submit" variant="secondary" loading={busy}>
              See it as it will be sent
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};
