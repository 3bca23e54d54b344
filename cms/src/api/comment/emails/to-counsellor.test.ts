import { describe, expect, it } from 'vitest';
import { letterHtml, letterText } from '#src/api/email/templates/frame';
import { commentWithWords, digestOfTheDay, reportWaiting, somethingWaiting } from './to-counsellor';

const her = { to: 'her@example.org', desk: 'https://cms.example.org/admin/comments' };

describe('letters to the counsellor', () => {
  it('say nothing but that something is waiting, where they are discreet', () => {
    for (const letter of [somethingWaiting(her), digestOfTheDay({ ...her, waiting: 3 }), reportWaiting(her)]) {
      expect(letter.subject).toBe('Something is waiting');
      expect(letterText(letter)).toContain(her.desk);
      expect(letterText(letter)).not.toMatch(/danger|struggling|flag|identifies/i);
    }
    expect(letterText(digestOfTheDay({ ...her, waiting: 1 }))).toContain('One thing is waiting');
  });

  it('give words, name, post and the page to decide where she has chosen so, under the same subject', () => {
    const letter = commentWithWords({
      ...her,
      post: 'A small no',
      audience: 'everyone',
      name: '<b>Ada</b>',
      words: 'Thank you.\n<script>alert(1)</script>',
      decide: 'https://example.org/decide/x',
    });
    expect(letter.subject).toBe('Something is waiting');
    expect(letterText(letter)).toContain('> Thank you.\n> <script>alert(1)</script>');
    expect(letterText(letter)).toContain('https://example.org/decide/x');
    expect(letterHtml(letter)).not.toContain('<script>');
    expect(letterHtml(letter)).toContain('&lt;b&gt;Ada&lt;/b&gt;');
  });

  it('offer no decision about a note', () => {
    const letter = commentWithWords({
      ...her,
      post: 'A small no',
      audience: 'counsellor',
      name: null,
      words: 'Only you.',
      decide: null,
    });
    expect(letterText(letter)).toContain('only for you');
    expect(letterText(letter)).not.toContain('/decide/');
  });
});
