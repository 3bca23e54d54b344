import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext, useAuth, useForm } from '@strapi/strapi/admin';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBlocker, useParams } from 'react-router-dom';
import { isTypedInDialog } from '#src/admin/closing-question';
import { clockTime } from '#src/admin/components/labels';
import { LeaveDialog } from '#src/admin/components/LeaveDialog';
import { OfferedDraft } from './OfferedDraft';
import { type FailedSave, formName, isRefusal, type OpenedForm, openedForm, type SavingStatus } from './opened-forms';
import { failureBeginning, otherShown } from './save-failures';
import { isOnSite } from './shown-documents';
import { useErrors } from './useErrors';
import { useOfferedDraft } from './useOfferedDraft';
import { useOpenedForm } from './useOpenedForm';

/** What the form knows about what is typed: changed since it was filled, and yet stored, as a draft. */
interface Typed {
  isModified: boolean;
  isStored: boolean;
  /** Readers see a version of it. */
  isOnSite: boolean;
}

/** Returns what is saved after publishing was refused. What readers see of it is said by `ChangedZone`, if they do. */
const afterRefusal = ({ isModified, isStored, isOnSite: isSeen }: Typed): string => {
  const saved =
    isModified && !isStored ? 'Your text is still here, not saved yet.' : 'What you wrote is saved as a draft.';
  return isSeen ? saved : `${saved} Readers don’t see it yet.`;
};

const failureSentence = (status: FailedSave, typed: Typed): string => {
  const sentence = `${failureBeginning(status)} ${status.message}`;
  if (status.publishing === 'refused') return `${sentence} ${afterRefusal(typed)}`;
  return typed.isModified ? `${sentence} Your text is still here.` : sentence;
};

const sentenceFor = (status: SavingStatus, typed: Typed): string => {
  const { isModified, isStored } = typed;
  switch (status.kind) {
    case 'saving':
      return 'Saving…';
    case 'failed':
      return failureSentence(status, typed);
    case 'draft-saved':
      return isStored ? `Draft saved at ${clockTime(status.at)}` : 'Not saved yet';
    case 'saved':
      if (isModified) return 'Not saved yet';
      return status.address === null ? `Saved at ${clockTime(status.at)}` : 'It is on your site.';
    case 'off-site':
      return `It is off your site.${isModified ? ' Your last changes are not saved yet.' : ''}`;
    case 'other-shown':
      return isModified ? 'Not saved yet' : otherShown;
    default:
      return isModified ? 'Not saved yet' : '';
  }
};

interface StatusProps {
  status: SavingStatus;
  typed: Typed;
  onDismiss: () => void;
}

const Status = ({ status, typed, onDismiss }: StatusProps) => (
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
    {isRefusal(status) && (
      <Box paddingTop={1}>
        <Button variant="tertiary" size="S" onClick={onDismiss}>
          Hide this
        </Button>
      </Box>
    )}
  </div>
);

/** Everything that was typed is stored, as a draft: of that, Strapi's form knows nothing. */
let isFreeToLeave = false;
// A window calls its listeners in the order in which they came: this one is there before the form's own.
window.addEventListener('beforeunload', (event) => {
  if (isFreeToLeave && !isTypedInDialog()) event.stopImmediatePropagation();
});

interface LeavingProps {
  form: OpenedForm;
  typed: { isModified: boolean; isStored: boolean };
}

/**
 * Asks before the page is left with something that is not saved. Strapi's own question says nothing of what is kept.
 */
const LeaveQuestion = ({ form, typed: { isModified, isStored } }: LeavingProps) => {
  const isSubmitting = useForm('LeaveQuestion', (state) => state.isSubmitting);
  const [isKept, setKept] = useState(false);
  const [isInDialog, setInDialog] = useState(false);
  // What has just been saved leads to its own address.
  const isAsked = isModified && !isStored && !isSubmitting;
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      (isAsked || isTypedInDialog()) && (from.pathname !== to.pathname || from.search !== to.search),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    setInDialog(isTypedInDialog());
    setKept(form.screen?.keep(false) ?? false);
  }, [blocker.state, form]);
  const isFree = isModified && isStored;
  useEffect(() => {
    isFreeToLeave = isFree;
    return () => {
      isFreeToLeave = false;
    };
  }, [isFree]);
  return (
    <LeaveDialog blocker={blocker} onLeave={() => form.screen?.keep(true)}>
      {isKept && !isInDialog
        ? 'What you typed is not saved yet. This browser keeps it, so that you can go on with it here later.'
        : 'What you typed is not saved, and this browser can’t keep it. If you leave, it is lost.'}
    </LeaveDialog>
  );
};

/** The router asks only what was mounted last, which has to be this, not the form itself. */
const Leaving = (props: LeavingProps) => {
  const [isLast, setLast] = useState(false);
  useEffect(() => setLast(true), []);
  return isLast ? <LeaveQuestion {...props} /> : null;
};

interface Form {
  name: string;
  account: number;
}

const Saving = ({ name, account }: Form) => {
  const { model, id } = useContentManagerContext();
  const form = openedForm(name);
  const status = useSyncExternalStore(form.subscribe, form.status);
  const offered = useOfferedDraft({ name, account, form });
  const typed = useOpenedForm({
    name,
    account,
    form,
    isWaiting: offered.draft !== null && offered.draft.isLeft !== true,
  });
  useErrors(form);
  return (
    <>
      <Status
        status={status}
        typed={{ ...typed, isOnSite: isOnSite({ model, documentId: id }) }}
        onDismiss={() => form.say({ kind: 'none' })}
      />
      <Leaving form={form} typed={typed} />
      {offered.draft && (
        <OfferedDraft
          draft={offered.draft}
          isOlder={offered.isOlder}
          onRestore={offered.restore}
          onNotNow={offered.notNow}
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
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Saving key={name} name={name} account={Number(account)} />
    </Flex>
  );
};
