import { expect, it } from 'vitest';
import { normaliseAddress } from './normalise-address';

it.each([
  [' Robin@Example.ORG ', 'Robin@example.org'],
  ['"a@B"@Example.org', '"a@B"@example.org'],
])('writes %j as %j', (typed, address) => {
  expect(normaliseAddress(typed)).toBe(address);
});
