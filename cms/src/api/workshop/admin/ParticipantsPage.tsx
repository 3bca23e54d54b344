import { Button, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { Link as RouterLink, useParams } from 'react-router-dom';
import type { WorkshopWithParticipants } from 'shared';
import { formatDate } from '#src/admin/components/labels';
import { AdminPage, Fetched, Panel } from '#src/admin/components/page-elements';
import { HeldChange } from './HeldChange';
import { ParticipantTables } from './ParticipantTables';
import { SeatsBar } from './SeatsPanel';
import { type ParticipantActionsApi, useParticipants } from './useParticipants';
import { offersContinue, startsLabel, workshopMissing, workshopStateLabels } from './workshop-labels';
import { CancelWorkshopPanel, DuplicatePanel } from './WorkshopPanels';

const WorkshopSummary = ({ workshop }: { workshop: WorkshopWithParticipants }) => (
  <Panel title={workshopStateLabels[workshop.state]}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <SeatsBar counts={workshop.counts} />
      {workshop.state === 'closed' && <Typography>{offersContinue}</Typography>}
      <Flex gap={4} wrap="wrap">
        <Link tag={RouterLink} to={`/content-manager/collection-types/api::workshop.workshop/${workshop.id}`}>
          Edit the workshop
        </Link>
        {workshop.url !== null && (
          <Link href={workshop.url} isExternal>
            View it on the site
          </Link>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {`The participants’ personal data is deleted on ${formatDate(workshop.deletionDay)}. You can change how long it is kept in the practice’s settings.`}
      </Typography>
    </Flex>
  </Panel>
);

interface ButtonsProps {
  workshop: WorkshopWithParticipants;
  actions: ParticipantActionsApi;
}

const downloads = [
  { format: 'xlsx', label: 'Download the list for Excel' },
  { format: 'csv', label: 'Download the list for other programs' },
] as const;

const PageButtons = ({ workshop, actions }: ButtonsProps) => (
  <Flex gap={2} wrap="wrap">
    {downloads.map(({ format, label }) => (
      <Button
        key={format}
        variant="tertiary"
        disabled={actions.isBusy || workshop.participants.length === 0}
        onClick={() => void actions.downloadList(format)}
      >
        {label}
      </Button>
    ))}
    {workshop.state !== 'cancelled' && workshop.state !== 'past' && (
      <LinkButton tag={RouterLink} to="add" variant="secondary">
        Add a participant
      </LinkButton>
    )}
    <LinkButton tag={RouterLink} to="email?recipients=confirmed">
      Email participants
    </LinkButton>
  </Flex>
);

/** A workshop with its participants and all actions on them. */
export const ParticipantsPage = () => {
  const id = useParams().id ?? '';
  const actions = useParticipants(id);
  const workshop = actions.query.isGone ? null : actions.query.data;
  return (
    <AdminPage
      section="Workshops"
      title={workshop?.title ?? 'A workshop'}
      subtitle={workshop ? startsLabel(workshop) : ''}
      back={{ label: 'All workshops', to: '..' }}
      primaryAction={workshop && <PageButtons workshop={workshop} actions={actions} />}
      outcome={actions.outcome}
    >
      <Fetched query={actions.query} loading="Loading the workshop" missing={workshopMissing}>
        {(opened) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {opened.heldChange && (
              <Panel title="You changed this workshop">
                <HeldChange
                  change={opened.heldChange}
                  isBusy={actions.isBusy}
                  onEnd={(action) => void actions.endHeldChange(action)}
                />
              </Panel>
            )}
            <WorkshopSummary workshop={opened} />
            <ParticipantTables workshop={opened} actions={actions} />
            <DuplicatePanel id={id} />
            <CancelWorkshopPanel workshop={opened} isBusy={actions.isBusy} onCancel={actions.cancelWorkshop} />
          </Flex>
        )}
      </Fetched>
    </AdminPage>
  );
};
