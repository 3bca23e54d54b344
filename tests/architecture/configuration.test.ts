import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const textOf = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

/** The settings in the first column of the tables above the heading; those below it are not for a live site. */
const documented = (): string[] => {
  const [forLiveSites = ''] = textOf('docs/guide/configuration.md').split('\n## Measuring\n');
  return [...forLiveSites.matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z][A-Z\d_]+)`/g)].flatMap(([, name = '']) => name),
  );
};

/** The environment of one service in docker-compose.yml. */
const environmentOf = (service: string): string[] => {
  const [, block = ''] =
    new RegExp(`^  ${service}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(textOf('docker-compose.yml')) ?? [];
  return [...block.matchAll(/^ {6}([A-Z][A-Z\d_]+): /gm)].flatMap(([, name = '']) => name);
};

/** The settings that the site reads, of those that are for live sites. */
const readBySite = (): string[] =>
  [...textOf('web/server/settings.ts').matchAll(/^ {4}([A-Z][A-Z\d_]+): /gm)]
    .flatMap(([, name = '']) => name)
    .filter((name) => documented().includes(name));

describe('docker-compose.yml', () => {
  it('passes on every setting of the configuration guide', () => {
    const passedOn = new Set([...environmentOf('cms'), ...environmentOf('web')]);
    expect(documented().length).toBeGreaterThan(40);
    expect(documented().filter((name) => !passedOn.has(name))).toEqual([]);
  });

  it('passes every setting that the site reads on to the site', () => {
    expect(readBySite().length).toBeGreaterThan(10);
    expect(readBySite().filter((name) => !environmentOf('web').includes(name))).toEqual([]);
  });

  it.each(['cms', 'web'])('gives the %s no setting that the configuration guide does not explain', (service) => {
    const unknown = environmentOf(service).filter((name) => name !== 'NODE_ENV' && !documented().includes(name));
    expect(unknown).toEqual([]);
  });
});
