import { Button, Flex, Typography } from '@strapi/design-system';
import { Widget, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { GivenUpLetter, OutboxAnswer } from '../../admin-api/contracts/outbox';
import { faultInWords, kindInWords } from './letter-words';

const day = (iso: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

const onItsWay = ({ owed, oldestOwed }: OutboxAnswer): string => {
  if (owed === 0 || oldestOwed === null) return 'Nothing is stuck.';
  return `Nothing is stuck. ${owed === 1 ? 'One letter is' : `${owed} letters are`} on the way, the oldest since ${day(oldestOwed)}.`;
};

const toFiles = 'No mail server is set, so letters are written to files and reach nobody. The web team can change that.';

const Letter = ({ letter, retry }: { letter: GivenUpLetter; retry: () => void }) => (
  <Flex tag="li" justifyContent="space-between" alignItems="start" gap={4}>
    <Flex direction="column" alignItems="start">
      <Typography>{kindInWords(letter.kind)}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {`${faultInWords(letter.fault)} Owed since ${day(letter.owedAt)}, tried ${letter.attempts === 1 ? 'once' : `${letter.attempts} times`}.`}
      </Typography>
    </Flex>
    <Button variant="tertiary" size="S" onClick={retry} aria-label={`Try again: ${kindInWords(letter.kind)}, owed since ${day(letter.owedAt)}`}>
      Try again
    </Button>
  </Flex>
);

/** What the outbox says of itself: nothing but a calm line unless letters were given up on. Shows no address and no words. */
export const OutboxWidget = () => {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [outbox, setOutbox] = useState<OutboxAnswer | 'asking' | 'no answer'>('asking');

  const ask = useCallback(
    () => get<{ data: OutboxAnswer }>('/quiet-room/outbox').then(({ data }) => setOutbox(data.data), () => setOutbox('no answer')),
    [get],
  );
  useEffect(() => void ask(), [ask]);

  const retry = async (letters: readonly GivenUpLetter[]): Promise<void> => {
    try {
      await post('/quiet-room/outbox/retry', { ids: letters.map(({ id }) => id) });
      toggleNotification({ type: 'success', message: letters.length === 1 ? 'The letter is on its way again.' : 'The letters are on their way again.' });
    } catch {
      toggleNotification({ type: 'danger', message: 'That did not work. Please try again in a moment.' });
    }
    await ask();
  };

  if (outbox === 'asking') return <Widget.Loading />;
  if (outbox === 'no answer') return <Widget.Error />;
  const { letters, givenUp, goesTo } = outbox;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {goesTo === 'files' && <Typography textColor="neutral600">{toFiles}</Typography>}
      {letters.length === 0 ? (
        <Typography>{onItsWay(outbox)}</Typography>
      ) : (
        <>
          <Typography>{givenUp === 1 ? 'One letter could not be delivered.' : `${givenUp} letters could not be delivered.`}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {letters.map((letter) => (
              <Letter key={letter.id} letter={letter} retry={() => void retry([letter])} />
            ))}
          </Flex>
          {letters.length > 1 && (
            <Button variant="secondary" onClick={() => void retry(letters)}>
              {givenUp > letters.length ? `Try these ${letters.length} again` : 'Try all of them again'}
            </Button>
          )}
        </>
      )}
    </Flex>
  );
};
