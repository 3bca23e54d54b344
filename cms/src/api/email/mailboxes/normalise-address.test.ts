import { expect, it } from 'vitest';
import { tidyAddress } from './normalise-address';

it.each([
  [' Robin@Example.ORG ', 'Robin@example.org'],
  ['"a@B"@Example.org', '"a@B"@example.org'],
])('writes %j as %j', (typed, address) => {
  expect(tidyAddress(typed)).toBe(address);
});
