import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAllFromBrowser, dropFromBrowser, keepInBrowser } from '#src/admin/components/kept-in-browser';
import { claimDraft, draftPlace, keepDraft, leftDrafts } from './local-drafts';

const form = 'api::post.post:new';
const formKey = 'k'.repeat(22);
const kept = { fields: { title: 'A harbour' }, typedAt: 1_000, formKey, base: { values: { title: null } } };
const place = draftPlace(1, form, formKey);

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
    expect(leftDrafts(1, form, 2_000)).toEqual([{ place, draft: kept }]);
    expect(leftDrafts(2, form, 2_000)).toEqual([]);
    expect(leftDrafts(1, 'api::post.post:newer', 2_000)).toEqual([]);
    expect(leftDrafts(1, 'api::page.page:new', 2_000)).toEqual([]);
    dropFromBrowser(place);
    expect(leftDrafts(1, form, 2_000)).toEqual([]);
  });

  it('is kept of each opened form by itself, and found from the newest on', () => {
    const times = [2_000, 3_000, 1_000];
    for (const typedAt of times) keepDraft(draftPlace(1, form, String(typedAt)), { ...kept, typedAt });
    expect(leftDrafts(1, form, 4_000).map(({ draft }) => draft.typedAt)).toEqual([3_000, 2_000, 1_000]);
  });

  it('is dropped after a month, and when it cannot be read', () => {
    keepDraft(place, kept);
    expect(leftDrafts(1, form, 1_000 + 31 * 86_400_000)).toEqual([]);
    for (const broken of ['{"half', 'null', '{"fields":{}}']) {
      keepDraft(place, kept);
      const [key = ''] = Object.keys(localStorage);
      localStorage.setItem(key, broken);
      expect(leftDrafts(1, form, 2_000)).toEqual([]);
      expect(Object.keys(localStorage)).toEqual([]);
    }
  });

  it('goes with all others when somebody signs out, and nothing else does', () => {
    keepDraft(place, kept);
    keepDraft(draftPlace(1, 'api::page.page:abc', formKey), kept);
    localStorage.setItem('STRAPI_THEME', 'dark');
    dropAllFromBrowser();
    expect(Object.keys(localStorage)).toEqual(['STRAPI_THEME']);
  });

  it('keeps nobody from typing in a browser that is full, or that keeps nothing', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    for (const storage of [{ setItem: full, removeItem: full, getItem: full }, undefined]) {
      vi.stubGlobal('localStorage', storage);
      expect(keepInBrowser(place, kept)).toBe(false);
      expect(() => dropFromBrowser(place)).not.toThrow();
      expect(() => dropAllFromBrowser()).not.toThrow();
      expect(leftDrafts(1, form, 2_000)).toEqual([]);
    }
  });
});

describe('the claim to a draft', () => {
  it('is one form’s at a time, and another’s as soon as it is released', async () => {
    const release = await claimDraft('one');
    const other = claimDraft('one');
    setTimeout(() => release?.(), 250);
    (await other)?.();
    expect(await other).toBeTypeOf('function');
    expect(release).toBeTypeOf('function');
  });

  it('is refused while another form has it', async () => {
    const release = await claimDraft('two');
    expect(await claimDraft('two')).toBeNull();
    release?.();
  });

  it('waits for a browser that has too much to do to answer', async () => {
    const { locks } = navigator;
    const request = async (name: string, options: LockOptions, held: LockGrantedCallback<void>): Promise<void> => {
      await new Promise((resume) => setTimeout(resume, 700));
      options.signal?.throwIfAborted();
      return locks.request(name, options, held);
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const release = await claimDraft('three');
    vi.unstubAllGlobals();
    expect(release).toBeTypeOf('function');
    release?.();
  });
});
