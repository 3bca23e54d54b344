import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from './checkout.mjs';

describe('the commands of the CMS', () => {
  const commands = readdirSync(inRoot('scripts'))
    .filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => [...readFileSync(inRoot('scripts', file), 'utf8').matchAll(/runCmsCommand\('([\w-]+)'/g)])
    .map(([, name]) => name);

  it('exist', () => {
    expect(commands.length).toBeGreaterThan(4);
    for (const name of commands) expect(existsSync(inRoot('cms/src/cli', `${name}.ts`)), name).toBe(true);
  });
});
