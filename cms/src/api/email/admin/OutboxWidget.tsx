import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification, Widget } from '@strapi/strapi/admin';
import { type FailedEmail, type OutboxStatus, outboxStatus, retryResponse } from 'shared';
import { useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime } from '#src/admin/components/labels';
import { errorLabel, kindLabel } from './email-labels';

const noMailServer =
  'No mail server is set up, so emails are saved as files and don’t reach anyone. The web team can change that.';

const describeDelivery = ({ delivery, retrying, oldestQueuedAt }: OutboxStatus): string => {
  const [first] = retrying;
  if (delivery === 'files') return noMailServer;
  if (!first || oldestQueuedAt === null) return 'Emails are being delivered normally.';
  const count = retrying.reduce((sum, { emails }) => sum + emails, 0);
  const what = count === 1 ? 'One email is being retried' : `${count} emails are being retried`;
  return `${what}, for up to three days. The oldest was written on ${formatDateTime(oldestQueuedAt)}. ${errorLabel(first.error)}`;
};

/** What readers were told, without a cause for alarm: nobody has to do anything. */
const describeLimited = (limited: number): string =>
  `${limited === 1 ? 'One email was' : `${limited} emails were`} not sent in the last 24 hours, because too many were asked for at once. The forms say so to whoever uses them. You don’t need to do anything.`;

const FailedEmailItem = ({ email, onRetry }: { email: FailedEmail; onRetry: () => void }) => {
  const { kind, error, attempts, queuedAt } = email;
  return (
    <Flex tag="li" justifyContent="space-between" alignItems="start" gap={4}>
      <Flex direction="column" alignItems="start">
        <Typography>{kindLabel(kind)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {`${errorLabel(error)} Written on ${formatDateTime(queuedAt)}, tried ${attempts === 1 ? 'once' : `${attempts} times`}.`}
        </Typography>
      </Flex>
      <Button
        variant="tertiary"
        size="S"
        onClick={onRetry}
        aria-label={`Try again: ${kindLabel(kind)}, written on ${formatDateTime(queuedAt)}`}
      >
        Try again
      </Button>
    </Flex>
  );
};

interface FailedEmailsProps {
  status: OutboxStatus;
  onRetry: (emails: readonly FailedEmail[]) => void;
}

const FailedEmails = ({ status: { failed, failedEmails }, onRetry }: FailedEmailsProps) => (
  <>
    <Typography>
      {failed === 1 ? 'One email could not be delivered.' : `${failed} emails could not be delivered.`}
    </Typography>
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {failedEmails.map((email) => (
        <FailedEmailItem key={email.id} email={email} onRetry={() => onRetry([email])} />
      ))}
    </Flex>
    {failedEmails.length > 1 && (
      <Button variant="secondary" onClick={() => onRetry(failedEmails)}>
        {failed > failedEmails.length ? `Try these ${failedEmails.length} again` : 'Try all of them again'}
      </Button>
    )}
  </>
);

/** The state of the outbox: one sentence, unless emails could not be delivered. Shows no address and no text. */
export const OutboxWidget = () => {
  const { data: status, error, refetch } = useAdminQuery(outboxStatus, { path: '/outbox' });
  const post = useAdminPost();
  const { toggleNotification } = useNotification();

  const retry = async (emails: readonly FailedEmail[]): Promise<void> => {
    try {
      await post(retryResponse, '/outbox/retry', { ids: emails.map(({ id }) => id) });
      toggleNotification({
        type: 'success',
        message: emails.length === 1 ? 'The email is on its way again.' : 'The emails are on their way again.',
      });
    } catch {
      toggleNotification({ type: 'danger', message: 'That didn’t work. Please try again in a moment.' });
    }
    await refetch();
  };

  if (error !== null) return <Widget.Error />;
  if (status === null) return <Widget.Loading />;
  const { delivery, failedEmails, limited, retrying } = status;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {(delivery === 'files' || failedEmails.length === 0 || retrying.length > 0) && (
        <Typography>{describeDelivery(status)}</Typography>
      )}
      {limited > 0 && <Typography textColor="neutral600">{describeLimited(limited)}</Typography>}
      {failedEmails.length > 0 && <FailedEmails status={status} onRetry={(emails) => void retry(emails)} />}
    </Flex>
  );
};
