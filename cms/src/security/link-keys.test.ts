import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSameSecret, LinkKeys, linkPurposes, rowNumberIn } from './link-keys';

const keys = new LinkKeys('one secret that is long enough for a test');

describe('keys of links', () => {
  it('verify what they signed, and nothing that was changed', () => {
    const signed = keys.sign('private link', 12, 1);
    expect(signed).toMatch(/^[\w-]{43}$/);
    expect(keys.verify(signed, 'private link', 12, 1)).toBe(true);
    expect(keys.verify(signed, 'private link', 12, 2)).toBe(false);
    expect(keys.verify(signed, 'private link', 1, 21)).toBe(false);
    expect(keys.verify(`${signed}A`, 'private link', 12, 1)).toBe(false);
    expect(keys.verify('', 'private link', 12, 1)).toBe(false);
  });

  it('are another for each purpose and each secret', () => {
    const signed = linkPurposes.map((purpose) => keys.sign(purpose, 12, 1));
    expect(new Set(signed).size).toBe(linkPurposes.length);
    const other = new LinkKeys('another secret that is long enough');
    expect(other.verify(signed[0] ?? '', 'private link', 12, 1)).toBe(false);
  });

  it('are for what docs/reference/links.md explains', () => {
    const text = readFileSync(path.resolve(__dirname, '../../../docs/reference/links.md'), 'utf8');
    const [, table = ''] = text.split('## What opens what');
    const explained = [...table.matchAll(/^\| `([a-z ]+)` \|/gm)].map(([, purpose]) => purpose);
    expect(explained).toEqual([...linkPurposes]);
  });
});

describe('isSameSecret', () => {
  it('compares texts of any length', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abd')).toBe(false);
    expect(isSameSecret('ab', 'abc')).toBe(false);
    expect(isSameSecret('', '')).toBe(true);
  });
});

describe('rowNumberIn', () => {
  it('returns the first part of a token', () => {
    expect(rowNumberIn('12.3.abc')).toBe(12);
    expect(rowNumberIn('1234567.abc')).toBe(1_234_567);
  });
});
