import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';

const file = path.resolve(import.meta.dirname, '../../.env.example');

describe('.env.example', () => {
  it('means the same to a shell as to Node, so that scripts can source .env', () => {
    const script = '. "$1" && env -0';
    const printed = execFileSync('sh', ['-ac', script, 'sh', file], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    const sourced = new Map(printed.split('\0').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]));
    const expected = Object.entries(parseEnv(readFileSync(file, 'utf8')));
    expect(expected.length).toBeGreaterThan(15);
    for (const [name, value] of expected) expect([name, sourced.get(name)]).toEqual([name, value]);
  });
});
