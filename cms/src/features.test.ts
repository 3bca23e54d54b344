import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from './features';

const permissions = features.flatMap((feature) => feature.permissions ?? []);
const endpoints = features.flatMap((feature) => feature.adminEndpoints ?? []);
const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('the features', () => {
  it('have permissions, names, jobs, actions and views of their own', () => {
    expect(repeated(features.map(({ name }) => name))).toEqual([]);
    expect(repeated(permissions.map(({ action }) => action))).toEqual([]);
    expect(repeated(features.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)))).toEqual([]);
    expect(repeated(features.flatMap(({ siteActions = [] }) => siteActions))).toEqual([]);
    expect(repeated(features.flatMap(({ views = [] }) => views.map(({ uid }) => uid)))).toEqual([]);
    expect(repeated(endpoints.map(({ method, path }) => `${method} ${path}`))).toEqual([]);
  });
  it('protect their endpoints with permissions that are registered', () => {
    for (const { permission } of endpoints) expect(permissions).toContain(permission);
  });
  it('name an index once', () => {
    const indexes = features.flatMap((feature) => feature.indexes ?? []);
    const names = indexes.map((statement) => /if not exists (\w+)/.exec(statement)?.[1] ?? statement);
    expect(repeated(names)).toEqual([]);
  });
});

interface ContentType {
  collectionName: string;
  attributes: Record<string, { type: string }>;
}

/** Attributes that say who someone is, or how to reach them. */
const isPersonal = (attribute: string): boolean => /^(to|name|text)$|email|address|mailbox|phone/i.test(attribute);

/** Tables whose names and addresses are published: of the practice, its authors and its venues. */
const publicTables = ['authors', 'pages', 'practices', 'topics', 'workshops'];

describe('a feature with personal data', () => {
  const tablesOf = (folder: string) =>
    globSync(`api/${folder}/content-types/*/schema.json`, { cwd: __dirname })
      .map((file) => JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as ContentType)
      .filter(({ attributes }) => Object.keys(attributes).some(isPersonal))
      .map(({ collectionName }) => collectionName)
      .filter((table) => !publicTables.includes(table));
  const folders = [...new Set(globSync('api/*/feature.ts', { cwd: __dirname }))].map((file) =>
    path.basename(path.dirname(file)),
  );
  const personalTables = folders.flatMap(tablesOf);

  it('is found by the attributes of its content types', () => {
    expect(personalTables).toEqual(expect.arrayContaining(['comments', 'mailboxes', 'emails', 'registrations']));
  });

  it('says how the data in each of its tables is found and erased', () => {
    const erasable = features.flatMap(({ personalData }) => (personalData === 'none' ? [] : personalData.tables));
    expect(personalTables.filter((table) => !erasable.includes(table))).toEqual([]);
  });
});
