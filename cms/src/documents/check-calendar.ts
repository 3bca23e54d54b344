import type { Core } from '@strapi/strapi';
import { calendarError, isCalendarType } from 'shared';
import { labelOfPath, labelsOf } from '#src/http/plain-errors';
import { type FieldError, throwIfInvalid } from './check-before-publishing';
import type { ChangeMiddleware } from './document-rules';
import { modelsOf, typedValues } from './typed-values';

/**
 * Refuses days, times and instants that don't exist, or are in a year that nobody means, in any type and its
 * components. The database would refuse some of them with an error for developers, and store others as another day.
 */
export const checkCalendar =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    const errors: FieldError[] = [];
    for (const { field, type, value } of typedValues(modelsOf(strapi), uid, params.data)) {
      if (!isCalendarType(type) || calendarError(type, field, value) === null) continue;
      const label = await labelOfPath(labelsOf(strapi), uid, field.split('.'));
      errors.push({ field, message: calendarError(type, label, value) ?? '' });
    }
    throwIfInvalid(errors);
    return next();
  };
