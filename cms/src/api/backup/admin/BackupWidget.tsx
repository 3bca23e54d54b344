import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { backupAges, type BackupStatus, backupStatus } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime } from '#src/admin/components/labels';

const describeBackup = ({ lastBackup }: BackupStatus, isOverdue: boolean): string => {
  if (lastBackup === null) return 'No backup has been made yet. Please ask the web team to set up a nightly one.';
  const made = `The last backup was made on ${formatDateTime(lastBackup.at)}.`;
  return isOverdue ? `${made} That is more than two days ago: please tell the web team.` : made;
};

const describeProof = ({ lastProven }: BackupStatus, isOverdue: boolean): string => {
  if (lastProven === null) return 'No backup has been tested by restoring it yet.';
  const tested = `The backup of ${formatDateTime(lastProven.backupAt)} was restored as a test on ${formatDateTime(lastProven.at)}, and it worked.`;
  return isOverdue ? `${tested} That is more than two weeks ago: please tell the web team.` : tested;
};

/** How old the last backup is, and whether one was ever restored: two sentences. */
export const BackupWidget = () => {
  const { data: status, error } = useAdminQuery(backupStatus, { path: '/backup' });
  if (error !== null) return <Widget.Error />;
  if (status === null) return <Widget.Loading />;
  const ages = backupAges(status, Date.now());
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{describeBackup(status, ages.backup === 'overdue')}</Typography>
      <Typography textColor="neutral600">{describeProof(status, ages.proof === 'overdue')}</Typography>
    </Flex>
  );
};
