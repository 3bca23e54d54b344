import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { type SpaceList, spaceList } from 'shared';
import { useAdminAction, useAdminQuery } from '#src/admin/components/admin-api';
import { EmailPreviewPanel } from '#src/admin/components/EmailPreviewPanel';
import { TextAreaField, TextField } from '#src/admin/components/form-fields';
import { AdminPage, ConfirmedButton, Fetched, Panel } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { emptyListLabels, peopleLabel, spaceWarning } from './message-labels';
import { recipientCount } from './space-email';
import { type SpaceEmail, useSpaceEmail } from './useSpaceEmail';

interface Props {
  email: SpaceEmail;
  /** How many people are on the list. */
  waiting: number;
}

const RecipientFields = ({ email: { draft, errors, changeRecipients }, waiting }: Props) => (
  <>
    <Field.Root name="to" hint="Each person gets a separate email and can’t see who else receives it.">
      <Field.Label>To</Field.Label>
      <SingleSelect value={draft.typed.to} onChange={(to) => changeRecipients({ to: String(to) })}>
        <SingleSelectOption value="all">{`Everybody on the list (${waiting})`}</SingleSelectOption>
        <SingleSelectOption value="first">Only those who asked first</SingleSelectOption>
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
    {draft.typed.to === 'first' && (
      <TextField
        name="first"
        error={errors.first}
        hint="The others stay on the list."
        label="How many people"
        type="number"
        inputMode="numeric"
        min={1}
        max={waiting}
        value={draft.typed.first}
        onChange={(first) => changeRecipients({ first })}
      />
    )}
  </>
);

const EmailForm = (props: Props) => {
  const { draft, errors, isBusy, preview } = props.email;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    preview();
  };
  return (
    <Panel title="Your email">
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
          <UnsentNote unsent={draft} />
          <RecipientFields {...props} />
          <TextAreaField
            name="text"
            error={errors.text}
            hint="Leave an empty line to start a new paragraph. A link to your contact page is added below your text."
            label="Text"
            rows={14}
            value={draft.typed.text}
            onChange={(text) => draft.change({ text })}
          />
          <Box>
            <Button type="submit" variant="secondary" loading={isBusy}>
              Preview
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};

interface FormProps {
  list: SpaceList;
  action: ReturnType<typeof useAdminAction>;
  refetch: () => Promise<unknown>;
}

const SpaceForm = ({ list, action, refetch }: FormProps) => {
  const email = useSpaceEmail(list, action, refetch);
  const waiting = list.people;
  const count = recipientCount(email.draft.typed, waiting);
  const label = `Send to ${peopleLabel(count)}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{`${peopleLabel(waiting)} asked to hear from you when you have space. This is the only email they’ll get about it.`}</Typography>
      <EmailForm email={email} waiting={waiting} />
      {email.seen && (
        <EmailPreviewPanel
          preview={email.seen}
          send={
            <ConfirmedButton
              label={label}
              title={`${label}?`}
              variant="secondary"
              disabled={email.isBusy}
              onConfirm={email.send}
            >
              {spaceWarning(count)}
            </ConfirmedButton>
          }
        >
          {spaceWarning(count)}
        </EmailPreviewPanel>
      )}
    </Flex>
  );
};

/** Writes the email to those who asked to be told about space, previews it, and only then sends it. */
export const SpacePage = () => {
  const query = useAdminQuery(spaceList, { path: '/messages/space' });
  const action = useAdminAction();
  return (
    <AdminPage
      section="Messages"
      title="Tell them there is space"
      subtitle="One email to people who are waiting for space"
      back={{ label: 'Waiting for space', to: '..?list=space' }}
      outcome={action.outcome}
    >
      <Fetched query={query} loading="Loading the list">
        {(list) =>
          list.people === 0 ? (
            <Typography>{emptyListLabels.space}</Typography>
          ) : (
            // The ready-made text says other things to one person than to several.
            <SpaceForm key={list.people} list={list} action={action} refetch={query.refetch} />
          )
        }
      </Fetched>
    </AdminPage>
  );
};
