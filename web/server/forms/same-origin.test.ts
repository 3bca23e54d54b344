import { describe, expect, it } from 'vitest';
import { isFromHere } from './same-origin';

const here = 'https://example.org';

describe('a form from this site', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: here }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
    [{ origin: here }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'http://example.org' }, false],
    [{ origin: 'https://example.org.evil.example' }, false],
    [{ origin: 'null' }, true],
    [{}, true],
  ])('%j: %s', (headers, from) => {
    expect(isFromHere(headers, here)).toBe(from);
  });
});
