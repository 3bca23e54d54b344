import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error';

const thrown = (stack: string, more: object = {}): Error =>
  Object.assign(new Error('ann@example.org is taken'), { stack }, more);

describe('describeError', () => {
  it('returns name, code and the first frame of the CMS', () => {
    const stack = `Error: ann@example.org is taken
    at query (/app/node_modules/knex/lib/src/client.js:1:2)
    at send (/app/cms/dist/src/api/email/delivery/send-due.js:12:7)
    at next (/app/cms/dist/src/jobs.js:3:4)`;
    expect(describeError(thrown(stack, { code: '23505' }))).toBe(
      'Error 23505 at src/api/email/delivery/send-due.js:12',
    );
  });
  it('never repeats a message, also where it looks like a stack frame', () => {
    const error = new Error('ann@example.org\n    at secret (/src/ann.js:1:1)');
    expect(describeError(error)).not.toContain('ann');
  });
  it('returns the first frame of a package when none is of the CMS', () => {
    const stack = `Error: ann@example.org is taken
    at node:internal/timers:1:1
    at Client.acquire (/app/node_modules/.pnpm/knex@3.1.0/node_modules/knex/lib/client.js:332:26)
    at next (file:///app/node_modules/.pnpm/@strapi+core@5.54.0_a/node_modules/@strapi/core/dist/Strapi.mjs:3:4)`;
    expect(describeError(thrown(stack))).toBe('Error at knex/lib/client.js:332');
  });
  it('returns the name alone when no frame says more', () => {
    expect(describeError(thrown('Error: x\n    at a (node:internal/timers:1:1)'))).toBe('Error');
  });
  it('leaves out a code that is no plain word', () => {
    expect(describeError(thrown('', { code: 'ann@example.org' }))).toBe('Error');
  });
  it('calls everything that is no error unknown', () => {
    expect(describeError('ann@example.org')).toBe('unknown');
    expect(describeError(new Error('x', { cause: thrown('', { code: 'SQLITE_FULL' }) }))).toMatch(/^Error SQLITE_FULL/);
  });
});
