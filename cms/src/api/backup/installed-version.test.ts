import { describe, expect, it } from 'vitest';
import { isNewer } from './installed-version';

describe('the version of a backup', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['2.0.0', '1.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.9.9', '0.10.0', false],
  ])('%s is newer than %s: %s', (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected);
  });
});
