import { describe, expect, it } from 'vitest';
import { namesSomebody } from './author';

describe('namesSomebody', () => {
  it.each([
    [7],
    ['abc'],
    [{ id: 7 }],
    [{ documentId: 'abc' }],
    [['abc']],
    [{ connect: [{ id: 7 }] }],
    [{ set: ['abc'] }],
  ])('%j does', (value) => {
    expect(namesSomebody(value)).toBe(true);
  });
  it.each([
    [undefined],
    [null],
    [''],
    [[]],
    [{}],
    [{ connect: [], disconnect: [] }],
    [{ disconnect: [{ id: 7 }] }],
    [{ set: [] }],
  ])('%j does not', (value) => {
    expect(namesSomebody(value)).toBe(false);
  });
});
