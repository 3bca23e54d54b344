import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { type ErasedData, erasedData, type PersonalData, personalData, type PurgeOutcome } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { TextField } from '#src/admin/components/form-fields';
import { pluralise } from '#src/admin/components/labels';
import { type ActionOutcome, AdminPage, Panel } from '#src/admin/components/page-elements';
import { PersonalDataPanel } from './PersonalDataPanel';

const nothingStored: ActionOutcome = { message: 'We store nothing about this email address.', succeeded: true };

const purgeLabels: Readonly<Record<PurgeOutcome, string>> = {
  purged: 'The pages that showed it have been removed from the site’s cache.',
  none: 'None of it was on a page.',
  unreachable:
    'The site can’t be reached at the moment. It removes the pages that showed it as soon as it reaches the CMS again.',
};

const isEmpty = ({ mailboxes, comments, registrations, enquiries, calls }: PersonalData): boolean =>
  [mailboxes, comments, registrations, enquiries, calls].every(({ length }) => length === 0);

const describeErasure = ({
  comments,
  registrations,
  enquiries,
  calls,
  emails,
  addresses,
  pages,
}: ErasedData): ActionOutcome => {
  if (addresses === 0) return nothingStored;
  const deleted = [
    pluralise(comments, 'comment or note', 'comments and notes'),
    pluralise(registrations, 'registration'),
    pluralise(enquiries, 'message'),
    pluralise(calls, 'call'),
    pluralise(emails, 'email'),
  ].join(', ');
  return {
    message: `Deleted for good: ${deleted} and the email address. ${purgeLabels[pages]}`,
    succeeded: true,
  };
};

interface SearchProps {
  isBusy: boolean;
  onSearch: (address: string) => void;
}

/** Asks for the email address whose data is wanted. */
const SearchForm = ({ isBusy, onSearch }: SearchProps) => {
  const [address, setAddress] = useState('');
  const search = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(address.trim());
  };
  return (
    <Panel title="Find personal data">
      <form onSubmit={search}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <TextField
            name="address"
            hint="If someone gave no email address, only they can delete what they sent, with their private link or code. Messages from people who gave a phone number can be deleted under “Messages”."
            label="Email address"
            type="email"
            required
            autoComplete="off"
            value={address}
            onChange={setAddress}
          />
          <Box>
            <Button type="submit" loading={isBusy}>
              Show what we store
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};

/** What is stored about an email address: to look at, to send to its owner, and to delete for good. */
export const PrivacyPage = () => {
  const post = useAdminPost();
  const { outcome, isBusy, run } = useAdminAction();
  const [data, setData] = useState<PersonalData | null>(null);
  const search = (address: string): void =>
    void run(async () => {
      setData(null);
      const found = await post(personalData, '/privacy/find', { address });
      setData(found);
      return isEmpty(found) ? nothingStored : { message: 'Here is everything that we store.', succeeded: true };
    });
  const erase = (address: string): void =>
    void run(async () => {
      const erased = await post(erasedData, '/privacy/erase', { address });
      setData(null);
      return describeErasure(erased);
    });
  return (
    <AdminPage
      section="Privacy"
      title="Privacy"
      subtitle="Show, download or delete what we store about a person"
      back={{ label: 'All comments', to: '..' }}
      outcome={outcome}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <SearchForm isBusy={isBusy} onSearch={search} />
        {data && !isEmpty(data) && (
          <PersonalDataPanel data={data} isBusy={isBusy} onErase={() => erase(data.address)} />
        )}
        <Typography textColor="neutral600">
          Reports contain no email address, so they can’t be found here. Backups are not changed: they are deleted when
          they are old enough.
        </Typography>
      </Flex>
    </AdminPage>
  );
};
