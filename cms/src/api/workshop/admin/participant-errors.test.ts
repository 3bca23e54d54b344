import { describe, expect, it } from 'vitest';
import { participantErrors } from './participant-errors';

const robin = { name: 'Robin', email: 'robin@example.org', price: 1, accessNeeds: '' };

describe('what is wrong with somebody who is added by hand', () => {
  it('is nothing when everything is there', () => {
    expect(participantErrors(robin, true)).toEqual({});
    expect(participantErrors({ ...robin, price: null }, false)).toEqual({});
  });
  it('is said of each field', () => {
    expect(
      Object.keys(participantErrors({ name: ' ', email: 'robin', price: null, accessNeeds: 'x'.repeat(1_001) }, true)),
    ).toEqual(['name', 'email', 'price', 'accessNeeds']);
    expect(participantErrors({ ...robin, email: ' ' }, true)).toEqual({ email: 'Write their email address.' });
    expect(participantErrors({ ...robin, name: 'x'.repeat(101) }, true).name).toContain('101 characters');
  });
});
