import { Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { useAdminAction } from '#src/admin/components/useAdminAction';
import type { PersonalData } from '#src/api/privacy/admin-contract';
import { EmailAddressForm } from './EmailAddressForm';
import { PersonalDataPanel } from './PersonalDataPanel';
import { erasureOutcome, isNothing } from './privacy-labels';
import { usePrivacyApi } from './usePrivacyApi';

/** What is held about somebody, by their email address: to look at, to give to them, and to delete for good. */
export const PrivacyPage = () => {
  const api = usePrivacyApi();
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();
  const [held, setHeld] = useState<PersonalData | null>(null);
  const look = (address: string): void =>
    void act(async () => {
      setHeld(null);
      const found = await api.held(address);
      setHeld(found);
      return {
        message: isNothing(found) ? 'Nothing is held about this address.' : 'This is what is held.',
        succeeded: true,
      };
    });
  const erase = (): void =>
    void act(async () => {
      const erased = await api.erase(held?.address ?? '');
      setHeld(null);
      return erasureOutcome(erased);
    });
  return (
    <Page.Main>
      <Page.Title>Privacy</Page.Title>
      <Layouts.Header
        title="Privacy"
        subtitle="What is held about somebody who asks you, by their email address"
        navigationAction={
          <Link tag={RouterLink} to="..">
            All comments
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={result} />
        <Flex direction="column" alignItems="stretch" gap={4}>
          <EmailAddressForm busy={busy} onLook={look} />
          {held && !isNothing(held) && <PersonalDataPanel held={held} busy={busy} onErase={erase} />}
          <Typography textColor="neutral600">
            Reports hold no address, so nobody can say whose they are. Backups are not touched: they go by age.
          </Typography>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
