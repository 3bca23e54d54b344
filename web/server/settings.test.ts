import { describe, expect, it } from 'vitest';
import { readSettings, UnusableSettings } from './settings';

const strong = 'f3b1c58e90d24a67f3b1c58e90d24a67';
const enough = { WEB_TOKEN: strong, WEBHOOK_SECRET: strong };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
  } catch (problem) {
    if (problem instanceof UnusableSettings) return problem.problems;
  }
  return [];
}

describe('settings', () => {
  it('have defaults for a first start on one machine', () => {
    expect(readSettings(enough)).toMatchObject({
      siteUrl: 'http://localhost:3000',
      port: 3000,
      host: '127.0.0.1',
      https: false,
      cmsUrl: 'http://localhost:1337',
      mediaUrl: 'http://localhost:1337/uploads',
      pageCacheBytes: 64 * 1024 * 1024,
    });
  });

  it('may name another port than the public URL, and the CMS inside the network', () => {
    const env = {
      ...enough,
      SITE_URL: 'https://example.org/',
      SITE_PORT: '3000',
      CMS_URL: 'https://cms.example.org',
      CMS_INTERNAL_URL: 'http://cms:1337',
    };
    expect(readSettings(env)).toMatchObject({
      siteUrl: 'https://example.org',
      https: true,
      port: 3000,
      cmsUrl: 'http://cms:1337',
      mediaUrl: 'http://cms:1337/uploads',
    });
  });

  it('trust a reverse proxy with https, or where they say so', () => {
    const proxy = (env: object) => readSettings({ ...enough, ...env }).behindProxy;
    expect([
      proxy({}),
      proxy({ SITE_URL: 'https://example.org' }),
      proxy({ SITE_URL: 'https://example.org', TRUST_PROXY: 'false' }),
      proxy({ TRUST_PROXY: 'true' }),
    ]).toEqual([false, true, false, true]);
  });

  it('limit forms unless they say otherwise', () => {
    expect([readSettings(enough).formLimits, readSettings({ ...enough, FORM_LIMITS: 'off' }).formLimits]).toEqual([
      true,
      false,
    ]);
    expect(problemsOf({ ...enough, FORM_LIMITS: 'no', TRUST_PROXY: 'yes' })).toHaveLength(2);
  });

  it('ignore an empty value', () => {
    expect(readSettings({ ...enough, SITE_URL: '', CMS_INTERNAL_URL: '' }).siteUrl).toBe('http://localhost:3000');
  });

  it('list every problem at once', () => {
    const problems = problemsOf({ SITE_URL: 'example.org', CMS_URL: 'ftp://x', WEBHOOK_SECRET: 'x' });
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['SITE_URL', 'CMS_URL', 'WEB_TOKEN']);
  });

  it.each([
    ['short', 'a1b2c3'],
    ['one letter', 'a'.repeat(64)],
    ['an example', `tobemodified${strong}`],
  ])('refuse a secret that is %s, in production', (_, secret) => {
    expect(problemsOf({ ...enough, NODE_ENV: 'production', WEB_TOKEN: secret })).toHaveLength(1);
    expect(problemsOf({ ...enough, NODE_ENV: 'development', WEB_TOKEN: secret })).toHaveLength(0);
  });
});
