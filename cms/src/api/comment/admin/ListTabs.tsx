import { Badge, Box, Flex } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { type CommentCounts, type DeskList, deskLists } from '#src/api/comment/admin-contract';
import { listNames } from './comment-labels';

const Tab = styled(Link)`
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

/** The saved lists with how many stand in each, as links: each has an address of its own. */
export const ListTabs = ({ present, counts }: { present: DeskList; counts: CommentCounts | null }) => (
  <Box tag="nav" aria-label="Lists of comments" paddingBottom={4}>
    <Flex tag="ul" gap={1} wrap="wrap">
      {deskLists.map((list) => (
        <li key={list}>
          <Tab to={`?list=${list}`} aria-current={list === present ? 'page' : undefined}>
            {listNames[list]} {counts && <Badge>{counts.lists[list]}</Badge>}
          </Tab>
        </li>
      ))}
    </Flex>
  </Box>
);
