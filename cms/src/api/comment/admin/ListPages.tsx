import { Button, Flex, Typography } from '@strapi/design-system';

interface Props {
  page: number;
  pageCount: number;
  total: number;
  onPage: (page: number) => void;
}

/** Forwards and backwards through a list that has more than one page. */
export const ListPages = ({ page, pageCount, total, onPage }: Props) =>
  pageCount < 2 ? null : (
    <Flex tag="nav" aria-label="Pages of this list" gap={4} paddingTop={4} wrap="wrap">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous page
      </Button>
      <Typography>{`Page ${page} of ${pageCount}, ${total} in all`}</Typography>
      <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
        Next page
      </Button>
    </Flex>
  );
