import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { type EmailPreview, type Participant, type RecipientGroup, recipientGroups } from 'shared';
import { EmailPreviewPanel } from '#src/admin/components/EmailPreviewPanel';
import { TextAreaField, TextField } from '#src/admin/components/form-fields';
import { AdminPage, Fetched, Panel, UserName } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { type EmailDraftState, useEmailDraft } from './useEmailDraft';
import { useWorkshop } from './useParticipants';
import { peopleLabel, recipientGroupLabels, startsLabel, workshopMissing } from './workshop-labels';

const belongsTo: Readonly<Record<Exclude<RecipientGroup, 'chosen'>, (participant: Participant) => boolean>> = {
  confirmed: ({ state }) => state === 'confirmed',
  waitlisted: ({ state }) => state === 'waitlisted',
  attended: ({ attended }) => attended === true,
  unpaid: ({ state, price, paid }) => state === 'confirmed' && price !== null && price.pence > 0 && !paid,
};

interface FieldsProps {
  email: EmailDraftState;
  participants: readonly Participant[];
}

const RecipientsField = ({ email: { typed, chosen, change }, participants }: FieldsProps) => {
  const countOf = (group: RecipientGroup): number =>
    group === 'chosen' ? chosen.length : participants.filter(belongsTo[group]).length;
  return (
    <Field.Root
      name="recipients"
      hint="Each person gets a separate email and can’t see who else receives it. People who have not confirmed their address don’t get it."
    >
      <Field.Label>To</Field.Label>
      <SingleSelect
        value={typed.recipients}
        onChange={(value) =>
          change({ recipients: recipientGroups.find((group) => group === value) ?? typed.recipients })
        }
      >
        {recipientGroups
          .filter((group) => group !== 'chosen' || chosen.length > 0)
          .map((group) => (
            <SingleSelectOption key={group} value={group}>
              {`${recipientGroupLabels[group]} (${countOf(group)})`}
            </SingleSelectOption>
          ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};

const MessageFields = ({ email: { typed, errors, change } }: Pick<FieldsProps, 'email'>) => (
  <>
    <TextField
      name="subject"
      error={errors.subject}
      hint="Phones show the subject on the lock screen, so leave out anything private."
      label="Subject"
      value={typed.subject}
      onChange={(value) => change({ subject: value })}
    />
    <TextAreaField
      name="text"
      error={errors.text}
      hint="Leave an empty line to start a new paragraph. Each person’s private link is added below your message."
      label="Message"
      rows={10}
      value={typed.text}
      onChange={(value) => change({ text: value })}
    />
  </>
);

const EmailForm = (props: FieldsProps) => {
  const { preview, isBusy } = props.email;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    preview();
  };
  return (
    <Panel title="Your email">
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
          <UnsentNote unsent={props.email.unsent} />
          <RecipientsField {...props} />
          <MessageFields {...props} />
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

interface PreviewProps {
  preview: EmailPreview;
  isBusy: boolean;
  onSend: () => void;
}

const PreviewPanel = ({ preview, isBusy, onSend }: PreviewProps) => {
  const { recipients, copyTo } = preview;
  const people = peopleLabel(recipients.length);
  return (
    <EmailPreviewPanel
      preview={preview}
      send={
        <Button loading={isBusy} onClick={onSend}>
          {`Send to ${people}`}
        </Button>
      }
    >
      {`This email goes to ${people}: `}
      <UserName name={recipients.map(({ name }) => name).join(', ')} />
      {`. A copy goes to you, at ${copyTo}.`}
    </EmailPreviewPanel>
  );
};

/** The recipients named in the address of the page, so that they survive a reload. */
const useFirstRecipients = () => {
  const [params] = useSearchParams();
  const group = recipientGroups.find((name) => name === params.get('recipients')) ?? 'confirmed';
  const participants = (params.get('participants') ?? '')
    .split(',')
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0);
  return { recipients: group === 'chosen' && participants.length === 0 ? 'confirmed' : group, participants } as const;
};

/** Writes an email to participants, previews it, and only then sends it. */
export const EmailParticipantsPage = () => {
  const id = useParams().id ?? '';
  const query = useWorkshop(id);
  const email = useEmailDraft(id, useFirstRecipients());
  return (
    <AdminPage
      section="Workshops"
      title="Email participants"
      subtitle={query.data ? `“${query.data.title}”, ${startsLabel(query.data)}` : ''}
      back={{ label: 'Participants', to: `../${id}` }}
      outcome={email.outcome}
    >
      <Fetched query={query} loading="Loading the workshop" missing={workshopMissing}>
        {({ participants }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <EmailForm email={email} participants={participants} />
            {email.seen && <PreviewPanel preview={email.seen} isBusy={email.isBusy} onSend={email.send} />}
          </Flex>
        )}
      </Fetched>
    </AdminPage>
  );
};
