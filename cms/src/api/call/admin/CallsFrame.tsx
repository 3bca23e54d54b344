import { Box, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Tab } from '#src/admin/components/ListTabs';
import { type ActionOutcome, AdminPage } from '#src/admin/components/page-elements';

const tabs = [
  { name: 'week', label: 'Week', to: '/calls' },
  { name: 'hours', label: 'Hours and rules', to: '/calls/hours' },
  { name: 'calendars', label: 'Your calendars', to: '/calls/calendars' },
] as const;

interface Props {
  present: (typeof tabs)[number]['name'];
  subtitle: string;
  primaryAction?: ReactNode;
  outcome?: ActionOutcome | null;
  children: ReactNode;
}

/** The frame of the pages about introductory calls that are one tab away from each other. */
export const CallsFrame = ({ present, ...page }: Props) => (
  <AdminPage
    section="Calls"
    title="Calls"
    {...page}
    navigation={
      <Box tag="nav" aria-label="Pages about calls" paddingBottom={4}>
        <Flex tag="ul" gap={1} wrap="wrap">
          {tabs.map(({ name, label, to }) => (
            <li key={name}>
              <Tab to={to} aria-current={name === present ? 'page' : undefined}>
                {label}
              </Tab>
            </li>
          ))}
        </Flex>
      </Box>
    }
  />
);
