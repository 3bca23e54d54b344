import { describe, expect, it } from 'vitest';
import { type Finding, freeSpaceFinding, isOnThisMachine, readinessOf, readinessText } from './readiness.js';

const finding = (status: Finding['status']): Finding => ({ name: 'database', status, message: 'It answers.' });
const mb = 1024 * 1024;

describe('readinessOf', () => {
  it('is ready unless a check failed: a warning stops nobody', () => {
    expect(readinessOf([finding('ok'), finding('warning')]).status).toBe('ready');
    expect(readinessOf([finding('ok'), finding('failed')]).status).toBe('not-ready');
    expect(readinessOf([]).status).toBe('ready');
  });

  it('can be read as text, a line for each check', () => {
    expect(readinessText(readinessOf([finding('failed'), finding('ok')]))).toBe(
      'not-ready\nfailed  database: It answers.\nok      database: It answers.\n',
    );
  });
});

describe('isOnThisMachine', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['172.18.0.5', false],
    ['::ffff:10.0.0.1', false],
    ['1127.0.0.1', false],
    ['127.0.0.1.example.org', false],
    [undefined, false],
  ])('of a request from %s is %s', (remoteAddress, expected) => {
    expect(isOnThisMachine({ headers: {}, socket: { remoteAddress } })).toBe(expected);
  });

  it('is never so for what a proxy has passed on', () => {
    for (const name of ['x-forwarded-for', 'forwarded'])
      expect(isOnThisMachine({ headers: { [name]: '' }, socket: { remoteAddress: '127.0.0.1' } })).toBe(false);
  });
});

describe('freeSpaceFinding', () => {
  it('fails when less is free than is asked for, and says both', () => {
    const plenty = freeSpaceFinding(1500 * mb, 200 * mb);
    expect([plenty.status, plenty.message]).toEqual(['ok', '1,500 MB are free where DATA_DIR is.']);
    const little = freeSpaceFinding(199.9 * mb, 200 * mb);
    expect(little.status).toBe('failed');
    expect(little.message).toMatch(/^Only 199 MB .* asks for 200 MB/);
  });
});
