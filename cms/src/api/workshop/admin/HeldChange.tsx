import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
  useAuth,
  useForm,
} from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { type HeldChangeAction, heldChangeOutcome, type WaitingChange, workshopSeats } from 'shared';
import { useAdminAction, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { type ActionOutcome, ConfirmedButton } from '#src/admin/components/page-elements';
import { manageParticipants } from '#src/api/workshop/permissions';
import { peopleLabel } from './workshop-labels';

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

interface HeldChangeProps {
  change: NonNullable<WaitingChange>;
  isBusy: boolean;
  onEnd: (action: HeldChangeAction) => void;
}

/** What participants are about to be told about a change, with the ways to send it at once or not at all. */
export const HeldChange = ({ change: { emails, sentAt }, isBusy, onEnd }: HeldChangeProps) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Typography>
      {`${peopleLabel(emails)} will be emailed at ${timeOfDay.format(new Date(sentAt))}. ` +
        'What you change before then is added; what you change back is left out.'}
    </Typography>
    <Flex gap={2} wrap="wrap">
      <Button variant="secondary" disabled={isBusy} onClick={() => onEnd('send')}>
        Send now
      </Button>
      <ConfirmedButton
        label="Don’t send"
        cancelLabel="Keep them waiting"
        title="Tell nobody about this change?"
        disabled={isBusy}
        onConfirm={() => onEnd('drop')}
      >
        People keep the old details in their emails and calendars. The workshop’s page shows the new ones.
      </ConfirmedButton>
    </Flex>
  </Flex>
);

/** Returns what sends the emails about a change of a workshop at once, or drops them, and says how many. */
export const useEndHeldChange = (id: string) => {
  const post = useAdminPost();
  return async (action: HeldChangeAction): Promise<ActionOutcome> => {
    const { emails } = await post(heldChangeOutcome, `/workshops/${id}/held-change`, { action });
    const message =
      action === 'send'
        ? `An email is on its way to ${peopleLabel(emails)}.`
        : 'Nobody is told about this change. The workshop’s page shows it.';
    return { message, succeeded: true };
  };
};

/** Fetches the change that waits, and again when its emails go out. */
const useWaitingChange = (id: string) => {
  const { data, refetch } = useAdminQuery(workshopSeats, { path: `/workshops/${id}/seats` });
  const change = data?.heldChange ?? null;
  useEffect(() => {
    if (change === null) return undefined;
    const timer = window.setTimeout(() => void refetch(), Math.max(0, Date.parse(change.sentAt) - Date.now()));
    return () => window.clearTimeout(timer);
  }, [change, refetch]);
  return { change, refetch };
};

const HeldInForm = ({ id }: { id: string }) => {
  const { change, refetch } = useWaitingChange(id);
  const { outcome, isBusy, run } = useAdminAction();
  const end = useEndHeldChange(id);
  const isTyping = useForm('HeldZone', ({ modified }) => modified);
  const endAndRefetch = (action: HeldChangeAction): void =>
    void run(async () => {
      try {
        return await end(action);
      } finally {
        await refetch();
      }
    });
  return (
    <Box width="100%" data-held-change>
      {change !== null && <HeldChange change={change} isBusy={isBusy} onEnd={endAndRefetch} />}
      <div role="status">
        {outcome !== null && !isTyping && (
          <Typography textColor={outcome.succeeded ? 'neutral800' : 'danger600'}>{outcome.message}</Typography>
        )}
      </div>
    </Box>
  );
};

const HeldOfWorkshop = ({ id }: { id: string }) => {
  const { model, collectionType } = useContentManagerContext();
  const { document } = useDocument({ model, collectionType, documentId: id, params: {} });
  // The key fetches it again whenever the workshop was saved or published.
  return <HeldInForm key={`${document?.updatedAt} ${document?.status}`} id={id} />;
};

/** Says beside a workshop’s Publish that people are about to be told of what was published. */
export const HeldZone = () => {
  const { model, id } = useContentManagerContext();
  const isAllowed = useAuth('HeldZone', ({ permissions }) =>
    permissions.some(({ action }) => action === manageParticipants.action),
  );
  return model === 'api::workshop.workshop' && id !== undefined && isAllowed ? <HeldOfWorkshop id={id} /> : null;
};
