import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { type OpenedMessage, siteAddress } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { personalDataPage } from '#src/admin/components/admin-paths';
import { CareChecklist, Findings } from '#src/admin/components/CareChecklist';
import { callLink, emailLink } from '#src/admin/components/contact-links';
import { Panel, UserName } from '#src/admin/components/page-elements';
import { othersLabel } from './message-labels';

interface Props {
  message: OpenedMessage;
}

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <Typography tag="div" style={{ overflowWrap: 'anywhere' }}>
    {`${label}: `}
    {children}
  </Typography>
);

/** The title of a workshop, as a link while the site shows it. */
const WorkshopLine = ({ message: { workshop, workshopSlug } }: Props) => {
  const { data: site } = useAdminQuery(siteAddress, { path: '/site' });
  if (workshop === null) return null;
  return (
    <Line label="Workshop">
      {site === null || workshopSlug === null ? (
        <UserName name={workshop} />
      ) : (
        <Link href={new URL(`/workshops/${workshopSlug}`, site.url).href} isExternal>
          {workshop}
        </Link>
      )}
    </Line>
  );
};

/** How to reach the sender. Whether a message may be left is what must not be overlooked before a call. */
export const ContactLines = ({ message }: Props) => {
  const { email, phone, mayLeaveMessage, goodTimes } = message;
  return (
    <Flex direction="column" alignItems="start" gap={3}>
      <WorkshopLine message={message} />
      {email !== null && (
        <Line label="Email address">
          <Link href={emailLink(email)}>
            <UserName name={email} />
          </Link>
        </Line>
      )}
      {phone !== null && (
        <Line label="Phone number">
          <Link href={callLink(phone)}>
            <UserName name={phone} />
          </Link>
        </Line>
      )}
      {goodTimes !== null && (
        <Line label="Good times">
          <UserName name={goodTimes} />
        </Line>
      )}
      {phone !== null && (
        <Box background={mayLeaveMessage ? 'success100' : 'danger100'} hasRadius padding={3}>
          <Typography fontWeight="bold" textColor={mayLeaveMessage ? 'success700' : 'danger700'}>
            {mayLeaveMessage ? 'You may leave a message' : 'Please don’t leave a message'}
          </Typography>
        </Box>
      )}
    </Flex>
  );
};

/** What the checks found, in sentences, and that they can be wrong; with what to do where someone may be struggling. */
export const ChecksPanel = ({ message: { care, careReasons, spamReasons, checklist } }: Props) => (
  <>
    <Panel title="What the checks found">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Findings care={care} careReasons={careReasons} spamReasons={spamReasons} />
        <Typography textColor="neutral600">
          {care || spamReasons.length > 0
            ? 'Simple rules found this, and they can be wrong.'
            : 'If nothing is flagged, there can still be a reason to worry: the rules know phrases, you know people.'}
        </Typography>
      </Flex>
    </Panel>
    {care && (
      <Panel title="Your checklist">
        <CareChecklist checklist={checklist} />
      </Panel>
    )}
  </>
);

/** What else the same address has sent, and the way to all that is stored about it. */
export const OthersPanel = ({ message: { others } }: Props) => (
  <Panel title="From the same address">
    <Flex direction="column" alignItems="start" gap={3}>
      <Typography>{othersLabel(others) ?? 'This address has sent nothing else.'}</Typography>
      <Link tag={RouterLink} to={personalDataPage}>
        Show or delete personal data
      </Link>
    </Flex>
  </Panel>
);
