import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftPlace, dropAllDrafts, dropDraft, keepDraft, readDraft } from './local-drafts';

const kept = { fields: { title: 'A harbour' }, typedAt: 1_000, formKey: 'k'.repeat(22) };
const place = draftPlace(1, 'api::post.post:new');

/** A browser's storage: entries are own properties, as `Object.keys` sees them. */
class FakeStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

describe('what was typed and not saved', () => {
  beforeEach(() => vi.stubGlobal('localStorage', new FakeStorage()));
  afterEach(() => vi.unstubAllGlobals());

  it('is kept for its form and account until it is dropped', () => {
    keepDraft(place, kept);
    expect(readDraft(place, 2_000)).toEqual(kept);
    expect(readDraft(draftPlace(2, 'api::post.post:new'), 2_000)).toBeNull();
    expect(readDraft(draftPlace(1, 'api::page.page:new'), 2_000)).toBeNull();
    dropDraft(place);
    expect(readDraft(place, 2_000)).toBeNull();
  });

  it('is dropped after a month, and when it cannot be read', () => {
    keepDraft(place, kept);
    expect(readDraft(place, 1_000 + 31 * 86_400_000)).toBeNull();
    localStorage.setItem(place, '{"half');
    expect(readDraft(place, 2_000)).toBeNull();
    expect(localStorage.getItem(place)).toBeNull();
  });

  it('goes with all others when somebody signs out, and nothing else does', () => {
    keepDraft(place, kept);
    keepDraft(draftPlace(1, 'api::page.page:abc'), kept);
    localStorage.setItem('STRAPI_THEME', 'dark');
    dropAllDrafts();
    expect(Object.keys(localStorage)).toEqual(['STRAPI_THEME']);
  });

  it('keeps nobody from typing in a browser that is full', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(() => keepDraft(place, kept)).not.toThrow();
  });
});
