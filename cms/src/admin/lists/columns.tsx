import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { DocumentState, type State } from './DocumentState';

interface ListedDocument {
  readonly status?: State;
  readonly [field: string]: unknown;
}

interface Column {
  name: string;
  cellFormatter?: (row: ListedDocument) => ReactNode;
}

/** What Strapi hands to those who change the columns of a list. */
interface List {
  displayedHeaders: Column[];
  layout: { options?: { draftAndPublish?: boolean } };
}

/** Marked for look.css, which hides Strapi's own column with the same. */
const StatusCell = ({ status = 'draft' }: ListedDocument) => (
  <span data-status>
    <DocumentState state={status} />
  </span>
);

const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const dateCell = (name: string) => {
  const DateCell = (row: ListedDocument) => {
    const value = row[name];
    return (
      <Typography textColor="neutral800">
        {typeof value === 'string' ? shortDate.format(new Date(value)) : '–'}
      </Typography>
    );
  };
  return DateCell;
};

const dates: ReadonlySet<string> = new Set(['published', 'updatedAt', 'createdAt']);

/** The column that Strapi adds as the last one, out of sight on most screens, is hidden by look.css. */
const statusColumn = {
  name: 'state',
  label: { id: 'quiet-room.status', defaultMessage: 'Status' },
  attribute: { type: 'custom' },
  searchable: false,
  sortable: false,
  cellFormatter: StatusCell,
};

/** Shows the status as the second column of a list, and dates without weekday and time. */
export const withShortColumns = <L extends List>(list: L): L => {
  const [first, ...others] = list.displayedHeaders.map((column) =>
    dates.has(column.name) && column.cellFormatter === undefined
      ? { ...column, cellFormatter: dateCell(column.name) }
      : column,
  );
  if (first === undefined) return list;
  const status = list.layout.options?.draftAndPublish === true ? [statusColumn] : [];
  return { ...list, displayedHeaders: [first, ...status, ...others] };
};
