import { describe, expect, it } from 'vitest';
import { chooseCoding, codings, matchesEtag } from './negotiation';

describe('the content coding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, gzip;q=0.5', 'gzip'],
    ['gzip;q=0, *', 'br'],
    ['identity', 'identity'],
    ['identity;q=1, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['identity;q=0', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    ['gzip;q=0.000', 'identity'],
    ['deflate', 'identity'],
  ])('for %j is %s', (header, coding) => {
    expect(chooseCoding(header, codings)).toBe(coding);
  });

  it('is one of those that are available', () => {
    expect(chooseCoding('br, gzip', ['identity'])).toBe('identity');
    expect(chooseCoding('br, gzip', ['identity', 'gzip'])).toBe('gzip');
  });
});

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b","a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['"a-br"', false],
  ])('%j matches "a": %s', (header, named) => {
    expect(matchesEtag(header, '"a"')).toBe(named);
  });
});
