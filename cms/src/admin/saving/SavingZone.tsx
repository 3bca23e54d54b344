import { Button, Dialog, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useSyncExternalStore } from 'react';
import { useBlocker, useParams } from 'react-router-dom';
import { clockTime, dayAndClockTime } from '#src/admin/components/labels';
import { formName, notSavedYet, openedForm, type SavingStatus } from './opened-forms';
import { useOfferedDraft } from './useOfferedDraft';
import { useOpenedForm } from './useOpenedForm';

/** What the form knows about what is typed: changed since it was filled, and yet stored, as a draft. */
interface Typed {
  isModified: boolean;
  isStored: boolean;
}

const sentenceFor = (status: SavingStatus, { isModified, isStored }: Typed): string => {
  switch (status.kind) {
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `${notSavedYet} ${status.message}${isModified ? ' Your text is still here.' : ''}`;
    case 'draft-saved':
      return isStored ? `Draft saved at ${clockTime(status.at)}` : 'Not saved yet';
    case 'saved':
      if (isModified) return 'Not saved yet';
      return status.address === null ? `Saved at ${clockTime(status.at)}` : 'It is on your site.';
    case 'off-site':
      return `It is off your site.${isModified ? ' Your last changes are not saved yet.' : ''}`;
    default:
      return isModified ? 'Not saved yet' : '';
  }
};

const Status = ({ status, typed }: { status: SavingStatus; typed: Typed }) => (
  <div role="status" style={{ width: '100%' }} data-saving={status.kind}>
    <Typography textColor={status.kind === 'failed' ? 'danger600' : 'neutral600'}>
      {sentenceFor(status, typed)}
    </Typography>
    {status.kind === 'saved' && status.address !== null && !typed.isModified && (
      <>
        {' '}
        <Link href={status.address} isExternal>
          See it on the site
        </Link>
      </>
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
          {`You typed something here ${dayAndClockTime(typedAt, Date.now())} and did not save it. It was kept in this browser.`}
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

/** Everything that was typed is stored, as a draft: of that, Strapi's form knows nothing. */
let isFreeToLeave = false;
// A window calls its listeners in the order in which they came: this one is there before the form's own.
window.addEventListener('beforeunload', (event) => {
  if (isFreeToLeave) event.stopImmediatePropagation();
});

/** Lets the page be left without a question. The router asks only what was mounted last, which is this. */
const LeaveFreely = () => {
  useBlocker(false);
  useEffect(() => {
    isFreeToLeave = true;
    return () => {
      isFreeToLeave = false;
    };
  }, []);
  return null;
};

interface Form {
  name: string;
  account: number;
}

const Saving = ({ name, account }: Form) => {
  const form = openedForm(name);
  const status = useSyncExternalStore(form.subscribe, form.status);
  const offered = useOfferedDraft({ name, account, form });
  const typed = useOpenedForm({ name, account, form, isWaiting: offered.draft !== null });
  return (
    <>
      <Status status={status} typed={typed} />
      {typed.isModified && typed.isStored && <LeaveFreely />}
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
