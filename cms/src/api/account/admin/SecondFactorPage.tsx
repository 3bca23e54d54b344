import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  recoveryCodes as recoveryCodesSchema,
  type SecondFactorSetup,
  secondFactorSetup,
  type SecondFactorStatus,
  secondFactorStatus,
} from 'shared';
import { useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { formatDateTime, pluralise } from '#src/admin/components/labels';
import { AdminPage, Fetched, Panel } from '#src/admin/components/page-elements';
import { OneFieldForm } from './OneFieldForm';
import { RecoveryCodes } from './RecoveryCodes';
import { SetupSteps } from './SetupSteps';

const path = '/account/second-factor';

const describeStatus = ({ enabledAt, recoveryCodesLeft }: SecondFactorStatus): string =>
  enabledAt === null
    ? 'It is off. With it, you enter your password and then a code from an app on your phone, so that your password alone is of no use to others.'
    : `It has been on since ${formatDateTime(enabledAt)}. You have ${pluralise(recoveryCodesLeft, 'recovery code')} left.`;

interface PasswordFormProps {
  button: string;
  variant?: 'default' | 'secondary' | 'danger-light';
  onSubmit: (currentPassword: string) => Promise<unknown>;
}

/** Asks for the current password, as every change of the sign-in does. */
const PasswordForm = (props: PasswordFormProps) => (
  <OneFieldForm
    name="currentPassword"
    label="Your current password"
    type="password"
    autoComplete="current-password"
    {...props}
  />
);

const useSecondFactor = () => {
  const query = useAdminQuery(secondFactorStatus, { path });
  const { refetch } = query;
  const post = useAdminPost();
  const [setup, setSetup] = useState<SecondFactorSetup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const show = async (newCodes: readonly string[] | null): Promise<void> => {
    setSetup(null);
    setCodes(newCodes);
    await refetch();
  };
  return {
    query,
    setup,
    codes,
    begin: async (currentPassword: string) =>
      setSetup(await post(secondFactorSetup, `${path}/begin`, { currentPassword })),
    confirm: async (code: string) => show((await post(recoveryCodesSchema, `${path}/confirm`, { code })).recoveryCodes),
    renew: async (currentPassword: string) =>
      show((await post(recoveryCodesSchema, `${path}/recovery-codes`, { currentPassword })).recoveryCodes),
    end: async (currentPassword: string) => {
      await post(secondFactorStatus, `${path}/end`, { currentPassword });
      await show(null);
    },
    cancel: () => setSetup(null),
    done: () => setCodes(null),
  };
};

type SecondFactor = ReturnType<typeof useSecondFactor>;

const WhenOff = ({ status, factor }: { status: SecondFactorStatus; factor: SecondFactor }) => (
  <Panel title="Turn it on">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{describeStatus(status)}</Typography>
      <PasswordForm button="Set it up" onSubmit={factor.begin} />
    </Flex>
  </Panel>
);

const WhenOn = ({ status, factor }: { status: SecondFactorStatus; factor: SecondFactor }) => (
  <>
    <Panel title="On">
      <Typography>{describeStatus(status)}</Typography>
    </Panel>
    <Panel title="New recovery codes">
      <PasswordForm button="Make new codes" variant="secondary" onSubmit={factor.renew} />
    </Panel>
    <Panel title="Turn it off">
      <PasswordForm button="Turn it off" variant="danger-light" onSubmit={factor.end} />
    </Panel>
  </>
);

const Content = ({ status, factor }: { status: SecondFactorStatus; factor: SecondFactor }) => {
  if (factor.codes) return <RecoveryCodes codes={factor.codes} onDone={factor.done} />;
  if (factor.setup) return <SetupSteps setup={factor.setup} onCode={factor.confirm} onCancel={factor.cancel} />;
  return status.enabledAt === null ? (
    <WhenOff status={status} factor={factor} />
  ) : (
    <WhenOn status={status} factor={factor} />
  );
};

/** Turns one’s own two-step sign-in on and off, and makes new recovery codes. */
export const SecondFactorPage = () => {
  const factor = useSecondFactor();
  return (
    <AdminPage
      section="Two-step sign-in"
      title="Two-step sign-in"
      subtitle="A code from your phone, besides your password"
    >
      <Fetched query={factor.query} loading="Loading your two-step sign-in">
        {(status) => (
          <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
            <Content status={status} factor={factor} />
          </Flex>
        )}
      </Fetched>
    </AdminPage>
  );
};
