import { errors } from '@strapi/utils';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { found, noQuery, numberParam, parseBody, parseQuery, slugParam } from './request';

const thrownBy = (work: () => unknown): Error & { details: unknown } => {
  try {
    work();
  } catch (error) {
    if (error instanceof errors.ApplicationError) return error;
  }
  throw new Error('nothing was thrown');
};

describe('parseQuery', () => {
  it('returns what the schema makes of a query', () => {
    expect(parseQuery(z.strictObject({ page: z.coerce.number() }), { page: '2' })).toEqual({ page: 2 });
  });
  it('names parameters that an address does not take', () => {
    const error = thrownBy(() => parseQuery(noQuery, { sort: 'x' }));
    expect(error).toBeInstanceOf(errors.ValidationError);
    expect(error.message).toBe('This address does not accept “sort”.');
  });
});

describe('parseBody', () => {
  const schema = z.object({ name: z.string('missing').min(1, 'missing'), age: z.number() });
  it('returns what the schema makes of a body', () => {
    expect(parseBody(schema, { name: 'Ann', age: 1, other: true })).toEqual({ name: 'Ann', age: 1 });
  });
  it('names each wrong field with its error code and repeats nothing that was typed', () => {
    const error = thrownBy(() => parseBody(schema, { name: '', age: 'ann@example.org' }));
    expect(error).toBeInstanceOf(errors.ValidationError);
    expect(error.details).toEqual({
      issues: [
        { path: ['name'], code: 'missing' },
        { path: ['age'], code: 'invalid_type' },
      ],
    });
    expect(error.message).toBe('Something in this form is missing or not valid.');
    expect(JSON.stringify(error)).not.toContain('ann@');
  });
  it('takes an absent body for an empty one', () => {
    expect(parseBody(z.object({ note: z.string().default('none') }), undefined)).toEqual({ note: 'none' });
  });
});

describe('parameters of an address', () => {
  it.each([
    ['1', 1],
    ['42', 42],
  ])('reads the number %s', (number, read) => {
    expect(numberParam({ number })).toBe(read);
  });
  it.each(['0', '01', '-1', '1.5', '1e3', '99999999999', '', 'x'])('finds nothing at the number “%s”', (number) => {
    expect(thrownBy(() => numberParam({ number }))).toBeInstanceOf(errors.NotFoundError);
  });
  it('reads a slug, and finds nothing at what is none', () => {
    expect(slugParam({ slug: 'a-small-no' })).toBe('a-small-no');
    expect(thrownBy(() => slugParam({ slug: 'A/B' }))).toBeInstanceOf(errors.NotFoundError);
    expect(thrownBy(() => slugParam({}))).toBeInstanceOf(errors.NotFoundError);
  });
  it('returns what was found, and throws for null only', () => {
    expect(found(0)).toBe(0);
    expect(thrownBy(() => found(null))).toBeInstanceOf(errors.NotFoundError);
  });
});
