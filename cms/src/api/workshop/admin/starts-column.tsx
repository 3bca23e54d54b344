import { Typography } from '@strapi/design-system';
import { startsLabel } from './workshop-labels';

interface Column {
  name: string;
}

interface Listed {
  startsAt?: string | null;
  timeZone?: string;
}

const begins = ({ startsAt, timeZone }: Listed) => (
  <Typography textColor="neutral800">
    {startsAt && timeZone ? startsLabel({ starts: startsAt, timeZone }) : 'No date yet'}
  </Typography>
);

/** Formats the start column of the content manager's list, which holds an instant. */
export const withStartsColumn = <Lists extends { displayedHeaders: Column[] }>(lists: Lists): Lists => ({
  ...lists,
  displayedHeaders: lists.displayedHeaders.map((column) =>
    column.name === 'startsAt' ? { ...column, cellFormatter: begins } : column,
  ),
});
