import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification, Widget } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { FailedEmail, OutboxStatus } from '#src/api/email/admin-contract';
import { deliveryErrorLabel, kindInWords } from './email-labels';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

const emails = (n: number, one: string, many: string): string => (n === 1 ? `One email ${one}` : `${n} emails ${many}`);

const waitingInWords = ({ waiting, oldestQueued }: OutboxStatus): string => {
  const [first] = waiting;
  const n = waiting.reduce((sum, each) => sum + each.emails, 0);
  if (!first || oldestQueued === null) return 'Nothing is stuck.';
  return `${emails(n, 'waits', 'wait')} to be tried again, for three days at most; the oldest was queued on ${day(oldestQueued)}. ${deliveryErrorLabel(first.fault)}`;
};

const toFiles = 'No mail server is set, so emails are written to files and reach nobody. The web team can change that.';

const FailedEmailItem = ({ email, retry }: { email: FailedEmail; retry: () => void }) => (
  <Flex tag="li" justifyContent="space-between" alignItems="start" gap={4}>
    <Flex direction="column" alignItems="start">
      <Typography>{kindInWords(email.kind)}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {`${deliveryErrorLabel(email.fault)} Queued since ${day(email.queuedAt)}, tried ${email.attempts === 1 ? 'once' : `${email.attempts} times`}.`}
      </Typography>
    </Flex>
    <Button
      variant="tertiary"
      size="S"
      onClick={retry}
      aria-label={`Try again: ${kindInWords(email.kind)}, queued since ${day(email.queuedAt)}`}
    >
      Try again
    </Button>
  </Flex>
);

/**
 * What the outbox says of itself: nothing but a calm line unless emails were given up on. Shows no address and no
 * words.
 */
export const OutboxWidget = () => {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [outbox, setOutbox] = useState<OutboxStatus | 'asking' | 'no answer'>('asking');

  const ask = useCallback(
    () =>
      get<{ data: OutboxStatus }>('/quiet-room/outbox').then(
        ({ data }) => setOutbox(data.data),
        () => setOutbox('no answer'),
      ),
    [get],
  );
  useEffect(() => void ask(), [ask]);

  const retry = async (again: readonly FailedEmail[]): Promise<void> => {
    try {
      await post('/quiet-room/outbox/retry', { ids: again.map(({ id }) => id) });
      toggleNotification({
        type: 'success',
        message: again.length === 1 ? 'The email is on its way again.' : 'The emails are on their way again.',
      });
    } catch {
      toggleNotification({ type: 'danger', message: 'That did not work. Please try again in a moment.' });
    }
    await ask();
  };

  if (outbox === 'asking') return <Widget.Loading />;
  if (outbox === 'no answer') return <Widget.Error />;
  const { emails: stuck, failed, goesTo } = outbox;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {goesTo === 'files' && <Typography textColor="neutral600">{toFiles}</Typography>}
      {(stuck.length === 0 || outbox.waiting.length > 0) && <Typography>{waitingInWords(outbox)}</Typography>}
      {stuck.length > 0 && (
        <>
          <Typography>{`${emails(failed, 'could', 'could')} not be delivered.`}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {stuck.map((email) => (
              <FailedEmailItem key={email.id} email={email} retry={() => void retry([email])} />
            ))}
          </Flex>
          {stuck.length > 1 && (
            <Button variant="secondary" onClick={() => void retry(stuck)}>
              {failed > stuck.length ? `Try these ${stuck.length} again` : 'Try all of them again'}
            </Button>
          )}
        </>
      )}
    </Flex>
  );
};
