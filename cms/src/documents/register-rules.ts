import type { Core } from '@strapi/strapi';
import { type ChangeMiddleware, onChange } from './change';

/** From the outside in: a rule sees what the rules of earlier phases made of the change. */
const phases = [
  /** One change at a time, stored completely or not at all. */
  'transaction',
  /** `create` and `update` with status `published` become two changes. */
  'publish',
  'copy',
  'validate',
  'complete',
  'slug',
  'check-before-publishing',
  'date',
  'redirect',
  /** Inside it, rows of features are locked before the versions of cache tags are, as in every other transaction. */
  'cache-tag',
  'store',
] as const;

/** A rule about documents of some types, and when it takes its turn. */
export interface DocumentRule {
  readonly phase: (typeof phases)[number];
  readonly rule: (strapi: Core.Strapi) => ChangeMiddleware;
}

/** Registers the rules, by phase; within a phase in the order given. From `register`. */
export const registerDocumentRules = (strapi: Core.Strapi, rules: readonly DocumentRule[]): void => {
  for (const phase of phases) {
    for (const { rule } of rules.filter((one) => one.phase === phase)) onChange(strapi, rule(strapi));
  }
};
