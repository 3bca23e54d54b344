import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SeatCounts } from '#src/api/workshop/admin-contract';
import { manageParticipants } from '#src/api/workshop/permissions';
import { useAnswer, useWorkshopsApi } from './useWorkshopsApi';
import { besides, howFull, workshopStateNames } from './workshop-labels';

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

/** How full it is: in words, and as a bar for the eye only. Held and offered places are paler. */
export const PlacesBar = ({ counts }: { counts: SeatCounts }) => {
  const { capacity, confirmed: registered, pending: held, offered } = counts;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} style={{ minWidth: '16rem' }}>
      <Typography fontWeight="semiBold">{howFull(counts)}</Typography>
      <Track aria-hidden>
        <Given $share={registered / capacity} />
        <Promised $share={(held + offered) / capacity} />
      </Track>
      {besides(counts).length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {besides(counts).join(', ')}
        </Typography>
      )}
    </Flex>
  );
};

const Places = ({ id }: { id: string }) => {
  const api = useWorkshopsApi();
  const { reserved: answer, fault } = useAnswer(useCallback(() => api.places(id), [api, id]));
  if (fault !== null) return <Typography role="alert">{fault}</Typography>;
  if (answer === null) return null;
  if (answer === 'gone' || answer.workshop === null)
    return <Typography>Places are given from the moment on when you publish it.</Typography>;
  const { state, counts } = answer.workshop;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>{workshopStateNames[state]}</Typography>
      <PlacesBar counts={counts} />
      <Link tag={RouterLink} to={`/workshops/${id}`}>
        Participants
      </Link>
    </Flex>
  );
};

/** What the content manager tells a panel beside a form. */
interface Beside {
  model: string;
  documentId?: string;
  document?: { updatedAt?: string; status?: string };
}

/** The panel beside a workshop's form: how full it is, and the way to its participants. For whoever may see them. */
export const PlacesPanel = ({ model, documentId, document }: Beside) => {
  const mayLook = useAuth('PlacesPanel', ({ permissions }) =>
    permissions.some(({ action }) => action === manageParticipants.action),
  );
  if (model !== 'api::workshop.workshop' || documentId === undefined || documentId === 'create' || !mayLook)
    return null;
  // Asked again whenever it was saved or published.
  return {
    title: 'Participants',
    content: <Places key={`${documentId} ${document?.updatedAt} ${document?.status}`} id={documentId} />,
  };
};
