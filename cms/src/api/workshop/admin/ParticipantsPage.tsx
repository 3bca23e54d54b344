import { Button, Flex, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { formatDate } from '#src/admin/components/date-labels';
import { Panel } from '#src/admin/components/Panel';
import type { AdminWorkshopPage } from '#src/api/workshop/admin-contract';
import { ParticipantLists } from './ParticipantLists';
import { PlacesBar } from './SeatsPanel';
import { type ParticipantsDesk, useParticipants } from './useParticipants';
import { useWorkshopsApi } from './useWorkshopsApi';
import { whenInWords, workshopStateNames } from './workshop-labels';
import { CallOffPanel, DuplicatePanel } from './WorkshopPanels';

const HowItStands = ({ workshop }: { workshop: AdminWorkshopPage }) => (
  <Panel title={workshopStateNames[workshop.state]}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <PlacesBar counts={workshop.counts} />
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

const Actions = ({ workshop, desk }: { workshop: AdminWorkshopPage; desk: ParticipantsDesk }) => (
  <Flex gap={2} wrap="wrap">
    <Button
      variant="tertiary"
      disabled={desk.busy || workshop.participants.length === 0}
      onClick={() => void desk.saveList()}
    >
      Save the list (CSV)
    </Button>
    {workshop.state !== 'cancelled' && workshop.state !== 'past' && (
      <LinkButton tag={RouterLink} to="add" variant="secondary">
        Add somebody
      </LinkButton>
    )}
    <LinkButton tag={RouterLink} to="write?to=registered">
      Write to participants
    </LinkButton>
  </Flex>
);

/** A workshop with everybody who takes part or wishes to, and everything that she can do about it. */
export const ParticipantsPage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const desk = useParticipants(api, id);
  const { reserved: answer, fault } = desk;
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title={workshop?.title ?? 'A workshop'}
        subtitle={workshop ? whenInWords(workshop) : ''}
        navigationAction={
          <Link tag={RouterLink} to="..">
            All workshops
          </Link>
        }
        primaryAction={workshop && <Actions workshop={workshop} desk={desk} />}
      />
      <Layouts.Content>
        <ActionResult outcome={desk.result} />
        {fault !== null && <Typography role="alert">{fault}</Typography>}
        {answer === null && fault === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <HowItStands workshop={workshop} />
            <ParticipantLists workshop={workshop} desk={desk} />
            <DuplicatePanel api={api} id={id} />
            <CallOffPanel workshop={workshop} busy={desk.busy} onCallOff={desk.cancelWorkshop} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
