import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomPassword, writeLogins } from './accounts';

const admin = 'http://localhost:1337/admin';
const counsellor = { whom: 'The counsellor', email: 'c@example.org', password: 'abcde-FGHJK-23456-mnpqr' };
const later = { whom: 'The web team', email: 'w@example.org', password: 'zzzzz-FGHJK-23456-mnpqr' };

describe('the file of first passwords', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'logins-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('says who signs in where, and only its owner can read it', async () => {
    const file = path.join(folder, 'logins.txt');
    await writeLogins(file, admin, [counsellor]);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(`Sign in at ${admin}`);
    expect(text).toContain(counsellor.email);
    expect(text).toContain(counsellor.password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps what stands there and adds what comes later', async () => {
    const file = path.join(folder, 'logins.txt');
    await writeLogins(file, admin, [counsellor]);
    await writeLogins(file, admin, [later]);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(counsellor.password);
    expect(text).toContain(later.password);
    expect(text.match(/Sign in at/g)).toHaveLength(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe('a random password', () => {
  it('has four groups of five, and what the admin demands', () => {
    for (let round = 0; round < 200; round += 1) {
      const password = randomPassword();
      expect(password).toMatch(/^\w{5}(-\w{5}){3}$/);
      expect(password).toMatch(/[a-z]/);
      expect(password).toMatch(/[A-Z]/);
      expect(password).toMatch(/\d/);
      expect(password).not.toMatch(/[0Oo1lI]/);
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 500 }, randomPassword)).size).toBe(500);
  });
});
