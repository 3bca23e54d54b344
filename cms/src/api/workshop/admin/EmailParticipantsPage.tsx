import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { type RecipientGroup, recipientGroups } from '#src/api/workshop/admin-contract';
import { EmailForm } from './EmailForm';
import { EmailPreviewPanel } from './EmailPreviewPanel';
import { useEmailDraft } from './useEmailDraft';
import { useAnswer } from './useFetched';
import { useWorkshopsApi } from './useWorkshopsApi';
import { whenInWords } from './workshop-labels';

/** Whom it is for, from the address: so that those who were chosen are still chosen after a reload. */
const useAddressees = () => {
  const [asked] = useSearchParams();
  const named = asked.get('to');
  const to: RecipientGroup = recipientGroups.find((each) => each === named) ?? 'confirmed';
  const people = (asked.get('people') ?? '')
    .split(',')
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0);
  return { to: to === 'people' && people.length === 0 ? 'confirmed' : to, people } as const;
};

/** An email to all or to some: written, looked at as it will be sent, and only then sent. */
export const WritePage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const { reserved: answer, fault } = useAnswer(useCallback(() => api.workshop(id), [api, id]));
  const email = useEmailDraft(api, id, useAddressees());
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title="Write to participants"
        subtitle={workshop ? `“${workshop.title}”, ${whenInWords(workshop)}` : ''}
        navigationAction={
          <Link tag={RouterLink} to={`../${id}`}>
            Participants
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={email.result} />
        {fault !== null && <Typography role="alert">{fault}</Typography>}
        {answer === null && fault === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <EmailForm email={email} participants={workshop.participants} />
            {email.preview && <EmailPreviewPanel preview={email.preview} busy={email.busy} onSend={email.send} />}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
