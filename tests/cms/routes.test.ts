import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
type Method = (typeof methods)[number];
interface Route {
  method: Method;
  path: string;
}
type Ask = (route: Route) => Promise<number>;

let cms: CmsHere;
let superAdmin: SignedIn;
/** The counsellor and the web team. */
let roles: SignedIn[];

/** Nothing has this number, so that what is asked for real changes nothing. */
const nobody = '999999';
const parameters: Record<string, string> = {
  model: 'api::post.post',
  contentType: 'api::post.post',
  uid: 'api::none.none',
};

const addressOf = ({ path }: Route): string =>
  path
    .replace('single-types/:model', 'single-types/api::practice.practice')
    .replace('content-manager/content-types/:uid', 'content-manager/content-types/api::post.post')
    .replace('content-manager/components/:uid', 'content-manager/components/search.seo')
    .replace(/\([^/]*\)$|\(\(.*\)$/, 'none')
    .replace(/\/:(\w+)/g, (_all, name: string) => `/${parameters[name] ?? nobody}`);

const routesOf = ({ strapi }: CmsHere): Route[] => {
  const layers = strapi.server.listRoutes() as { path: string | RegExp; methods: string[] }[];
  const routes = layers.flatMap((layer) =>
    methods.filter((method) => layer.methods.includes(method)).map((method) => ({ method, path: String(layer.path) })),
  );
  const unique = new Map(routes.map((route) => [`${route.path} ${route.method}`, route]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route);
};

const anonymously: Ask = async (route) => {
  const agent = request(cms.strapi.server.httpServer);
  return (await send(agent, route)).status;
};
const send = (agent: ReturnType<typeof request>, route: Route): request.Test => {
  const verb = route.method.toLowerCase() as 'get';
  return agent[verb](addressOf(route));
};
const asSite: Ask = async (route) =>
  (await send(request(cms.strapi.server.httpServer), route).set('authorization', `Bearer ${process.env.WEB_TOKEN}`))
    .status;
const as = ({ get, post, put, del }: SignedIn): Ask => {
  const verbs = { GET: get, POST: post, PUT: put, DELETE: del };
  return async (route) => (await verbs[route.method](addressOf(route))).status;
};

/** The names that bodies of the admin use, each with a value that none of them takes. */
const withEvery = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    [
      'data',
      'documentIds',
      'documents',
      'email',
      'entity',
      'fieldName',
      'fileIds',
      'fileInfo',
      'firstname',
      'folderIds',
    ]
      .concat(['id', 'ids', 'layout', 'locale', 'name', 'order', 'password', 'permissions', 'roles', 'slug', 'sort'])
      .concat(['title', 'uid', 'version', 'widgets', 'destinationFolderId', 'currentPassword', 'releases', 'body'])
      .map((name) => [name, value]),
  );
const wrongBodies: unknown[] = [
  [1, null],
  ...[null, 7, 'text', true, [null], [7], ['text'], { a: { b: 1 } }, [{ a: null }], -1e300].map(withEvery),
];

/** Of kinds that the query builders of Strapi, knex or a database can't use. */
const wrongQueries = [
  '_q[]=a',
  'filters[$and]=1',
  'filters[id][$between]=1',
  'filters[createdAt]=x',
  'filters[id]=%00',
  'filters[id][$lt]=99999999999999999999',
  'sort[id][a]=asc',
  'documentIds[a]=x',
  'page=x&pageSize=-1',
  'populate[0][0]=x',
  'locale[a]=b',
];
const wrongIds = ['text', '%00', '99999999999999999999', 'constructor', '-1'];

const heading = `# Every route of the CMS and who is let in: anybody else is refused with 401, 403 or 405.
# “site” is the site's token. When this changes on purpose: npx vitest run -u --project cms-sqlite cms/routes
`;

const isLetIn = (status: number): boolean => status !== 401 && status !== 403 && status !== 405;

/** Asked by somebody who is signed in, these would end the session that the other questions are asked in. */
const endsSession = ({ method, path }: Route): boolean =>
  path === '/admin/logout' || (method === 'DELETE' && path.includes('/me/sessions'));

describe('the routes of the CMS', () => {
  let routes: Route[] = [];
  let firstAdmin = 0;
  const open = new Map<Route, string[]>();
  /** Those that failed at a request without a body. */
  const failed = new Set<string>();
  const askAs = async (who: string, ask: Ask) => {
    for (const route of routes) {
      if (endsSession(route) && who !== 'anyone') continue;
      const status = await ask(route);
      if (status === 500) failed.add(`${route.method} ${route.path}`);
      if (isLetIn(status)) open.set(route, [...(open.get(route) ?? []), who]);
    }
  };

  beforeAll(async () => {
    cms = await startCmsHere();
    routes = routesOf(cms);
    // Before anybody knocks at the doors of accounts, which let few knock in a row.
    const me = { email: 'me@example.org', password: 'Abcdefgh1234', firstname: 'Me' };
    firstAdmin = (await request(cms.strapi.server.httpServer).post('/admin/register-admin').send(me)).status;
    const webTeam = await signIn(cms, cms.logins.webTeam);
    const counsellor = await signIn(cms, cms.logins.counsellor);
    roles = [webTeam, counsellor];
    superAdmin = await signIn(cms, cms.logins.emergency);
    const emergency = as(superAdmin);
    await askAs('anyone', anonymously);
    await askAs('site', asSite);
    await askAs('web team', as(webTeam));
    await askAs('counsellor', as(counsellor));
    await askAs('emergency', emergency);
  }, 240_000);
  afterAll(() => cms.stop());

  it('may be called by whom routes.txt says', async () => {
    const line = (route: Route): string => {
      const who = open.get(route) ?? (endsSession(route) ? ['ends a session: asked anonymously only'] : ['nobody']);
      return `${route.method.padEnd(6)} ${route.path.padEnd(86)} ${who.includes('anyone') ? 'anyone' : who.join(', ')}`;
    };
    await expect(`${heading}\n${routes.map(line).join('\n')}\n`).toMatchFileSnapshot('./routes.txt');
  });

  it('do not fail at a request without a body', () => {
    expect([...failed].sort()).toEqual([]);
  });

  it('do not fail at a body of another kind than expected', async () => {
    const failing = new Set<string>();
    for (const route of routes.filter((one) => one.method !== 'GET' && open.get(one)?.includes('emergency'))) {
      if (endsSession(route)) continue;
      const { post, put, del } = superAdmin;
      const write = { POST: post, PUT: put, DELETE: del, GET: superAdmin.get }[route.method];
      for (const body of wrongBodies) {
        const { status } = await write(addressOf(route)).send(body as object);
        if (status >= 500) failing.add(`${route.method} ${route.path} ${JSON.stringify(body).slice(0, 60)}`);
      }
    }
    expect([...failing]).toEqual([]);
  }, 240_000);

  it('do not fail at a query or an address of another kind than expected', async () => {
    const failing = new Set<string>();
    const failsAt = async (address: string) => {
      const { status } = await superAdmin.get(address);
      if (status >= 500) failing.add(address);
    };
    for (const route of routes.filter((one) => one.method === 'GET' && open.get(one)?.includes('emergency'))) {
      for (const query of wrongQueries) await failsAt(`${addressOf(route)}?${query}`);
      if (/\/:\w+/.test(route.path))
        for (const id of wrongIds)
          await failsAt(route.path.replace(/\([^/]*\)$|\(\(.*\)$/, id).replace(/\/:\w+/g, `/${id}`));
    }
    for (const field of ['createdBy', 'localizations', 'author', 'none', 'constructor'])
      for (const path of [`api::post.post/${field}`, `api::post.post/1/${field}`, `admin::role/${field}`])
        await failsAt(`/content-manager/relations/${path}`);
    for (const path of ['admin::role/users', 'plugin::upload.file/related', 'api::author.author/posts'])
      for (const query of [...wrongQueries, '_q=a&_filter=$between', '_q=a&_filter=$jsonSupersetOf', 'id=x'])
        await failsAt(`/content-manager/relations/${path}?${query}`);
    expect([...failing]).toEqual([]);
  }, 240_000);

  it('answer a relation that nobody may read, or that does not exist, with 4xx to every role', async () => {
    for (const { get } of [...roles, superAdmin]) {
      const statusOf = async (path: string) => (await get(`/content-manager/relations/${path}`)).status;
      expect(await statusOf('api::post.post/createdBy')).toBe(403);
      expect(await statusOf('api::post.post/none')).toBe(404);
      expect(await statusOf('constructor/author')).toBe(404);
    }
    expect((await superAdmin.get('/content-manager/relations/api::post.post/author')).status).toBe(200);
  });

  it('of Strapi are open only where somebody needs them, and every one that is needed exists', () => {
    const { neededRoutes } = cmsPart<{ neededRoutes: Record<string, string[]> }>('http/strapi-routes/needed-routes.js');
    const needed = Object.values(neededRoutes).flat();
    const ofStrapi = /^\/(admin|content-manager|content-type-builder|email|i18n|upload)(\/|$)/;
    const address = ({ method, path }: Route): string => `${method} ${path}`;
    const existing = routes.filter(({ path }) => ofStrapi.test(path));
    expect(needed.filter((one) => !existing.some((route) => address(route) === one))).toEqual([]);
    const unneeded = existing.filter((route) => !needed.includes(address(route)));
    expect(unneeded.length).toBeGreaterThan(50);
    expect(unneeded.filter((route) => open.has(route)).map(address)).toEqual([]);
  });

  it('that the site or anybody may read answer HEAD as they answer GET, without a body', async () => {
    const isRead = (route: Route) =>
      route.method === 'GET' && open.get(route)?.some((who) => /^(?:site|anyone)$/.test(who));
    const shapeOf = ({ status, headers }: request.Response) => ({
      status,
      headers: { ...headers, date: '', 'x-request-id': '' },
    });
    const readable = routes.filter(isRead);
    expect(readable.length).toBeGreaterThan(15);
    for (const route of readable) {
      const ask = (verb: 'get' | 'head') =>
        request(cms.strapi.server.httpServer)
          [verb](addressOf(route))
          .set('authorization', `Bearer ${process.env.WEB_TOKEN}`);
      const head = await ask('head');
      expect(shapeOf(head), route.path).toEqual(shapeOf(await ask('get')));
      expect(head.text ?? '', route.path).toBe('');
    }
  });

  it('let nobody send an email, change settings of Strapi, or make a token or a webhook', () => {
    const closed = [
      'POST /email',
      'POST /email/test',
      'PUT /i18n/settings',
      'PUT /upload/settings',
      'PUT /content-manager/components/:uid/configuration',
      'PUT /content-manager/content-types/:uid/configuration',
      'POST /content-type-builder/update-schema',
      'POST /admin/api-tokens',
      'POST /admin/transfer/tokens',
      'POST /admin/webhooks',
      'PUT /admin/roles/:id/permissions',
    ];
    for (const one of closed) {
      const route = routes.find(({ method, path }) => `${method} ${path}` === one);
      expect(route, one).toBeDefined();
      expect(route && open.get(route), one).toBeUndefined();
    }
  });

  it('let the site read and send what the contracts name, and nothing else', () => {
    const site = routes.filter((route) => open.get(route)?.includes('site') && !open.get(route)?.includes('anyone'));
    expect(site.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/cache-tags',
      'POST /api/call-feed',
      'GET /api/calls',
      'POST /api/calls',
      'GET /api/certificates/:number',
      'POST /api/certificates/:number/compare',
      'GET /api/comments/:number',
      'POST /api/comments/:number/reports',
      'GET /api/contact',
      'POST /api/decision-links/decide',
      'POST /api/decision-links/look',
      'POST /api/enquiries',
      'POST /api/mailboxes/confirm',
      'POST /api/mailboxes/disown',
      'POST /api/mailboxes/look',
      'POST /api/mailboxes/resubscribe',
      'POST /api/mailboxes/unsubscribe',
      'GET /api/pages/:slug',
      'GET /api/posts',
      'GET /api/posts/:slug',
      'GET /api/posts/:slug/comments',
      'POST /api/posts/:slug/comments',
      'GET /api/posts/:slug/latest-comments',
      'GET /api/practice',
      'POST /api/private-calls/calendar',
      'POST /api/private-calls/cancel',
      'POST /api/private-calls/look',
      'POST /api/private-calls/move',
      'POST /api/private-comments/change',
      'POST /api/private-comments/delete',
      'POST /api/private-comments/look',
      'POST /api/private-comments/remove-name',
      'POST /api/private-comments/renew-link',
      'POST /api/private-comments/write-back',
      'POST /api/private-enquiries/add',
      'POST /api/private-enquiries/look',
      'POST /api/private-enquiries/withdraw',
      'POST /api/private-registrations/accept',
      'POST /api/private-registrations/calendar',
      'POST /api/private-registrations/cancel',
      'POST /api/private-registrations/certificate',
      'POST /api/private-registrations/change',
      'POST /api/private-registrations/confirm',
      'POST /api/private-registrations/decline',
      'POST /api/private-registrations/disown',
      'POST /api/private-registrations/look',
      'GET /api/redirects',
      'GET /api/sitemap',
      'GET /api/topics',
      'GET /api/workshop-calendar',
      'GET /api/workshops',
      'GET /api/workshops/:slug',
      'GET /api/workshops/:slug/calendar',
      'POST /api/workshops/:slug/registrations',
    ]);
  });

  it('let nobody make themselves the first administrator', async () => {
    expect(firstAdmin).toBe(403);
    expect(await cms.strapi.db.query('admin::user').count({ where: { email: 'me@example.org' } })).toBe(0);
  });
});
