import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { type SeatCounts, workshopSeats } from 'shared';
import { styled } from 'styled-components';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { Fetched } from '#src/admin/components/page-elements';
import { manageParticipants } from '#src/api/workshop/permissions';
import { offersContinue, seatCountLabels, seatsTakenLabel, startsLabel, workshopStateLabels } from './workshop-labels';

const Track = styled(Box)`
  display: flex;
  height: 0.8rem;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const ConfirmedSeats = styled.span<{ $share: number }>`
  width: ${({ $share }) => $share * 100}%;
  background: ${({ theme }) => theme.colors.primary600};
`;

const ReservedSeats = styled(ConfirmedSeats)`
  background: ${({ theme }) => theme.colors.primary500};
  opacity: 0.5;
`;

/** How many seats are taken, as text and as a bar that screen readers skip. Pending and offered seats are paler. */
export const SeatsBar = ({ counts }: { counts: SeatCounts }) => {
  const { capacity, confirmed, pending, offered } = counts;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} style={{ minWidth: '16rem' }}>
      <Typography fontWeight="semiBold">{seatsTakenLabel(counts)}</Typography>
      <Track aria-hidden>
        <ConfirmedSeats $share={confirmed / capacity} />
        <ReservedSeats $share={(pending + offered) / capacity} />
      </Track>
      {seatCountLabels(counts).length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {seatCountLabels(counts).join(', ')}
        </Typography>
      )}
    </Flex>
  );
};

const Seats = ({ id }: { id: string }) => {
  const query = useAdminQuery(workshopSeats, { path: `/workshops/${id}/seats` });
  const notPublished = 'People can register once you have published the workshop.';
  return (
    <Fetched query={query} loading="Loading the participants" missing={notPublished}>
      {({ workshop }) =>
        workshop === null ? (
          <Typography>{notPublished}</Typography>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={3} width="100%">
            <Typography>{workshopStateLabels[workshop.state]}</Typography>
            <SeatsBar counts={workshop.counts} />
            {workshop.state === 'closed' && <Typography>{offersContinue}</Typography>}
            <Link tag={RouterLink} to={`/workshops/${id}`}>
              Participants
            </Link>
          </Flex>
        )
      }
    </Fetched>
  );
};

/** The props that the content manager passes to a side panel. */
interface SidePanelProps {
  model: string;
  documentId?: string;
  document?: { updatedAt?: string; status?: string };
}

/** The panel beside a workshop's form: its seats and a link to its participants, for users who may manage them. */
export const SeatsPanel = ({ model, documentId, document }: SidePanelProps) => {
  const isAllowed = useAuth('SeatsPanel', ({ permissions }) =>
    permissions.some(({ action }) => action === manageParticipants.action),
  );
  if (model !== 'api::workshop.workshop' || documentId === undefined || documentId === 'create' || !isAllowed)
    return null;
  // The key fetches the seats again whenever the workshop was saved or published.
  return {
    title: 'Participants',
    content: <Seats key={`${documentId} ${document?.updatedAt} ${document?.status}`} id={documentId} />,
  };
};

interface ListedRow {
  startsAt?: string | null;
  timeZone?: string;
}

const StartsCell = ({ startsAt, timeZone }: ListedRow) => (
  <Typography textColor="neutral800">
    {startsAt && timeZone ? startsLabel({ starts: startsAt, timeZone }) : 'No date yet'}
  </Typography>
);

/** Shows the start column of the content manager's list, an instant, in the workshop's time zone. */
export const withStartsColumn = <List extends { displayedHeaders: { name: string }[] }>(list: List): List => ({
  ...list,
  displayedHeaders: list.displayedHeaders.map((column) =>
    column.name === 'startsAt' ? { ...column, cellFormatter: StartsCell } : column,
  ),
});
