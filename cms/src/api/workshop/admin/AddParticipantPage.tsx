import { Link, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { useAdminAction } from '#src/admin/components/useAdminAction';
import { AddPersonForm } from './AddParticipantForm';
import { useAnswer } from './useFetched';
import { useWorkshopsApi } from './useWorkshopsApi';
import { howFull, whenInWords } from './workshop-labels';

/** Adds somebody who called or wrote. They have a place at once. */
export const AddPersonPage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const { reserved: answer, fault, again } = useAnswer(useCallback(() => api.workshop(id), [api, id]));
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title="Add somebody"
        subtitle={workshop ? `“${workshop.title}”, ${whenInWords(workshop)}. ${howFull(workshop.counts)}.` : ''}
        navigationAction={
          <Link tag={RouterLink} to={`../${id}`}>
            Participants
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={result} />
        {fault !== null && <Typography role="alert">{fault}</Typography>}
        {answer === null && fault === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <AddPersonForm
            prices={workshop.prices}
            busy={busy}
            onAdd={(person) =>
              act(async () => {
                const added = await api.add(id, person);
                await again();
                if (added.became === 'refused') return { message: added.because, succeeded: false };
                if (added.became === 'full')
                  return {
                    message:
                      'Every place is taken or promised to somebody. Raise the number of places first, or free one.',
                    succeeded: false,
                  };
                return {
                  message: `${person.name} has a place. An email with everything in it is on its way.`,
                  succeeded: true,
                };
              })
            }
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
