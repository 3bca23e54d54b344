import { readFileSync } from 'node:fs';
import path from 'node:path';
import { helpLines } from 'shared';
import { describe, expect, it } from 'vitest';

const textOf = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

describe('the sample of the front server', () => {
  const caddyfile = textOf('deploy/Caddyfile');

  it('logs no address of a visitor, no header, and of a path its first part only', () => {
    const [, fields = ''] = /log default \{[^]*?fields \{([^}]*)\}/.exec(caddyfile) ?? [];
    for (const field of ['request>remote_ip', 'request>client_ip', 'request>headers', 'resp_headers'])
      expect(fields).toContain(`${field} delete`);
    const [, pattern = '', replacement = ''] = /request>uri regexp (\S+) (\S+)/.exec(fields) ?? [];
    const logged = (uri: string) => uri.replace(new RegExp(pattern), replacement);
    expect(logged('/your-place/12.1.abcdef-secret?from=email')).toBe('/your-place');
    expect(logged('/?q=what+I+search+for')).toBe('/');
  });

  it('shows the numbers of the help lines when the site does not answer', () => {
    const [, page = ''] = /respond "(This site is restarting[^"]*)"/.exec(caddyfile) ?? [];
    const emergency = helpLines.find(({ kind }) => kind === 'emergency');
    const samaritans = helpLines.find(({ name }) => name === 'Samaritans');
    expect(page).toContain(`call ${emergency?.call}.`);
    expect(page).toContain(`call Samaritans on ${samaritans?.call}.`);
  });

  it('keeps requests waiting through a restart', () => {
    expect(caddyfile.match(/import patient/g)).toHaveLength(2);
    expect(caddyfile).toContain('lb_try_duration 10s');
  });
});

describe('whatever ends by itself', () => {
  it('is started again by compose and by systemd', () => {
    const compose = textOf('docker-compose.yml');
    const services = [...compose.matchAll(/^ {2}(\w+):\n(?: {4}.*\n|\n)*? {4}restart: unless-stopped$/gm)];
    expect(services.map(([, name]) => name)).toEqual(['proxy', 'web', 'cms', 'db']);
    expect(textOf('deploy/quiet-room.service')).toMatch(/^Restart=always$/m);
  });

  it('is checked by compose: the site for being alive, the CMS for being ready', () => {
    const compose = textOf('docker-compose.yml');
    expect(compose).toMatch(/127\.0\.0\.1:3000\/_health/);
    expect(compose).toMatch(/127\.0\.0\.1:1337\/_ready/);
  });
});

describe('the images', () => {
  it('build the site in the same way for readers and for the rehearsal of backups, so that it is built once', () => {
    const stageOf = (file: string, name: string): string =>
      new RegExp(`^FROM \\S+ AS ${name}\\n([^]*?)\\n\\n`, 'm').exec(textOf(file))?.[1] ?? '';
    expect(stageOf('cms/Dockerfile', 'site')).toBe(stageOf('web/Dockerfile', 'build'));
    expect(stageOf('web/Dockerfile', 'build')).toContain('--filter web build');
    // Beside the CMS's folder (/app), where `npm start` has it, too.
    expect(textOf('cms/Dockerfile')).toMatch(/^COPY --from=site \/app\/web\/\.output \/web\/\.output$/m);
  });
});
