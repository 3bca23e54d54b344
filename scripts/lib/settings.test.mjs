import { describe, expect, it } from 'vitest';
import { unusableSettings } from './console.mjs';
import { parseEnv, readSettings } from './settings.mjs';

/** Reads the settings with these in the environment. */
function readWith(values) {
  const before = { ...process.env };
  Object.assign(process.env, { SITE_URL: 'http://localhost:3100', CMS_URL: 'http://localhost:3101' }, values);
  try {
    return readSettings();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

describe('a file of settings', () => {
  it.each([
    ['NAME=value', 'value'],
    ['\uFEFFexport NAME = value  \r', 'value'],
    ['NAME=value # what it is for', 'value'],
    ['NAME="two words # not a comment" # but this', 'two words # not a comment'],
    ['NAME=\'Quiet "Room"\'', 'Quiet "Room"'],
    ['NAME=smtps://name:pass#word@mail.example.org', 'smtps://name:pass#word@mail.example.org'],
    ['NAME= # nothing', ''],
    ['NAME=', ''],
  ])('reads %j as Docker does', (line, value) => {
    expect(parseEnv(`# a comment\n${line}\nOTHER=1`)).toEqual({ NAME: value, OTHER: '1' });
  });
});

describe('settings that cannot be used', () => {
  it.each([
    [{ SITE_PORT: 'abc' }, /^SITE_PORT must be a port from 1 to 65535, not “abc”/],
    [{ SITE_PORT: '0' }, /^SITE_PORT must be a port/],
    [{ CMS_PORT: '70000' }, /^CMS_PORT must be a port from 1 to 65535, not “70000”/],
    [{ SITE_URL: 'localhost:3000' }, /^SITE_URL must start with http/],
    [{ CMS_URL: 'http://localhost:3100' }, /can’t both use port 3100/],
  ])('%j end the start in a sentence, and for good', (values, sentence) => {
    let error;
    try {
      readWith(values);
    } catch (thrown) {
      error = thrown;
    }
    expect(error?.message).toMatch(sentence);
    expect(error.exitCode).toBe(unusableSettings);
  });

  it('are told from those that can', () => {
    expect(readWith({ SITE_PORT: '8080' })).toMatchObject({ sitePort: 8080, cmsPort: 3101 });
  });
});
