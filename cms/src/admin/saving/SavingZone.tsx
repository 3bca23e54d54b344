import { Button, Dialog, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useSyncExternalStore } from 'react';
import { useParams } from 'react-router-dom';
import { formName, openedForm, type SavingStatus } from './opened-forms';
import { useOfferedDraft } from './useOfferedDraft';
import { useOpenedForm } from './useOpenedForm';

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** “on Tuesday at 10:20”, or with the date where it was not in the last days. */
const dayAndClock = (at: number, now: number): string => {
  const isRecent = now - at < 6 * 86_400_000;
  const day = new Date(at).toLocaleDateString(
    'en-GB',
    isRecent ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' },
  );
  return `on ${day} at ${clock(at)}`;
};

const sentenceFor = (status: SavingStatus, isModified: boolean): string => {
  switch (status.kind) {
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved yet. ${status.message}${isModified ? ' Your text is still here.' : ''}`;
    case 'draft-saved':
      return `Draft saved at ${clock(status.at)}`;
    case 'saved':
      if (isModified) return 'Not saved yet';
      return status.address === null ? `Saved at ${clock(status.at)}` : 'It is on your site.';
    case 'off-site':
      return `It is off your site.${isModified ? ' Your last changes are not saved yet.' : ''}`;
    default:
      return isModified ? 'Not saved yet' : '';
  }
};

const Status = ({ status, isModified }: { status: SavingStatus; isModified: boolean }) => (
  <div role="status" style={{ width: '100%' }} data-saving={status.kind}>
    <Typography textColor={status.kind === 'failed' ? 'danger600' : 'neutral600'}>
      {sentenceFor(status, isModified)}
    </Typography>
    {status.kind === 'saved' && status.address !== null && !isModified && (
      <Link href={status.address} isExternal>
        See it on the site
      </Link>
    )}
  </div>
);

interface OfferProps {
  typedAt: number;
  isOlder: boolean;
  onRestore: () => void;
  onDiscard: () => void;
}

/** Offers what was typed and not saved, after a crash or a closed tab. It must be answered: typing would replace it. */
const Offer = ({ typedAt, isOlder, onRestore, onDiscard }: OfferProps) => (
  <Dialog.Root open>
    <Dialog.Content onEscapeKeyDown={(event: Event) => event.preventDefault()}>
      <Dialog.Header>Not saved last time</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>
          {`You typed something here ${dayAndClock(typedAt, Date.now())} and did not save it. It was kept in this browser.`}
          {isOlder && ' Since then, something else was saved here. If both changed the same, you choose when you save.'}
        </Dialog.Description>
      </Dialog.Body>
      <Dialog.Footer>
        <Button variant="tertiary" fullWidth onClick={onDiscard}>
          Discard
        </Button>
        <Button fullWidth onClick={onRestore}>
          Restore
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

interface Form {
  name: string;
  account: number;
}

const Saving = ({ name, account }: Form) => {
  const form = openedForm(name);
  const status = useSyncExternalStore(form.subscribe, form.status);
  const offered = useOfferedDraft({ name, account, form });
  const { isModified } = useOpenedForm({ name, account, form, isWaiting: offered.draft !== null });
  return (
    <>
      <Status status={status} isModified={isModified} />
      {offered.draft && (
        <Offer
          typedAt={offered.draft.typedAt}
          isOlder={offered.isOlder}
          onRestore={offered.restore}
          onDiscard={offered.discard}
        />
      )}
    </>
  );
};

/**
 * Says below the content manager’s buttons whether everything is saved, keeps in this browser what is not, and offers
 * it when the form is opened again.
 */
export const SavingZone = () => {
  const { slug = '', id, origin } = useParams();
  const account = useAuth('SavingZone', ({ user }) => user?.id);
  // A copy that is being made is not saved before its form says so.
  if (account === undefined || origin !== undefined) return null;
  const name = formName(slug, id === 'create' ? undefined : id);
  return (
    <Flex width="100%">
      <Saving key={name} name={name} account={Number(account)} />
    </Flex>
  );
};
