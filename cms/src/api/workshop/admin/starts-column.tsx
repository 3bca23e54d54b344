import { Typography } from '@strapi/design-system';
import { whenInWords } from './workshop-labels';

interface Column {
  name: string;
}

interface Listed {
  startsAt?: string | null;
  timeZone?: string;
}

const begins = ({ startsAt, timeZone }: Listed) => (
  <Typography textColor="neutral800">
    {startsAt && timeZone ? whenInWords({ starts: startsAt, timeZone }) : 'No date yet'}
  </Typography>
);

/** Says in the content manager's list when a workshop begins, as people say it: the column itself holds an instant. */
export const withWhen = <Lists extends { displayedHeaders: Column[] }>(lists: Lists): Lists => ({
  ...lists,
  displayedHeaders: lists.displayedHeaders.map((column) =>
    column.name === 'startsAt' ? { ...column, cellFormatter: begins } : column,
  ),
});
