/**
 * Who may import whom, as ARCHITECTURE.md says: no cycles anywhere, and in the CMS features stand on mechanisms, which
 * stand on the ground. Run by `npm run lint`.
 * @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md
 */

const mechanisms = 'cache-tags|documents|http|middlewares|setup|slugs|uploads';
const ground = 'database|rich-text|security|text';
const src = '^cms/src';
const api = `${src}/api/`;
const tests = '\\.test\\.ts$';
/** What other features may import of a feature: what it brings, and its permissions. */
const manifest = `${api}[^/]+/(feature|permissions)\\.ts$`;
/** Features that the others stand on. */
const basis = 'email|practice';

const rule = (name, comment, from, to, severity = 'error') => ({ name, comment, severity, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule('no-cycles', 'Move what both files need into one below both.', {}, { circular: true }),
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
      'warn',
    ),
    rule(
      'email-and-practice-know-no-feature',
      'The other features stand on these two.',
      { path: `${api}(${basis})/`, pathNot: tests },
      { path: api, pathNot: `${api}$1/` },
      'warn',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.imports.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|\\.nuxt|\\.output)/' },
  },
};
