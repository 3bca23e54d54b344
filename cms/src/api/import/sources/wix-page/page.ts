import type { WrittenDay } from '#src/api/import/dates';

/**
 * A line of the page that says something. `number` counts from 1 in the file; `apart`: an empty line stands before it.
 */
export interface PageLine {
  text: string;
  number: number;
  apart: boolean;
}

/** A day as the page writes it, or one that it counts back from today ("2 days ago"). */
export type HeadDay = { written: WrittenDay } | { counted: string };

/** What stands above the words of a post. `bodyStart` is the index of the first line after it. */
export interface PageHead {
  title: string;
  author: string | null;
  published: HeadDay & { text: string };
  updated: (HeadDay & { text: string }) | null;
  readingTime: string;
  before: PageLine[];
  bodyStart: number;
}
