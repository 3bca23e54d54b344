import type { Core, UID } from '@strapi/strapi';
import { isVisible } from 'shared';
import { type FieldError, throwIfInvalid } from './check-before-publishing';
import type { ChangeMiddleware } from './document-rules';

/** The part of a content type or component of Strapi that is needed here. */
interface Model {
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly required?: boolean; readonly component?: string }>
  >;
}

type ModelOf = (uid: string) => Model | undefined;

const textTypes: ReadonlySet<string> = new Set(['string', 'text', 'richtext', 'email', 'uid']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmptied = (value: unknown): boolean => value === null || (typeof value === 'string' && !isVisible(value));

/**
 * Returns an error for each required text that is entered, but shows nothing: spaces and invisible characters are no
 * name. Strapi accepts them, and even an empty text. What is not entered at all keeps its value, or Strapi refuses it.
 */
export const blankTexts = (modelOf: ModelOf, uid: string, data: unknown, path = ''): FieldError[] => {
  if (!isRecord(data)) return [];
  return Object.entries(modelOf(uid)?.attributes ?? {}).flatMap(([name, { type, required, component }]) => {
    const value = data[name];
    const field = `${path}${name}`;
    if (component !== undefined)
      return Array.isArray(value)
        ? value.flatMap((entry, index) => blankTexts(modelOf, component, entry, `${field}.${index}.`))
        : blankTexts(modelOf, component, value, `${field}.`);
    return required && textTypes.has(type) && value !== undefined && isEmptied(value)
      ? [{ field, message: 'This has to be filled in.' }]
      : [];
  });
};

/** Refuses to store blanks in required texts of any type, its components included. */
export const requireTexts =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    const modelOf: ModelOf = (name) =>
      strapi.contentTypes[name as UID.ContentType] ?? strapi.components[name as UID.Component];
    throwIfInvalid(blankTexts(modelOf, uid, params.data));
    return next();
  };
