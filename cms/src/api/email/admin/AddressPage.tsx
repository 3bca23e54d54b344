import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { notificationAddress } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { AdminPage, Panel } from '#src/admin/components/page-elements';

interface Words {
  title: string;
  text: string;
  button: string;
  /** Below `/notification-address`. */
  path: string;
}

const confirming: Words = {
  title: 'Confirm your new address',
  text: 'Emails about comments, and copies of what you write to participants, will go there.',
  button: 'Send my emails there',
  path: 'confirm',
};

const stopping: Words = {
  title: 'Keep your address as it was',
  text: 'Your emails will go to your earlier address again. After that, change your password in your profile: that signs out everybody else.',
  button: 'Send my emails here as before',
  path: 'stop',
};

/** Of the secret in a link that undoes a change. */
const stopPrefix = 'stop-';

/**
 * The page that the links to a new address and to the one before lead to: its button confirms the change, or undoes it.
 * The secret is behind the `#`, which is lost when somebody has to sign in first.
 */
export const AddressPage = () => {
  const secret = useLocation().hash.slice(1);
  const words = secret.startsWith(stopPrefix) ? stopping : confirming;
  const token = words === stopping ? secret.slice(stopPrefix.length) : secret;
  const post = useAdminPost();
  const { outcome, isBusy, run } = useAdminAction();
  const [isDone, setDone] = useState(false);
  const press = (): void =>
    void run(async () => {
      const { address } = await post(notificationAddress, `/notification-address/${words.path}`, { token });
      setDone(true);
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
      <Panel title={words.title}>
        <Flex direction="column" alignItems="start" gap={4}>
          {token === '' && <Typography>You are signed in. Please open the link in the email once more.</Typography>}
          {token !== '' && !isDone && (
            <>
              <Typography>{words.text}</Typography>
              <Box>
                <Button onClick={press} loading={isBusy}>
                  {words.button}
                </Button>
              </Box>
            </>
          )}
          <Link tag={RouterLink} to={practiceSettings}>
            Open the settings of the practice
          </Link>
        </Flex>
      </Panel>
    </AdminPage>
  );
};
