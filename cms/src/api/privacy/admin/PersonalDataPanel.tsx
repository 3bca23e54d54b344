import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { PersonalData, StoredCall, StoredComment, StoredEnquiry, StoredMailbox, StoredRegistration } from 'shared';
import { downloadFile } from '#src/admin/components/admin-api';
import { formatDate, formatDateTime, pluralise } from '#src/admin/components/labels';
import { ConfirmedButton, Panel, UserName, UserText } from '#src/admin/components/page-elements';

const emailsLabel = (emails: readonly unknown[]): string => `The outbox contains ${pluralise(emails.length, 'email')}.`;

const describeMailbox = ({ confirmedAt, unsubscribedAt, lastUsedAt, emails }: StoredMailbox): string =>
  [
    confirmedAt === null
      ? 'This email address is not confirmed.'
      : `This email address was confirmed on ${formatDateTime(confirmedAt)}.`,
    ...(unsubscribedAt === null ? [] : ['It has unsubscribed from all emails.']),
    `Last used on ${formatDateTime(lastUsedAt)}.`,
    emailsLabel(emails),
  ].join(' ');

const MailboxData = ({ mailbox }: { mailbox: StoredMailbox }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="semiBold">
      <UserName name={mailbox.address} />
    </Typography>
    <Typography>{describeMailbox(mailbox)}</Typography>
  </Flex>
);

const CommentList = ({ comments }: { comments: readonly StoredComment[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
    {comments.map(({ number, post, name, text, sentAt, legalHold, replies }) => (
      <li key={number} style={{ listStyle: 'none' }}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <UserName name={name ?? 'Without a name'} />
          {`, ${formatDateTime(sentAt)}, under “${post}”`}
        </Typography>
        <UserText text={text ?? ''} />
        {legalHold && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {`On hold until ${formatDate(legalHold.until)}: `}
            <bdi>{legalHold.reason}</bdi>
          </Typography>
        )}
        {replies.map((reply) => (
          <Box key={reply.sentAt} paddingLeft={4} paddingTop={2}>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`Your reply, ${formatDateTime(reply.sentAt)}`}
            </Typography>
            <UserText text={reply.text} />
          </Box>
        ))}
      </li>
    ))}
  </Flex>
);

const describeRegistration = (registration: StoredRegistration): string => {
  const { workshop, registeredAt, price, paidAt, attended, emails } = registration;
  return [
    `Registered for “${workshop}” on ${formatDateTime(registeredAt)}.`,
    ...(price === null ? [] : [`${price}, ${paidAt === null ? 'not paid' : 'paid'}.`]),
    ...(attended === null ? [] : [attended ? 'Attended.' : 'Did not attend.']),
    emailsLabel(emails),
  ].join(' ');
};

const RegistrationData = ({ registration }: { registration: StoredRegistration }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="semiBold">
      <UserName name={`${registration.name}, ${registration.email}`} />
    </Typography>
    <Typography>{describeRegistration(registration)}</Typography>
    {registration.accessNeeds !== null && <UserText text={registration.accessNeeds} />}
  </Flex>
);

const describeEnquiry = ({ sentAt, answeredAt, emails }: StoredEnquiry): string =>
  [
    `Wrote through the contact form on ${formatDateTime(sentAt)}.`,
    answeredAt === null ? 'Not answered yet.' : `Answered on ${formatDateTime(answeredAt)}.`,
    emailsLabel(emails),
  ].join(' ');

const EnquiryData = ({ enquiry }: { enquiry: StoredEnquiry }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="semiBold">
      <UserName name={`${enquiry.name ?? 'Without a name'}, ${enquiry.email}`} />
    </Typography>
    <Typography>{describeEnquiry(enquiry)}</Typography>
    {[enquiry, ...enquiry.steps].map(({ text }, index) => text !== null && <UserText key={index} text={text} />)}
  </Flex>
);

const describeCall = ({ state, channel, starts, bookedAt, emails }: StoredCall): string =>
  [
    `Booked an introductory call (${channel === 'phone' ? 'by phone' : 'online'}) for ${formatDateTime(starts)}, on ${formatDateTime(bookedAt)}.`,
    ...(state === 'cancelled' ? ['Cancelled.'] : []),
    emailsLabel(emails),
  ].join(' ');

const CallData = ({ call }: { call: StoredCall }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="semiBold">
      <UserName name={[call.name, call.email, call.phone].filter((part) => part !== null).join(', ')} />
    </Typography>
    <Typography>{describeCall(call)}</Typography>
    {call.voicemailName !== null && <UserText text={`Name for a voicemail: ${call.voicemailName}`} />}
  </Flex>
);

interface Props {
  data: PersonalData;
  isBusy: boolean;
  onErase: () => void;
}

/** Everything that is stored about an email address, as a file for its owner, and the button that deletes it. */
export const PersonalDataPanel = ({ data, isBusy, onErase }: Props) => (
  <Panel title="What we store">
    <Flex direction="column" alignItems="stretch" gap={5}>
      {data.mailboxes.map((mailbox) => (
        <MailboxData key={mailbox.address} mailbox={mailbox} />
      ))}
      <CommentList comments={data.comments} />
      {data.registrations.map((registration) => (
        <RegistrationData key={registration.number} registration={registration} />
      ))}
      {data.enquiries.map((enquiry) => (
        <EnquiryData key={enquiry.number} enquiry={enquiry} />
      ))}
      {data.calls.map((call) => (
        <CallData key={call.number} call={call} />
      ))}
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          onClick={() => downloadFile('personal-data.json', `${JSON.stringify(data, null, 2)}\n`, 'application/json')}
        >
          Download it as a file
        </Button>
        <ConfirmedButton
          label="Delete all of it for good"
          title="Delete all of it for good?"
          disabled={isBusy}
          onConfirm={onErase}
        >
          All these comments, notes, registrations, messages, calls, the email address and its emails will be deleted,
          including any comment that you have put on hold. You can’t get them back. Where a comment has replies, a line
          on the page says that a comment was removed. Places at workshops are offered to the waitlist, and the times of
          calls are free again. If all emails to this address were stopped, that stays so.
        </ConfirmedButton>
      </Flex>
    </Flex>
  </Panel>
);
