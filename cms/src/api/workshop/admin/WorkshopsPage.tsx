import { Box, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { Link as RouterLink, Route, Routes } from 'react-router-dom';
import { type ListedWorkshop, listedWorkshops } from 'shared';
import { styled } from 'styled-components';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { AdminPage, Fetched, Panel } from '#src/admin/components/page-elements';
import { manageParticipants } from '#src/api/workshop/permissions';
import { AddParticipantPage } from './AddParticipantPage';
import { EmailParticipantsPage } from './EmailParticipantsPage';
import { ParticipantsPage } from './ParticipantsPage';
import { SeatsBar } from './SeatsPanel';
import { startsLabel, workshopStateLabels } from './workshop-labels';

const newWorkshop = '/content-manager/collection-types/api::workshop.workshop/create';

const Item = styled.li`
  padding: 1.6rem 0;
  list-style: none;

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

const WorkshopItem = ({ workshop }: { workshop: ListedWorkshop }) => (
  <Item>
    <Flex gap={6} wrap="wrap" justifyContent="space-between" alignItems="start">
      <Flex direction="column" alignItems="start" gap={1} style={{ flex: '1 1 30rem', minWidth: 0 }}>
        <Link tag={RouterLink} to={workshop.id}>
          {workshop.title}
        </Link>
        <Typography>{startsLabel(workshop)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {workshopStateLabels[workshop.state]}
        </Typography>
      </Flex>
      <Box style={{ flex: '0 1 26rem' }}>
        <SeatsBar counts={workshop.counts} />
      </Box>
    </Flex>
  </Item>
);

interface WorkshopsPanelProps {
  title: string;
  workshops: readonly ListedWorkshop[];
  /** The sentence for an empty list. */
  empty: string;
}

const WorkshopsPanel = ({ title, workshops, empty }: WorkshopsPanelProps) => (
  <Panel title={title}>
    {workshops.length === 0 ? (
      <Typography>{empty}</Typography>
    ) : (
      <ul aria-label={title}>
        {workshops.map((workshop) => (
          <WorkshopItem key={workshop.id} workshop={workshop} />
        ))}
      </ul>
    )}
  </Panel>
);

/** All workshops that have ever been published, with how full they are. */
const WorkshopList = () => (
  <AdminPage
    section="Workshops"
    title="Workshops"
    subtitle="Participants, waitlists and emails"
    secondaryAction={
      <Link tag={RouterLink} to={practiceSettings}>
        Settings for workshops
      </Link>
    }
    primaryAction={
      <LinkButton tag={RouterLink} to={newWorkshop} startIcon={<Plus />}>
        New workshop
      </LinkButton>
    }
  >
    <Fetched query={useAdminQuery(listedWorkshops, { path: '/workshops' })} loading="Loading the workshops">
      {({ upcoming, past }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <WorkshopsPanel
            title="Upcoming"
            workshops={upcoming}
            empty="There are no upcoming workshops. Drafts that you have not published yet are under Content."
          />
          <WorkshopsPanel title="Past" workshops={past} empty="There are no past workshops." />
        </Flex>
      )}
    </Fetched>
  </AdminPage>
);

/** The routes of the workshop pages, for users who may manage participants. */
export const WorkshopsPage = () => (
  <Page.Protect permissions={[{ action: manageParticipants.action, subject: null }]}>
    <Routes>
      <Route index element={<WorkshopList />} />
      <Route path=":id" element={<ParticipantsPage />} />
      <Route path=":id/add" element={<AddParticipantPage />} />
      <Route path=":id/email" element={<EmailParticipantsPage />} />
    </Routes>
  </Page.Protect>
);
