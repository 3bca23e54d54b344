import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOsv, askRegistry, firstAnswer, packagesIn } from './audit.mjs';
import { inRoot } from './checkout.mjs';

/** Answers as OSV and as a registry do, about one package with a weakness. */
const server = createServer(async (req, res) => {
  let text = '';
  for await (const chunk of req) text += chunk;
  const body = JSON.parse(text);
  if (req.url === '/v1/querybatch') {
    const results = body.queries.map(({ package: { name } }) => (name === 'weak' ? { vulns: [{ id: 'GHSA-1' }] } : {}));
    return res.end(JSON.stringify({ results }));
  }
  if (req.url === '/npm/-/npm/v1/security/advisories/bulk') {
    const advisory = { title: 'Bad', severity: 'high', vulnerable_versions: '<2', url: 'https://example.org/1' };
    return res.end(JSON.stringify('weak' in body ? { weak: [advisory] } : {}));
  }
  res.writeHead(404).end();
});
let url = '';
beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => server.close());

const packages = [
  { name: 'fine', version: '1.0.0' },
  { name: 'weak', version: '1.2.3' },
];

describe('the packages of the lockfile', () => {
  it('are all found, with scopes and versions, and without what they depend on', () => {
    const lockfile = `settings:\n\npackages:\n\n  '@a/b@1.0.0':\n    engines: {node: '>=8'}\n\n  c@2.0.0-beta.1:\n    x: y\n\nsnapshots:\n\n  d@3.0.0:\n`;
    expect(packagesIn(lockfile)).toEqual([
      { name: '@a/b', version: '1.0.0' },
      { name: 'c', version: '2.0.0-beta.1' },
    ]);
    const own = packagesIn(readFileSync(inRoot('pnpm-lock.yaml'), 'utf8'));
    expect(own).toContainEqual({ name: '@strapi/strapi', version: expect.stringMatching(/^5\./) });
    expect(own.length).toBeGreaterThan(1000);
  });
});

describe('npm run audit', () => {
  it('lists weaknesses that OSV knows', async () => {
    expect(await askOsv(packages, url)).toEqual(['weak 1.2.3: GHSA-1 (https://osv.dev/vulnerability/GHSA-1)']);
  });

  it('asks the registry where OSV can’t be reached', async () => {
    const result = await firstAnswer([
      { name: 'OSV', ask: () => askOsv(packages, 'http://127.0.0.1:9') },
      { name: 'The registry', ask: () => askRegistry(packages, `${url}/npm/`) },
    ]);
    expect(result).toEqual({
      source: 'The registry',
      findings: ['weak <2: Bad, high (https://example.org/1)'],
      failures: [expect.stringMatching(/^OSV did not answer/)],
    });
  });

  it('says so when nobody answers', async () => {
    const sources = [{ name: 'The registry', ask: () => askRegistry(packages, url) }];
    expect(await firstAnswer(sources)).toEqual({
      source: null,
      findings: [],
      failures: ['The registry did not answer (status 404).'],
    });
  });
});
