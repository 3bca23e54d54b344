import { describe, expect, it } from 'vitest';
import { differingSecrets, envTextOf, secretsIn, withSecrets } from './env-file';

const text = "# The site\nSITE_URL=https://www.example.org\nLINK_SECRET='old one'\nexport WEB_TOKEN=old\n";

describe('the settings in a backup', () => {
  it('replace the secrets of an .env file and leave everything else as it is', () => {
    expect(withSecrets(text, { LINK_SECRET: 'new$&', WEB_TOKEN: 'newer', ENCRYPTION_KEY: 'added' })).toBe(
      "# The site\nSITE_URL=https://www.example.org\nLINK_SECRET='new$&'\nWEB_TOKEN=newer\nENCRYPTION_KEY=added\n",
    );
  });

  it('are read back as they were, whatever characters a password has', () => {
    for (const value of ['plain', 'with space', "it's", 'a"b', '#hash', 'a=b'])
      expect(secretsIn(withSecrets('', { LINK_SECRET: value }))).toEqual({ LINK_SECRET: value });
  });

  it('come from the environment where there is no file, without what belongs to the server', () => {
    const written = envTextOf({
      LINK_SECRET: 'a',
      SITE_URL: 'https://x.example',
      DATABASE_URL: 'postgres://x',
      HOME: '/',
    });
    expect(written).toBe('LINK_SECRET=a\nSITE_URL=https://x.example\n');
  });

  it('name the secrets that a process has other values of', () => {
    expect(
      differingSecrets({ LINK_SECRET: 'a', WEB_TOKEN: 'b' }, { LINK_SECRET: 'a', WEB_TOKEN: 'c', APP_KEYS: 'd' }),
    ).toEqual(['WEB_TOKEN', 'APP_KEYS']);
  });
});
