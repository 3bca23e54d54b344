import { errors } from '@strapi/utils';
import { describe, expect, it } from 'vitest';
import { plainBodyFault } from './errors';

const failing = (more: object): Error => Object.assign(new Error('{"name":"Ann"'), more);

describe('plainBodyFault', () => {
  it('returns a ValidationError for JSON that cannot be read, without repeating it', () => {
    const error = plainBodyFault(Object.assign(new SyntaxError('{"name":"Ann"'), { status: 400, body: 'Ann' }));
    expect(error).toBeInstanceOf(errors.ValidationError);
    expect(error?.message).not.toContain('Ann');
  });
  it.each([{ type: 'entity.too.large' }, { httpCode: 413 }])('returns a PayloadTooLargeError for %o', (more) => {
    expect(plainBodyFault(failing(more))).toBeInstanceOf(errors.PayloadTooLargeError);
  });
  it('returns a ValidationError for a form that cannot be read', () => {
    expect(plainBodyFault(failing({ httpCode: 400 }))).toBeInstanceOf(errors.ValidationError);
  });
  it.each([new Error('other'), new SyntaxError('of our own'), failing({ httpCode: 500 }), null, 'text'])(
    'returns null for anything else: %o',
    (error) => {
      expect(plainBodyFault(error)).toBeNull();
    },
  );
});
