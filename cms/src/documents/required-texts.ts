import type { Core } from '@strapi/strapi';
import { isVisible } from 'shared';
import { type FieldError, throwIfInvalid } from './check-before-publishing';
import type { ChangeMiddleware } from './document-rules';
import { type ModelOf, modelsOf, typedValues } from './typed-values';

const textTypes: ReadonlySet<string> = new Set(['string', 'text', 'richtext', 'email', 'uid']);

const isEmptied = (value: unknown): boolean => value === null || (typeof value === 'string' && !isVisible(value));

/**
 * Returns an error for each required text that is entered, but shows nothing: spaces and invisible characters are no
 * name. Strapi accepts them, and even an empty text. What is not entered at all keeps its value, or Strapi refuses it.
 */
export const blankTexts = (modelOf: ModelOf, uid: string, data: unknown): FieldError[] =>
  typedValues(modelOf, uid, data)
    .filter(({ type, required, value }) => required && textTypes.has(type) && isEmptied(value))
    .map(({ field }) => ({ field, message: 'This has to be filled in.' }));

/** Refuses to store blanks in required texts of any type, its components included. */
export const requireTexts =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    throwIfInvalid(blankTexts(modelsOf(strapi), uid, params.data));
    return next();
  };
