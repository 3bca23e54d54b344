import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { type BackupStatus, backupStatus } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime } from '#src/admin/components/labels';

const dayMs = 86_400_000;
/** A backup is made every night; one that is older than two nights has been missed. */
const overdueAfterMs = 2 * dayMs;

const describeBackup = ({ lastBackup }: BackupStatus, now: number): string => {
  if (lastBackup === null) return 'No backup has been made yet. Please ask the web team to set up a nightly one.';
  const made = `The last backup was made on ${formatDateTime(lastBackup.at)}.`;
  return now - Date.parse(lastBackup.at) > overdueAfterMs
    ? `${made} That is more than two days ago: please tell the web team.`
    : made;
};

const describeProof = ({ lastProven }: BackupStatus): string =>
  lastProven === null
    ? 'No backup has been tested by restoring it yet.'
    : `The backup of ${formatDateTime(lastProven.backupAt)} was restored as a test on ${formatDateTime(lastProven.at)}, and it worked.`;

/** How old the last backup is, and whether one was ever restored: two sentences. */
export const BackupWidget = () => {
  const { data: status, error } = useAdminQuery(backupStatus, { path: '/backup' });
  if (error !== null) return <Widget.Error />;
  if (status === null) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{describeBackup(status, Date.now())}</Typography>
      <Typography textColor="neutral600">{describeProof(status)}</Typography>
    </Flex>
  );
};
