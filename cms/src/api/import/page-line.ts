import type { Run } from './source';

/** What a file with markup says of a line: a heading, an item of a list (by its number on the page), a quotation. */
export type LineForm =
  { kind: 'heading'; level: 2 | 3 } | { kind: 'item'; ordered: boolean; list: number } | { kind: 'quote' };

/**
 * A line of the page that says something. `number` counts from 1 in the file; `apart`: an empty line stands before it.
 * `runs`: its words by their style, if they have any. `lost`: what stands beside it and can't become text.
 */
export interface PageLine {
  text: string;
  number: number;
  apart: boolean;
  form?: LineForm;
  runs?: Run[];
  lost?: string[];
}
