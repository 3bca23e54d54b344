import type { Core } from '@strapi/strapi';
import { labelOfPath, labelsOf } from '#src/http/plain-errors';
import { type FieldError, throwIfInvalid } from './check-before-publishing';
import type { ChangeMiddleware } from './document-rules';
import { modelsOf, typedValues } from './typed-values';

/** Returns whether a number has more than the two decimals that a column for decimals keeps. */
export const hasTooManyDecimals = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false;
  const number = Number(value);
  return Number.isFinite(number) && Number(number.toFixed(2)) !== number;
};

/** Refuses amounts and hours that would be stored as others: PostgreSQL makes £0 of a thousandth of a pound. */
export const checkDecimals =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    const errors: FieldError[] = [];
    for (const { field, type, value } of typedValues(modelsOf(strapi), uid, params.data)) {
      if (type !== 'decimal' || !hasTooManyDecimals(value)) continue;
      const label = await labelOfPath(labelsOf(strapi), uid, field.split('.'));
      errors.push({ field, message: `“${label}” can have two decimals at most, such as 12.50.` });
    }
    throwIfInvalid(errors);
    return next();
  };
