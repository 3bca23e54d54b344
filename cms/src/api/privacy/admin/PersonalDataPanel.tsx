import { Button, Flex, Typography } from '@strapi/design-system';
import { ConfirmedButton } from '#src/admin/components/ConfirmedButton';
import { formatDateTime } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import { UserName, UserText } from '#src/admin/components/UserText';
import type { PersonalData } from '#src/api/privacy/admin-contract';

/** Hands over a file that the browser makes itself: what is held goes nowhere else. */
const download = (held: PersonalData): void => {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(held, null, 2)}\n`], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'held.json' });
  link.click();
  URL.revokeObjectURL(url);
};

type Mailbox = PersonalData['mailboxes'][number];

const about = ({ confirmed, unsubscribed, lastUsed, emails }: Mailbox): string =>
  [
    confirmed === null ? 'The address is not confirmed.' : `The address was confirmed on ${formatDateTime(confirmed)}.`,
    ...(unsubscribed === null ? [] : ['It gets no emails any more.']),
    `Last used on ${formatDateTime(lastUsed)}.`,
    emails.length === 1 ? 'The outbox holds 1 email.' : `The outbox holds ${emails.length} emails.`,
  ].join(' ');

const MailboxData = ({ mailbox }: { mailbox: Mailbox }) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Typography fontWeight="semiBold">
      <UserName name={mailbox.address} />
    </Typography>
    <Typography>{about(mailbox)}</Typography>
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {mailbox.comments.map(({ number, post, name, text, sent }) => (
        <li key={number} style={{ listStyle: 'none' }}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            <UserName name={name ?? 'Without a name'} />
            {`, ${formatDateTime(sent)}, under “${post}”`}
          </Typography>
          <UserText text={text ?? ''} />
        </li>
      ))}
    </Flex>
  </Flex>
);

type Registration = PersonalData['registrations'][number];

const RegistrationData = ({
  registration: { email, name, workshop, needs, price, paid, came, sent, emails },
}: {
  registration: Registration;
}) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="semiBold">
      <UserName name={`${name}, ${email}`} />
    </Typography>
    <Typography>
      {[
        `Registered for “${workshop}” on ${formatDateTime(sent)}.`,
        ...(price === null ? [] : [`${price}, ${paid === null ? 'not paid' : 'paid'}.`]),
        ...(came === null ? [] : [came ? 'Came.' : 'Did not come.']),
        emails.length === 1 ? 'The outbox holds 1 email.' : `The outbox holds ${emails.length} emails.`,
      ].join(' ')}
    </Typography>
    {needs !== null && <UserText text={needs} />}
  </Flex>
);

interface Props {
  held: PersonalData;
  busy: boolean;
  onErase: () => void;
}

/** Everything that is held about an address, as a file for its owner, and the button that deletes it. */
export const PersonalDataPanel = ({ held, busy, onErase }: Props) => (
  <Panel title="What is held">
    <Flex direction="column" alignItems="stretch" gap={5}>
      {held.mailboxes.map((mailbox) => (
        <MailboxData key={mailbox.address} mailbox={mailbox} />
      ))}
      {held.registrations.map((registration) => (
        <RegistrationData key={registration.number} registration={registration} />
      ))}
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" onClick={() => download(held)}>
          Save it as a file
        </Button>
        <ConfirmedButton
          label="Delete all of it for good"
          title="Delete all of it for good?"
          disabled={busy}
          onConfirm={onErase}
        >
          All of these comments, notes and registrations, the address and its emails are gone and can’t be brought back,
          also what you hold. Where replies hang on a comment, an empty place stays; a place at a workshop is offered to
          who waits.
        </ConfirmedButton>
      </Flex>
    </Flex>
  </Panel>
);
