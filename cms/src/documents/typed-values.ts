import type { Core, UID } from '@strapi/strapi';

/** The part of a content type or component of Strapi that is needed here. */
interface Model {
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly required?: boolean; readonly component?: string }>
  >;
}

export type ModelOf = (uid: string) => Model | undefined;

/** Returns what finds a content type or component by its identifier. */
export const modelsOf =
  (strapi: Core.Strapi): ModelOf =>
  (uid) =>
    strapi.contentTypes[uid as UID.ContentType] ?? strapi.components[uid as UID.Component];

/** A value that is entered into a field. */
interface TypedValue {
  /** Where it is in the document, such as `sessions.0.day`. */
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  readonly value: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the values in data for a document, those in its components included. What is not entered is left out. */
export const typedValues = (modelOf: ModelOf, uid: string, data: unknown, path = ''): TypedValue[] => {
  if (!isRecord(data)) return [];
  return Object.entries(modelOf(uid)?.attributes ?? {}).flatMap(([name, { type, required = false, component }]) => {
    const value = data[name];
    const field = `${path}${name}`;
    if (component !== undefined)
      return Array.isArray(value)
        ? value.flatMap((entry, index) => typedValues(modelOf, component, entry, `${field}.${index}.`))
        : typedValues(modelOf, component, value, `${field}.`);
    return value === undefined ? [] : [{ field, type, required, value }];
  });
};
