import { Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { manageParticipants } from '#src/api/workshop/permissions';
import { PlacesBar } from './SeatsBar';
import { useAnswer } from './useFetched';
import { useWorkshopsApi } from './useWorkshopsApi';
import { workshopStateNames } from './workshop-labels';

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
