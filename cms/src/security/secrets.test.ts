import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { weakSecrets, weakSecretsMessage } from './secrets';

const secret = () => randomBytes(32).toString('hex');
const strong = () => ({
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  WEB_TOKEN: secret(),
  WEBHOOK_SECRET: secret(),
  LINK_SECRET: secret(),
});

describe('secrets of a production start', () => {
  it('are accepted when each is long, random and its own', () => {
    expect(weakSecrets(strong())).toEqual([]);
  });

  it('are all named at once when they are missing', () => {
    expect(weakSecrets({})).toHaveLength(8);
  });

  it.each([
    ['short', 'too short'],
    ['tobemodified'.repeat(3), 'placeholder'],
    ['change-me-'.repeat(4), 'placeholder'],
    ['ab'.repeat(20), 'repeats'],
    ['', 'missing'],
  ])('are refused when one is %j', (value, why) => {
    const sentences = weakSecrets({ ...strong(), WEB_TOKEN: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^WEB_TOKEN /);
    expect(sentences[0]).toContain(why);
  });

  it('are refused when two are the same', () => {
    const same = secret();
    expect(weakSecrets({ ...strong(), WEB_TOKEN: same, WEBHOOK_SECRET: same })).toEqual([
      expect.stringContaining('WEBHOOK_SECRET has the same value as WEB_TOKEN'),
    ]);
  });

  it('are refused when only one of several session keys is weak', () => {
    expect(weakSecrets({ ...strong(), APP_KEYS: `${secret()}, short` })).toEqual([
      expect.stringMatching(/^APP_KEYS is too short \(5 of at least 32 characters\): put 32 random characters/),
    ]);
    expect(weakSecrets({ ...strong(), APP_KEYS: `${secret()},` })).toEqual([expect.stringContaining('is missing')]);
  });

  it('are long enough with 32 characters, of which ten differ', () => {
    const of = (characters: string) => weakSecrets({ ...strong(), WEB_TOKEN: characters.repeat(8).slice(0, 32) });
    expect(of('0123456789')).toEqual([]);
    expect(of('012345678')).toHaveLength(1);
    expect(weakSecrets({ ...strong(), WEB_TOKEN: secret().slice(0, 31) })).toHaveLength(1);
  });

  it('never repeat what the value was', () => {
    expect(weakSecrets({ ...strong(), WEB_TOKEN: 'hunter2' }).join()).not.toContain('hunter2');
  });
});

describe('weakSecretsMessage', () => {
  it('lists every weak secret in production, one a line', () => {
    const message = weakSecretsMessage({ ...strong(), NODE_ENV: 'production', WEB_TOKEN: 'short', LINK_SECRET: '' });
    expect(message?.split('\n')).toEqual([
      'The CMS can’t start, because its secrets are not safe:',
      expect.stringMatching(/^- WEB_TOKEN is too short/),
      expect.stringMatching(/^- LINK_SECRET is missing/),
      '',
    ]);
  });

  it('lets the CMS start with strong secrets, and with any outside production', () => {
    expect(weakSecretsMessage({ ...strong(), NODE_ENV: 'production' })).toBeNull();
    expect(weakSecretsMessage({ NODE_ENV: 'development' })).toBeNull();
    expect(weakSecretsMessage({})).toBeNull();
  });
});
