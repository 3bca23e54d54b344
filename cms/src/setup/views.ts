import type { Core } from '@strapi/strapi';

interface Metadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: Record<string, unknown>;
}

interface Model {
  uid: string;
  attributes: Record<string, unknown>;
}

/** The parts of the content manager's two view services that are used here. */
interface ViewService {
  findConfiguration(model: Model): Promise<Configuration>;
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>;
}

type ContentTypes = ViewService & { findContentType(uid: string): Model | undefined };
type Components = ViewService & { findComponent(uid: string): Model | undefined };

const inWords = (metadatas: Configuration['metadatas'], { fields }: View): Configuration['metadatas'] => {
  const named = Object.entries(fields).map(([field, { label, help = '', placeholder = '' }]) => {
    const { edit = {}, list = {} } = metadatas[field] ?? {};
    return [field, { edit: { ...edit, label, description: help, placeholder }, list: { ...list, label } }] as const;
  });
  const times = { updatedAt: 'Last saved', createdAt: 'Created' };
  const technical = Object.entries(times).flatMap(([field, label]) => {
    const known = metadatas[field];
    return known ? [[field, { ...known, list: { ...known.list, label } }] as const] : [];
  });
  return { ...metadatas, ...Object.fromEntries([...technical, ...named]) };
};

const applyTo = async (service: ViewService, model: Model | undefined, view: View): Promise<void> => {
  const shown = [...view.rows.flat().map(([name]) => name), ...Object.keys(view.fields)];
  const missing = model ? shown.filter((name) => !(name in model.attributes)) : [view.uid];
  if (!model || missing.length > 0)
    throw new Error(`The view of ${view.uid} names what does not exist: ${missing.join(', ')}`);
  const current = await service.findConfiguration(model);
  const list = view.list && {
    defaultSortBy: view.list.sortBy,
    defaultSortOrder: view.list.order,
    pageSize: view.list.pageSize,
  };
  await service.updateConfiguration(model, {
    settings: { ...current.settings, mainField: view.mainField, ...list },
    metadatas: inWords(current.metadatas, view),
    layouts: {
      list: view.list?.columns ?? [view.mainField],
      edit: view.rows.map((row) => row.map(([name, size]) => ({ name, size }))),
    },
  });
};

/**
 * Sets how the admin shows every type, at each start. Overwrites what was rearranged by hand, so that every
 * installation looks like the manual.
 *
 * @throws Error when a view names a field that its type does not have
 */
export const applyViews = async (strapi: Core.Strapi, views: readonly View[]): Promise<void> => {
  const contentManager = strapi.plugin('content-manager');
  const types = contentManager.service('content-types') as unknown as ContentTypes;
  const components = contentManager.service('components') as unknown as Components;
  for (const view of views) {
    if (view.uid.startsWith('api::')) await applyTo(types, types.findContentType(view.uid), view);
    else await applyTo(components, components.findComponent(view.uid), view);
  }
};

/** The label and help text of one field; `placeholder` is shown while it is empty. */
interface FieldWords {
  label: string;
  help?: string;
  placeholder?: string;
}

/** How the admin shows one content type or component. Fields that are in no row are not shown. */
export interface View {
  uid: string;
  mainField: string;
  /** Content types only: the columns of the list and what it is sorted by. */
  list?: { columns: readonly string[]; sortBy: string; order: 'ASC' | 'DESC'; pageSize: number };
  /** Rows of fields with their width in twelfths; text blocks and components always take a whole row. */
  rows: readonly (readonly (readonly [field: string, width: number])[])[];
  fields: Readonly<Record<string, FieldWords>>;
}
