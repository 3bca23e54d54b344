import { Box, Flex, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, Route, Routes } from 'react-router-dom';
import { styled } from 'styled-components';
import { Panel } from '#src/admin/components/page-elements';
import type { AdminWorkshop } from '#src/api/workshop/admin-contract';
import { manageParticipants } from '#src/api/workshop/permissions';
import { AddParticipantPage } from './AddParticipantPage';
import { EmailParticipantsPage } from './EmailParticipantsPage';
import { ParticipantsPage } from './ParticipantsPage';
import { SeatsBar } from './SeatsPanel';
import { useFetched, useWorkshopsApi } from './useWorkshopsApi';
import { startsLabel, workshopStateNames } from './workshop-labels';

const newWorkshop = '/content-manager/collection-types/api::workshop.workshop/create';

const Line = styled.li`
  padding: 1.6rem 0;
  list-style: none;

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

const Row = ({ workshop }: { workshop: AdminWorkshop }) => (
  <Line>
    <Flex gap={6} wrap="wrap" justifyContent="space-between" alignItems="start">
      <Flex direction="column" alignItems="start" gap={1} style={{ flex: '1 1 30rem', minWidth: 0 }}>
        <Link tag={RouterLink} to={workshop.id}>
          {workshop.title}
        </Link>
        <Typography>{startsLabel(workshop)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {workshopStateNames[workshop.state]}
        </Typography>
      </Flex>
      <Box style={{ flex: '0 1 26rem' }}>
        <SeatsBar counts={workshop.counts} />
      </Box>
    </Flex>
  </Line>
);

const Several = ({ title, workshops, none }: { title: string; workshops: readonly AdminWorkshop[]; none: string }) => (
  <Panel title={title}>
    {workshops.length === 0 ? (
      <Typography>{none}</Typography>
    ) : (
      <ul aria-label={title}>
        {workshops.map((workshop) => (
          <Row key={workshop.id} workshop={workshop} />
        ))}
      </ul>
    )}
  </Panel>
);

/** All workshops that were ever published, with how full they are. */
const WorkshopList = () => {
  const api = useWorkshopsApi();
  const { data: answer, failure } = useFetched(api.list);
  const workshops = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title="Workshops"
        subtitle="Who takes part, and everything that you do about it"
        primaryAction={
          <LinkButton tag={RouterLink} to={newWorkshop} startIcon={<Plus />}>
            New workshop
          </LinkButton>
        }
      />
      <Layouts.Content>
        {failure !== null && <Typography role="alert">{failure}</Typography>}
        {workshops === null && failure === null && <Loader>Fetching the workshops</Loader>}
        {workshops && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Several
              title="Coming"
              workshops={workshops.upcoming}
              none="No workshop is coming. What you have written but not published yet stands under Content."
            />
            <Several title="Past" workshops={workshops.past} none="No workshop is over yet." />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

/** The routes of the workshop pages, for users who may manage participants. */
export const WorkshopsPage = () => (
  <Page.Protect permissions={[{ action: manageParticipants.action, subject: null }]}>
    <Routes>
      <Route index element={<WorkshopList />} />
      <Route path=":id" element={<ParticipantsPage />} />
      <Route path=":id/add" element={<AddParticipantPage />} />
      <Route path=":id/write" element={<EmailParticipantsPage />} />
    </Routes>
  </Page.Protect>
);
