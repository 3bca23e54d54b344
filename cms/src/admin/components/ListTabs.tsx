import { Badge, Box, Flex } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link to one of several pages or lists that belong together. */
export const Tab = styled(RouterLink)`
  display: inline-flex;
  gap: 0.6rem;
  align-items: center;
  padding: 0.8rem 1.2rem;
  border-radius: 4px;
  font-size: 1.4rem;
  text-decoration: none;
  color: ${({ theme }) => theme.colors.neutral800};

  &[aria-current] {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary700};
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

interface Props<Name extends string> {
  /** What screen readers hear, such as `Lists of comments`. */
  title: string;
  labels: Readonly<Record<Name, string>>;
  present: Name;
  /** How many each list has; null until they are known. */
  counts: Readonly<Record<Name, number>> | null;
}

/**
 * The lists of a page with their counts, in the order of their labels. They are links and not ARIA tabs, because each
 * list has an address of its own.
 */
export const ListTabs = <Name extends string>({ title, labels, present, counts }: Props<Name>) => (
  <Box tag="nav" aria-label={title} paddingBottom={4}>
    <Flex tag="ul" gap={1} wrap="wrap">
      {(Object.keys(labels) as Name[]).map((list) => (
        <li key={list}>
          <Tab to={`?list=${list}`} aria-current={list === present ? 'page' : undefined}>
            {labels[list]} {counts && <Badge>{counts[list]}</Badge>}
          </Tab>
        </li>
      ))}
    </Flex>
  </Box>
);
