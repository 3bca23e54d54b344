import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { notificationAddress } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { AdminPage, Panel } from '#src/admin/components/page-elements';

const settingsPath = '/content-manager/single-types/api::practice.practice';

/**
 * The page that the link to a new address leads to: its button confirms the address. The secret is behind the `#`,
 * which is lost when somebody has to sign in first.
 */
export const AddressPage = () => {
  const token = useLocation().hash.slice(1);
  const post = useAdminPost();
  const { outcome, isBusy, run } = useAdminAction();
  const [isConfirmed, setConfirmed] = useState(false);
  const confirm = (): void =>
    void run(async () => {
      const { address } = await post(notificationAddress, '/notification-address/confirm', { token });
      setConfirmed(true);
      return { message: `Thank you. Emails to you now go to ${address}.`, succeeded: true };
    });
  return (
    <AdminPage
      section="Your address"
      title="Your address"
      subtitle="Where the emails for you go"
      back={{ label: 'All comments', to: '..' }}
      outcome={outcome}
    >
      <Panel title="Confirm your new address">
        <Flex direction="column" alignItems="start" gap={4}>
          {token === '' && <Typography>You are signed in. Please open the link in the email once more.</Typography>}
          {token !== '' && !isConfirmed && (
            <>
              <Typography>
                Emails about comments, and copies of what you write to participants, will go there.
              </Typography>
              <Box>
                <Button onClick={confirm} loading={isBusy}>
                  Send my emails there
                </Button>
              </Box>
            </>
          )}
          <Link tag={RouterLink} to={settingsPath}>
            Open the settings of the practice
          </Link>
        </Flex>
      </Panel>
    </AdminPage>
  );
};
