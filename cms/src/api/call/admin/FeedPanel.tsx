import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { TextField } from '#src/admin/components/form-fields';
import { formatDateTime } from '#src/admin/components/labels';
import { ConfirmedButton, Panel } from '#src/admin/components/page-elements';
import type { Calendars } from './useCalendars';

const NewAddress = ({ address }: { address: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} style={{ maxWidth: '72rem' }}>
      <TextField
        name="feed"
        label="Your feed’s address"
        hint="Shown only now. In your calendar, choose “Subscribe by address”, “From URL” or “Add by URL”."
        readOnly
        value={address}
        onChange={() => undefined}
        onFocus={({ target }: { target: HTMLInputElement }) => target.select()}
      />
      <Flex gap={2} alignItems="center">
        <Button variant="secondary" onClick={() => void copy().catch(() => undefined)}>
          Copy
        </Button>
        <Typography role="status">{isCopied ? 'Copied' : ''}</Typography>
      </Flex>
    </Flex>
  );
};

interface ActionProps {
  hasFeed: boolean;
  isBusy: boolean;
  onCreate: () => void;
  onRevoke: () => void;
}

const FeedActions = ({ hasFeed, isBusy, onCreate, onRevoke }: ActionProps) =>
  hasFeed ? (
    <Flex gap={2} wrap="wrap">
      <ConfirmedButton
        label="New address"
        size="S"
        variant="secondary"
        title="Make a new address?"
        disabled={isBusy}
        onConfirm={onCreate}
      >
        The current one stops working, so you will have to subscribe again.
      </ConfirmedButton>
      <ConfirmedButton label="End the feed" size="S" title="End the feed?" disabled={isBusy} onConfirm={onRevoke}>
        Its address stops working. Calls and invitations stay as they are.
      </ConfirmedButton>
    </Flex>
  ) : (
    <Button variant="secondary" loading={isBusy} onClick={onCreate}>
      Create a feed
    </Button>
  );

interface Props {
  feedSince: string | null;
  invitationsTo: string | null;
  calendars: Calendars;
}

/** What goes out to her own calendar: invitations by email, and a feed to which she can subscribe. */
export const FeedPanel = ({ feedSince, invitationsTo, calendars }: Props) => {
  const [address, setAddress] = useState<string | null>(null);
  const create = async (): Promise<void> => setAddress(await calendars.createFeed());
  const revoke = async (): Promise<void> => {
    await calendars.revokeFeed();
    setAddress(null);
  };
  return (
    <Panel title="Calls in your own calendar">
      <Flex direction="column" alignItems="start" gap={3}>
        <Typography style={{ overflowWrap: 'anywhere', maxWidth: '64rem' }}>
          {invitationsTo === null
            ? 'Emails to you are switched off, so no invitations are sent.'
            : `Each call comes to ${invitationsTo} at once as an invitation, which most calendars add by themselves.`}
          {' Entries say “Call” and nothing about the person.'}
        </Typography>
        <Typography style={{ maxWidth: '64rem' }}>
          {feedSince === null
            ? 'You can also subscribe to a feed of all calls. Calendars fetch feeds every few hours.'
            : `Your feed has had its current address since ${formatDateTime(feedSince)}. Whoever has the address can see when you have calls.`}
        </Typography>
        {address !== null && <NewAddress address={address} />}
        <FeedActions
          hasFeed={feedSince !== null}
          isBusy={calendars.isBusy}
          onCreate={() => void create()}
          onRevoke={() => void revoke()}
        />
      </Flex>
    </Panel>
  );
};
