import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { weakSecrets } from './secrets';

const secret = () => randomBytes(32).toString('hex');
const strong = () => ({
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  WEB_TOKEN: secret(),
  HOOK_SECRET: secret(),
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
    expect(weakSecrets({ ...strong(), WEB_TOKEN: same, HOOK_SECRET: same })).toEqual([
      expect.stringContaining('HOOK_SECRET has the same value as WEB_TOKEN'),
    ]);
  });

  it('never repeat what the value was', () => {
    expect(weakSecrets({ ...strong(), WEB_TOKEN: 'hunter2' }).join()).not.toContain('hunter2');
  });
});
