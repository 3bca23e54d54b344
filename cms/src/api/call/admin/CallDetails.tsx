import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ListedCall } from 'shared';
import { callLink } from '#src/admin/components/contact-links';
import { UserName } from '#src/admin/components/page-elements';
import { channelLabels, voicemailLabel } from './call-labels';
import { theirTime } from './call-times';

interface Props {
  call: ListedCall;
  /** The practice's. */
  timeZone: string;
}

/** How to reach somebody for a call: what must not be overlooked before it. */
export const CallDetails = ({ call, timeZone }: Props) => {
  const voicemail = voicemailLabel(call);
  const there = theirTime(call, timeZone);
  return (
    <Flex direction="column" alignItems="start" gap={1} style={{ minWidth: 0 }}>
      <Typography>{channelLabels[call.channel]}</Typography>
      {call.phone !== null && (
        <Link href={callLink(call.phone)}>
          <UserName name={call.phone} />
        </Link>
      )}
      {voicemail !== null && (
        <Box background={call.mayLeaveVoicemail ? 'success100' : 'danger100'} hasRadius padding={2}>
          <Typography
            variant="pi"
            fontWeight="semiBold"
            textColor={call.mayLeaveVoicemail ? 'success700' : 'danger700'}
            style={{ overflowWrap: 'anywhere' }}
          >
            <bdi>{voicemail}</bdi>
          </Typography>
        </Box>
      )}
      {there !== null && (
        <Typography variant="pi" textColor="neutral600">
          {there}
        </Typography>
      )}
    </Flex>
  );
};
