/**
 * Who may import whom, as ARCHITECTURE.md says: packages in one direction, no cycles anywhere, in the CMS features on
 * mechanisms on the ground, and in the site pages, client script and server apart. Run by `npm run lint`.
 * @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md
 */

const mechanisms = 'cache-tags|documents|health|http|jobs|middlewares|setup|slugs|uploads';
const ground = 'calendar|database|log|rich-text|security|text|time';
const src = '^cms/src';
const api = `${src}/api/`;
const tests = '\\.test\\.ts$';
/** What other features may import of a feature: what it brings, and its permissions. */
const manifest = `${api}[^/]+/(feature|permissions)\\.ts$`;
/** Features that the others stand on. */
const basis = 'email|practice';
/** Of the server, what pages are made of: their forms, when they end, and the types of the CMS client. */
const pagesMayImport = [
  '^web/server/forms/(define-form|form-pages|handlers/[^/]+)\\.ts$',
  '^web/server/page-cache/render\\.ts$',
  '^web/server/cms/client\\.ts$',
  '^web/server/middleware/(cms|form)\\.ts$',
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule('no-cycles', 'Move what both files need into one below both.', {}, { circular: true }),
    rule(
      'shared-knows-zod-only',
      'Contracts and rules must run in the site, the CMS and the admin alike.',
      { path: '^shared/src', pathNot: tests },
      { pathNot: ['^shared/src', 'node_modules/zod/'] },
    ),
    rule(
      'cms-knows-shared-only',
      'The CMS and the site meet in the contracts.',
      { path: '^cms/' },
      { path: '^(web|tests|scripts)/' },
    ),
    rule(
      'admin-knows-its-build-inputs',
      'scripts/lib/builds.mjs rebuilds the admin when these change, and for nothing else.',
      { path: `${src}/(admin|api/[^/]+/admin)/`, pathNot: tests },
      {
        path: '^cms/',
        pathNot: [
          `${src}/admin/`,
          `${api}[^/]+/(admin/|(permissions|typed-dates)\\.ts$)`,
          `${src}/(rich-text/rich-text|text/text-or-null|time/days)\\.ts$`,
          `${api}practice/domain/`,
          '^cms/node_modules/',
        ],
      },
    ),
    rule(
      'web-knows-shared-only',
      'The CMS and the site meet in the contracts.',
      { path: '^web/' },
      { path: '^(cms|tests|scripts)/' },
    ),
    rule(
      'web-shared-knows-itself-only',
      'Pages, client script and server all use it.',
      { path: '^web/shared/', pathNot: tests },
      { path: '^web/(app|client|modules|server)/' },
    ),
    rule(
      'client-script-knows-shared-only',
      'It runs in browsers: nothing of the pages or the server is for it.',
      { path: '^web/client/' },
      { path: '^web/(app|modules|server)/' },
    ),
    rule(
      'server-knows-no-page',
      'The page cache renders pages by their path; it imports none.',
      { path: '^web/server/' },
      { path: '^web/(app|client|modules)/' },
    ),
    rule(
      'pages-know-forms-only',
      'Pages run on the server: they import the forms that they show and say how long they are fresh, nothing else of it.',
      { path: '^web/app/', pathNot: tests },
      { path: '^web/(server|client|modules)/', pathNot: pagesMayImport },
    ),
    rule(
      'mechanisms-know-no-feature',
      'A feature hands what it brings to the mechanisms in its manifest, feature.ts.',
      { path: `${src}/(${mechanisms}|${ground})/`, pathNot: tests },
      { path: `${src}/(api/|features\\.ts|index\\.ts)` },
    ),
    rule(
      'ground-knows-no-mechanism',
      'What both need goes down to the ground, or is passed in.',
      { path: `${src}/(${ground})/`, pathNot: tests },
      { path: `${src}/(${mechanisms})/` },
    ),
    rule(
      'features-know-manifests',
      'A feature imports another feature through its feature.ts, never its inside.',
      { path: `${api}([^/]+)/`, pathNot: tests },
      { path: api, pathNot: [`${api}$1/`, `${api}(${basis})/`, manifest] },
    ),
    rule(
      'domain-is-pure',
      'Decisions take data and return results; what calls them reads files, the database and the clock.',
      { path: `${api}[^/]+/domain/`, pathNot: tests },
      {
        path: [
          '^(node:)?(fs|child_process|net|http|https|timers)(/|$)',
          'node_modules/(@strapi|knex|nodemailer)/',
          `${src}/(cache-tags|database|http|middlewares|setup|uploads)/`,
          `${src}/documents/(check-before-publishing|document-rules)\\.ts$`,
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'email-and-practice-know-no-feature',
      'The other features stand on these two.',
      { path: `${api}(${basis})/`, pathNot: tests },
      { path: api, pathNot: `${api}$1/` },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.imports.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|\\.nuxt|\\.output)/' },
  },
};
