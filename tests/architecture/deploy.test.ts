import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { helpLines } from 'shared';
import { afterAll, describe, expect, it } from 'vitest';
import { heapOptions } from '../support/cms-settings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The lines of one service in docker-compose.yml. */
const serviceOf = (name: string): string =>
  new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(textOf('docker-compose.yml'))?.[1] ?? '';

describe('the sample of the front server', () => {
  const caddyfile = textOf('deploy/Caddyfile');

  it('logs no address of a visitor, no header, and of a path its first part only', () => {
    const [, fields = ''] = /log default \{[^]*?fields \{([^}]*)\}/.exec(caddyfile) ?? [];
    for (const field of ['request>remote_ip', 'request>client_ip', 'request>headers', 'resp_headers'])
      expect(fields).toContain(`${field} delete`);
    const [, pattern = '', replacement = ''] = /request>uri regexp (\S+) (\S+)/.exec(fields) ?? [];
    const logged = (uri: string) => uri.replace(new RegExp(pattern), replacement);
    expect(logged('/your-place/12.1.abcdef-secret?from=email')).toBe('/your-place');
    expect(logged('/your-place%2F12.1.abcdef-secret')).toBe('/your-place');
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
  const dockerfile = textOf('Dockerfile');
  /** The lines of one stage. */
  const stageOf = (name: string): string =>
    new RegExp(`^FROM \\S+ AS ${name}\\n([^]*?)(?:\\n\\n|$(?![^]))`, 'm').exec(dockerfile)?.[1] ?? '';

  it('are the targets that compose names, with the site in both: a rehearsal of a backup opens it', () => {
    for (const name of ['web', 'cms']) {
      expect(serviceOf(name)).toContain(`build: { context: ., target: ${name} }`);
      expect(stageOf(name)).toContain('COPY --from=web-build /app/web/.output');
    }
    expect(stageOf('web-build')).toContain('--filter web build');
    // Beside the CMS's folder (/app), where `npm start` has it, too.
    expect(stageOf('cms')).toMatch(/^COPY --from=web-build \/app\/web\/\.output \/web\/\.output$/m);
  });

  it('have the pnpm and the Node of a checkout', () => {
    const pnpm = /pnpmVersion = '(.+)'/.exec(textOf('scripts/lib/builds.mjs'))?.[1] ?? '';
    const [node = ''] = textOf('.nvmrc').split('.');
    expect([...dockerfile.matchAll(/pnpm@([\d.]+)/g)].map(([, version]) => version)).toEqual([pnpm]);
    expect(new Set([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image))).toEqual(
      new Set([`node:${node}-bookworm-slim`, 'packages']),
    );
    for (const name of ['web', 'cms']) expect(stageOf(name)).toMatch(/^USER node$/m);
  });

  it('are not built when the CMS lacks something that it needs to start', () => {
    // As the user that will run it: what root can read, or has left behind, proves nothing.
    expect(stageOf('cms')).toMatch(/^USER node\n(?:#.*\n)*RUN node scripts\/check-start\.mjs \/app$/m);
    const folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-nothing-'));
    const { status, stderr } = spawnSync(process.execPath, ['cms/scripts/check-start.mjs', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain('The CMS did not start');
  });

  it('start both servers with the limits of memory that `npm start` and the tests use', () => {
    expect(textOf('scripts/lib/servers.mjs')).toContain(`heapOptions = ['${heapOptions.join("', '")}']`);
    expect(textOf('scripts/lib/servers.mjs')).toContain("MALLOC_ARENA_MAX: '2'");
    for (const name of ['web', 'cms']) expect(stageOf(name)).toMatch(/^ENV .*\bMALLOC_ARENA_MAX=2$/m);
    for (const name of ['web', 'cms'])
      expect(stageOf(name)).toMatch(new RegExp(`^CMD \\["node", "${heapOptions.join('", "')}", "[^"]+"\\]$`, 'm'));
  });

  it('run with nothing to write to but their volume and memory', () => {
    for (const service of ['web', 'cms']) {
      expect(serviceOf(service)).toContain('read_only: true');
      expect(serviceOf(service)).toContain('tmpfs: [/tmp]');
      expect(serviceOf(service)).toContain('cap_drop: [ALL]');
    }
  });

  it('come with a PostgreSQL that does not log statements, which have what readers wrote in them', () => {
    expect(serviceOf('db')).toMatch(/command: .*log_min_messages=log\b/);
  });
});

describe('the scripts for Docker', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-docker-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => path.join(folder, name);

  /** What stands for Docker: writes down its arguments and what it is given to read, and says that it has restored. */
  const docker = `#!/bin/sh
echo "$*" >> "$LOG"
case "$*" in
  *"run --rm -T cms sh"*) cat >> "$LOG";;
  */restore.js*) echo "$ANSWER";;
esac
`;

  const run = (script: string, args: string[], answer = ''): { status: number | null; steps: string[] } => {
    writeFileSync(file('log'), '');
    writeFileSync(file('docker'), docker);
    chmodSync(file('docker'), 0o755);
    const env = { PATH: `${folder}:${process.env.PATH}`, LOG: file('log'), ANSWER: answer };
    const { status } = spawnSync('sh', [path.join(root, script), ...args], { cwd: folder, env });
    return { status, steps: readFileSync(file('log'), 'utf8').trim().split('\n') };
  };

  it('copy backups and the record of erasures out of the volume', () => {
    const { status, steps } = run('deploy/backup-docker.sh', ['copies', '--rehearse']);
    expect(status).toBe(0);
    expect(steps).toEqual([
      'compose exec -T cms node dist/src/cli/backup.js --rehearse',
      `compose cp cms:/data/backups/. ${file('copies')}`,
      'compose exec -T cms test -e /data/erasures.jsonl',
      `compose cp cms:/data/erasures.jsonl ${file('copies')}`,
    ]);
  });

  it('stop the CMS, put the backup and the record where it can read them, restore and start', () => {
    writeFileSync(file('quiet-room-x.tar.gz'), 'the backup\n');
    writeFileSync(file('erasures.jsonl'), 'the record\n');
    const answer = 'Restored: the backup of today.\nStart the site now.';
    const { status, steps } = run('deploy/restore-docker.sh', ['quiet-room-x.tar.gz', '--yes'], answer);
    expect(status).toBe(0);
    expect(steps.join('\n')).toMatch(
      new RegExp(
        [
          '^compose stop cms',
          'compose run [^]* /data/backups/quiet-room-x.tar.gz\nthe backup',
          'compose run [^]* /data/erasures.jsonl\nthe record',
          'compose run .*/restore.js /data/backups/quiet-room-x.tar.gz --yes',
          'compose up -d$',
        ].join('[^]*\n'),
      ),
    );
  });

  it('do not start a site that was not restored, whatever the exit code of Docker', () => {
    writeFileSync(file('quiet-room-x.tar.gz'), 'the backup\n');
    const { status, steps } = run('deploy/restore-docker.sh', ['quiet-room-x.tar.gz'], 'There is a site already.');
    expect(status).toBe(1);
    expect(steps).not.toContain('compose up -d');
  });
});
