import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepInBrowser } from '#src/admin/components/kept-in-browser';
import { keptTexts } from './kept-texts';

/** What a browser offers, as far as it is used here: values are own properties, too. */
class Storage {
  [key: string]: unknown;
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  getItem(key: string): unknown {
    return this[key] ?? null;
  }
}

beforeEach(() => vi.stubGlobal('localStorage', new Storage()));
afterEach(() => vi.unstubAllGlobals());

describe('the texts that this browser keeps', () => {
  it('are called by what they are and how they begin', () => {
    const draft = (fields: object) => ({ fields, typedAt: 1, formKey: 'k', base: { values: {} } });
    keepInBrowser('form:2:api::post.post:new:a', draft({ title: 'A harbour', contentNote: 'Storms' }));
    keepInBrowser('form:2:api::author.author:abc:b', draft({ name: 'Nora Ashby' }));
    keepInBrowser('form:2:api::practice.practice:abc:c', draft({ practiceName: '' }));
    keepInBrowser('text:2:reply:12', { typed: { text: 'Dear Rowan,\nthank you.' }, typedAt: 1, nonce: 'n' });
    keepInBrowser('text:2:email:abc', { typed: { subject: '', text: null }, typedAt: 1, nonce: 'n' });
    keepInBrowser('text:2:something-new:abc', { unreadable: true });
    expect(keptTexts()).toEqual([
      'a new post: “A harbour”',
      'an author: “Nora Ashby”',
      'your practice',
      'a reply to a comment: “Dear Rowan, thank you.”',
      'an email to participants',
      'a text',
    ]);
  });
});
