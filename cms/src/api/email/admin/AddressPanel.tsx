import { Button, Flex, Typography } from '@strapi/design-system';
import { useAuth, useNotification } from '@strapi/strapi/admin';
import { type NotificationAddress, notificationAddress } from 'shared';
import { errorMessage, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { Fetched, UserName } from '#src/admin/components/page-elements';
import { manageNotificationAddress } from '#src/api/email/permissions';

interface PendingProps {
  pending: NonNullable<NotificationAddress['pending']>;
  onResend: () => void;
}

const PendingAddress = ({ pending: { address, isExpired }, onResend }: PendingProps) => (
  <>
    <Typography>
      {isExpired ? 'The link that we sent to this address no longer works:' : 'We sent a link to this address:'}
    </Typography>
    <Typography fontWeight="semiBold">
      <UserName name={address} />
    </Typography>
    {!isExpired && <Typography>Emails will go there once you have opened the link.</Typography>}
    <Button variant="secondary" onClick={onResend}>
      Send a new link
    </Button>
  </>
);

const Address = () => {
  const query = useAdminQuery(notificationAddress, { path: '/notification-address' });
  const post = useAdminPost();
  const { toggleNotification } = useNotification();
  const resend = async (): Promise<void> => {
    try {
      await post(notificationAddress, '/notification-address/resend');
      toggleNotification({ type: 'success', message: 'A new link is on its way.' });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
    await query.refetch();
  };
  return (
    <Fetched query={query} loading="Loading your address">
      {({ address, pending }) => (
        <Flex direction="column" alignItems="stretch" gap={2} width="100%">
          <Typography>{address === null ? 'There is no address yet.' : 'Emails to you go to:'}</Typography>
          {address !== null && (
            <Typography fontWeight="semiBold">
              <UserName name={address} />
            </Typography>
          )}
          {pending && <PendingAddress pending={pending} onResend={() => void resend()} />}
        </Flex>
      )}
    </Fetched>
  );
};

/** The panel beside the practice's form: where emails to the counsellor go, and whether a new address is confirmed. */
export const AddressPanel = ({ model, document }: { model: string; document?: { updatedAt?: string } }) => {
  const isAllowed = useAuth('AddressPanel', ({ permissions }) =>
    permissions.some(({ action }) => action === manageNotificationAddress.action),
  );
  if (model !== 'api::practice.practice' || !isAllowed) return null;
  // The key fetches it again whenever the practice was saved.
  return { title: 'Emails to you', content: <Address key={document?.updatedAt} /> };
};
