/*
 * What readers can see, as SQL conditions on a row by its alias. They are text and not parameters: SQLite uses a
 * partial index only when its condition is part of the statement.
 */

export const readable = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state = 'approved' and ${row}.hidden = false`;

/** The first comment of a thread has a place on the page if it, or a reply to its removed text, can be read. */
export const hasPlace = (row: string): string =>
  `${row}.root_id is null and ${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed')
   and ${row}.hidden = false
   and (${row}.state = 'approved'
     or exists (select 1 from comments below where below.root_id = ${row}.id and ${readable('below')}))`;

/**
 * A reply has a place below its root if it, or an answer to its removed text, can be read. Says nothing about the root.
 */
export const hasPlaceBelow = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed') and ${row}.hidden = false
   and (${row}.state = 'approved'
     or exists (select 1 from comments below where below.parent_id = ${row}.id and ${readable('below')}))`;
