import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseWith, toFieldErrors } from './field-errors';

const list = { fields: ['name', 'email'], codes: ['missing', 'too-long'] } as const;

describe('field errors', () => {
  it('are one for each field, the first, in the order of the page', () => {
    expect(
      toFieldErrors(list, [
        { path: ['email'], code: 'too-long' },
        { path: ['name', 0], code: 'missing' },
        { path: ['name'], code: 'too-long' },
        { path: ['nonce'], code: 'missing' },
        { path: [], code: 'missing' },
      ]),
    ).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'email', code: 'too-long' },
    ]);
  });

  it('are "missing" for a code that the contract does not name', () => {
    expect(toFieldErrors(list, [{ path: ['name'], code: 'invalid_type' }])).toEqual([
      { field: 'name', code: 'missing' },
    ]);
  });

  it('come from the messages of a schema', () => {
    const schema = z.object({ name: z.string().trim().min(1, 'missing'), email: z.string().max(3, 'too-long') });
    expect(parseWith(schema, { name: ' Ann ', email: 'a@b' }, list)).toEqual({
      ok: true,
      values: { name: 'Ann', email: 'a@b' },
    });
    expect(parseWith(schema, { name: ' ', email: 'too long' }, list)).toEqual({
      ok: false,
      errors: [
        { field: 'name', code: 'missing' },
        { field: 'email', code: 'too-long' },
      ],
    });
  });
});
