import { Button, Flex, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { formatDate } from '#src/admin/components/labels';
import { ActionResult, Panel } from '#src/admin/components/page-elements';
import type { AdminWorkshopPage } from '#src/api/workshop/admin-contract';
import { ParticipantLists } from './ParticipantLists';
import { SeatsBar } from './SeatsPanel';
import { type ParticipantActionsApi, useParticipants } from './useParticipants';
import { useWorkshopsApi } from './useWorkshopsApi';
import { startsLabel, workshopStateNames } from './workshop-labels';
import { CancelWorkshopPanel, DuplicatePanel } from './WorkshopPanels';

const WorkshopSummary = ({ workshop }: { workshop: AdminWorkshopPage }) => (
  <Panel title={workshopStateNames[workshop.state]}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <SeatsBar counts={workshop.counts} />
      <Flex gap={4} wrap="wrap">
        <Link tag={RouterLink} to={`/content-manager/collection-types/api::workshop.workshop/${workshop.id}`}>
          Change the workshop itself
        </Link>
        {workshop.url !== null && (
          <Link href={workshop.url} isExternal>
            See it on the site
          </Link>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {`What these people gave is deleted on ${formatDate(workshop.deleted)}. You can change how long it is kept in the practice’s settings.`}
      </Typography>
    </Flex>
  </Panel>
);

const Actions = ({ workshop, actions }: { workshop: AdminWorkshopPage; actions: ParticipantActionsApi }) => (
  <Flex gap={2} wrap="wrap">
    <Button
      variant="tertiary"
      disabled={actions.busy || workshop.participants.length === 0}
      onClick={() => void actions.saveList()}
    >
      Save the list (CSV)
    </Button>
    {workshop.state !== 'cancelled' && workshop.state !== 'past' && (
      <LinkButton tag={RouterLink} to="add" variant="secondary">
        Add somebody
      </LinkButton>
    )}
    <LinkButton tag={RouterLink} to="write?to=confirmed">
      Write to participants
    </LinkButton>
  </Flex>
);

/** A workshop with its participants and all actions on them. */
export const ParticipantsPage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const actions = useParticipants(api, id);
  const { data: answer, failure } = actions;
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title={workshop?.title ?? 'A workshop'}
        subtitle={workshop ? startsLabel(workshop) : ''}
        navigationAction={
          <Link tag={RouterLink} to="..">
            All workshops
          </Link>
        }
        primaryAction={workshop && <Actions workshop={workshop} actions={actions} />}
      />
      <Layouts.Content>
        <ActionResult outcome={actions.result} />
        {failure !== null && <Typography role="alert">{failure}</Typography>}
        {answer === null && failure === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <WorkshopSummary workshop={workshop} />
            <ParticipantLists workshop={workshop} actions={actions} />
            <DuplicatePanel api={api} id={id} />
            <CancelWorkshopPanel workshop={workshop} busy={actions.busy} onCancelWorkshop={actions.cancelWorkshop} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
