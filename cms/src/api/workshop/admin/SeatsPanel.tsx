import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SeatCounts } from '#src/api/workshop/admin-contract';
import { manageParticipants } from '#src/api/workshop/permissions';
import { useFetched, useWorkshopsApi } from './useWorkshopsApi';
import { seatCountLabels, seatsTakenLabel, workshopStateNames } from './workshop-labels';

const Track = styled(Box)`
  display: flex;
  height: 0.8rem;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Given = styled.span<{ $share: number }>`
  width: ${({ $share }) => $share * 100}%;
  background: ${({ theme }) => theme.colors.primary600};
`;

const Promised = styled(Given)`
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
        <Given $share={confirmed / capacity} />
        <Promised $share={(pending + offered) / capacity} />
      </Track>
      {seatCountLabels(counts).length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {seatCountLabels(counts).join(', ')}
        </Typography>
      )}
    </Flex>
  );
};

const Places = ({ id }: { id: string }) => {
  const api = useWorkshopsApi();
  const { data: answer, failure } = useFetched(useCallback(() => api.places(id), [api, id]));
  if (failure !== null) return <Typography role="alert">{failure}</Typography>;
  if (answer === null) return null;
  if (answer === 'gone' || answer.workshop === null)
    return <Typography>Places are given from the moment on when you publish it.</Typography>;
  const { state, counts } = answer.workshop;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>{workshopStateNames[state]}</Typography>
      <SeatsBar counts={counts} />
      <Link tag={RouterLink} to={`/workshops/${id}`}>
        Participants
      </Link>
    </Flex>
  );
};

/** The props that the content manager passes to a side panel. */
interface Beside {
  model: string;
  documentId?: string;
  document?: { updatedAt?: string; status?: string };
}

/** The panel beside a workshop's form: its seats and a link to its participants, for users who may manage them. */
export const SeatsPanel = ({ model, documentId, document }: Beside) => {
  const mayLook = useAuth('SeatsPanel', ({ permissions }) =>
    permissions.some(({ action }) => action === manageParticipants.action),
  );
  if (model !== 'api::workshop.workshop' || documentId === undefined || documentId === 'create' || !mayLook)
    return null;
  // The key fetches the seats again whenever the workshop was saved or published.
  return {
    title: 'Participants',
    content: <Places key={`${documentId} ${document?.updatedAt} ${document?.status}`} id={documentId} />,
  };
};
