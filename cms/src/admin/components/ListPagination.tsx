import { NextLink, Pagination, PreviousLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

interface Props {
  /** From 1. */
  page: number;
  pageCount: number;
  total: number;
  /** Returns the address of a page, such as `?page=2`. */
  hrefOf: (page: number) => string;
}

/** Previous and next page of a list; nothing where there is only one page. */
export const ListPagination = ({ page, pageCount, total, hrefOf }: Props) =>
  pageCount < 2 ? null : (
    <Pagination activePage={page} pageCount={pageCount} label="Pages of this list">
      <PreviousLink tag={Link} to={hrefOf(Math.max(1, page - 1))}>
        Previous page
      </PreviousLink>
      <Typography>{`Page ${page} of ${pageCount}, ${total} in total`}</Typography>
      <NextLink tag={Link} to={hrefOf(Math.min(pageCount, page + 1))}>
        Next page
      </NextLink>
    </Pagination>
  );
