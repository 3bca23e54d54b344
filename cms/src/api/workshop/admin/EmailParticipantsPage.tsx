import {
  Box,
  Button,
  Field,
  Flex,
  Link,
  Loader,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type FormEvent, useCallback, useEffect, useRef } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router-dom';
import { ActionResult, Panel, UserName } from '#src/admin/components/page-elements';
import {
  type EmailPreview,
  type Participant,
  type RecipientGroup,
  recipientGroups,
} from '#src/api/workshop/admin-contract';
import { type EmailDraftState, useEmailDraft } from './useEmailDraft';
import { useFetched, useWorkshopsApi } from './useWorkshopsApi';
import { people, recipientGroupLabels, startsLabel } from './workshop-labels';

interface Typed {
  target: { value: string };
}

const counted: Readonly<Record<Exclude<RecipientGroup, 'people'>, (person: Participant) => boolean>> = {
  confirmed: ({ state }) => state === 'confirmed',
  waitlisted: ({ state }) => state === 'waitlisted',
  attended: ({ attended }) => attended === true,
  unpaid: ({ state, price, paid }) => state === 'confirmed' && price !== null && price.pence > 0 && !paid,
};

/** The subject, text and recipients of an email. */
const EmailForm = ({ email, participants }: { email: EmailDraftState; participants: readonly Participant[] }) => {
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
                    {`${recipientGroupLabels[to]} (${howMany(to)})`}
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

/**
 * The email as it will be sent, who gets it, and the button that sends it. It takes the focus, so that it is seen and
 * heard.
 */
const EmailPreviewPanel = ({ preview, busy, onSend }: { preview: EmailPreview; busy: boolean; onSend: () => void }) => {
  const { subject, html, recipients, copyTo } = preview;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel title="As it will be sent">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            {`Nothing is sent yet. It goes to ${people(recipients.length)}: `}
            <UserName name={recipients.map(({ name }) => name).join(', ')} />
            {`. A copy goes to you, at ${copyTo}.`}
          </Typography>
          <Typography fontWeight="semiBold">
            Subject: <UserName name={subject} />
          </Typography>
          <Box borderColor="neutral200" hasRadius overflow="hidden">
            {/* Sandboxed: it is an email to look at, and nothing in it can do anything. */}
            <iframe
              title="The email"
              sandbox=""
              srcDoc={html}
              style={{ display: 'block', width: '100%', height: '40rem', border: 0 }}
            />
          </Box>
          <Box>
            <Button loading={busy} onClick={onSend}>
              {`Send it to ${people(recipients.length)}`}
            </Button>
          </Box>
        </Flex>
      </Panel>
    </div>
  );
};

/** The recipients named in the URL, so that they survive a reload. */
const useFirstRecipients = () => {
  const [asked] = useSearchParams();
  const named = asked.get('to');
  const to: RecipientGroup = recipientGroups.find((each) => each === named) ?? 'confirmed';
  const people = (asked.get('people') ?? '')
    .split(',')
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0);
  return { to: to === 'people' && people.length === 0 ? 'confirmed' : to, people } as const;
};

/** Writes an email to participants, previews it, and only then sends it. */
export const EmailParticipantsPage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const { data: answer, failure } = useFetched(useCallback(() => api.workshop(id), [api, id]));
  const email = useEmailDraft(api, id, useFirstRecipients());
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title="Write to participants"
        subtitle={workshop ? `“${workshop.title}”, ${startsLabel(workshop)}` : ''}
        navigationAction={
          <Link tag={RouterLink} to={`../${id}`}>
            Participants
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={email.result} />
        {failure !== null && <Typography role="alert">{failure}</Typography>}
        {answer === null && failure === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <EmailForm email={email} participants={workshop.participants} />
            {email.preview && <EmailPreviewPanel preview={email.preview} busy={email.busy} onSend={email.send} />}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
