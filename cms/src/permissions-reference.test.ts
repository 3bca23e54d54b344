import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from './features';
import { type ContentAccess, contentRights, type OpenType } from './security/content-access';
import type { RoleKey } from './security/permission';

interface Model {
  info: { displayName: string };
  attributes: Record<string, { type: string; component?: string; searchable?: boolean }>;
}

const read = (file: string): Model => JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as Model;

/** Every content type and component by its name in Strapi, read from its schema. */
const models = new Map<string, Model>([
  ...globSync('api/*/content-types/*/schema.json', { cwd: __dirname }).map((file) => {
    const [, folder, , name] = file.split(path.sep);
    return [`api::${folder}.${name}`, read(file)] as const;
  }),
  ...globSync('components/*/*.json', { cwd: __dirname }).map((file) => {
    const [, category, name] = file.split(path.sep);
    return [`${category}.${path.basename(name ?? '', '.json')}`, read(file)] as const;
  }),
]);

const types = features.flatMap(({ contentAccess = [] }) => contentAccess);
const components = features.flatMap(({ componentAccess = [] }) => componentAccess);
const rules = { types, components, modelOf: (uid: string) => models.get(uid) };
const openTypes = types.filter((type): type is OpenType => !('closed' in type));
const roles = ['counsellor', 'webTeam'] as const satisfies readonly RoleKey[];
const attributesOf = (uid: string): string[] => Object.keys(models.get(uid)?.attributes ?? {});

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const named = (uid: string): string => `${models.get(uid)?.info.displayName} (\`${uid}\`)`;
const roleNames = { counsellor: 'the counsellor', webTeam: 'the web team' } as const;

const openTypeText = ({ uid, documents, groups }: OpenType): string => {
  const rows = groups.map(
    ({ fields, counsellor = '–', webTeam = '–' }) => `| ${code(fields)} | ${counsellor} | ${webTeam} |`,
  );
  const whole = Object.entries(documents ?? {}).map(
    ([role, rights]) => `Whole documents: ${roleNames[role as RoleKey]} may ${rights.join(', ')}.`,
  );
  return [
    `#### ${named(uid)}`,
    ['| fields | counsellor | web team |', '|---|---|---|', ...rows].join('\n'),
    ...whole,
  ].join('\n\n');
};

const closedTypeText = (type: ContentAccess): string[] =>
  'closed' in type ? [`- ${named(type.uid)}: ${type.closed}`] : [];

const permissions = features.flatMap((feature) => feature.permissions ?? []);
const endpoints = features.flatMap((feature) => feature.adminEndpoints ?? []);

const permissionText = ({ action, displayName, roles: holders }: (typeof permissions)[number]): string => {
  const calls = endpoints
    .filter(({ permission }) => permission.action === action)
    .map(({ method, path: address }) => `- \`${method} /quiet-room${address}\``);
  const who = holders.map((role) => roleNames[role]).join(', ');
  return [`#### ${displayName}`, `\`${action}\`, held by ${who} and the super admin.`, calls.join('\n')].join('\n\n');
};

const siteText = features
  .filter(({ siteActions = [] }) => siteActions.length > 0)
  .map(({ name, siteActions = [] }) => `- ${name}: ${code(siteActions)}`);

const generated = `## The list

### Content, field by field

A component, such as \`seo\`, is open with all of its fields that are named further down. “–” means closed: the role neither
reads nor changes it.

${openTypes.map(openTypeText).join('\n\n')}

#### Closed to both roles

${types.flatMap(closedTypeText).join('\n')}

#### Components

${components.map(({ uid, fields }) => `- ${named(uid)}: ${code(fields)}`).join('\n')}

### The admin’s own endpoints

Each endpoint needs someone who is signed in and has its permission; everyone else gets 401 or 403.

${permissions.map(permissionText).join('\n\n')}

### The site’s token

The site calls the content API with one token (\`WEB_TOKEN\`), which may do the following and read
\`api::cache-tag.cache-tag.find\`. Visitors never reach the content API.

${siteText.join('\n')}
`;

describe('the permissions', () => {
  it('are listed in docs/reference/permissions.md', async () => {
    const file = path.join(__dirname, '../../docs/reference/permissions.md');
    const parts = readFileSync(file, 'utf8').split(/(<!-- Generated .* -->\n|<!-- End of the generated part. -->\n)/);
    expect(parts).toHaveLength(5);
    const [before, start, , end, after] = parts;
    await expect([before, start, '\n', generated, '\n', end, after].join('')).toMatchFileSnapshot(file);
  });

  it('name every content type and component once', () => {
    const all = [...types, ...components].map(({ uid }) => uid);
    expect(all.sort()).toEqual([...models.keys()].sort());
  });

  it.each(openTypes.map(({ uid, groups }) => [uid, groups] as const))('name every field of %s once', (uid, groups) => {
    expect(groups.flatMap(({ fields }) => fields).sort()).toEqual(attributesOf(uid).sort());
  });

  it.each(components.map(({ uid, fields }) => [uid, fields] as const))('name every field of %s once', (uid, fields) => {
    expect([...fields].sort()).toEqual(attributesOf(uid).sort());
  });

  it('keep a search from finding what one of the roles that see the type may not read', () => {
    for (const role of roles)
      for (const { uid, fields = [] } of contentRights(rules, role).filter(({ action }) => action === 'read')) {
        const closed = Object.entries(models.get(uid)?.attributes ?? {}).filter(
          ([name, { type }]) => ['string', 'text', 'uid', 'email'].includes(type) && !fields.includes(name),
        );
        expect(closed.filter(([, { searchable }]) => searchable !== false).map(([name]) => `${uid} ${name}`)).toEqual(
          [],
        );
      }
  });

  it('give the web team nothing of what readers send, nor how it reaches the counsellor, is kept or paid for', () => {
    const rights = contentRights(rules, 'webTeam').filter(({ uid }) => uid === 'api::practice.practice');
    const readable = rights.find(({ action }) => action === 'read')?.fields ?? [];
    const changeable = rights.find(({ action }) => action === 'update')?.fields ?? [];
    const closed = /^(comments|workshops|savedReplies|checklist|messageChecklist)(\.|$)/;
    expect(readable.filter((name) => closed.test(name))).toEqual([]);
    expect(changeable.filter((name) => /^(helpLines|email|phone|bookingUrl)(\.|$)/.test(name))).toEqual([]);
    expect(rights.map(({ action }) => action)).toEqual(['read', 'update']);
  });
});
