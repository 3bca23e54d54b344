import { describe, expect, it } from 'vitest';
import { readPost } from '..';

const now = new Date('2026-11-22T10:00:00Z');
const long = 'This is a paragraph of an ordinary length, in which something is said calmly and without any hurry.';
const bring = (head: string[], options: { date?: string; savedAt?: Date } = {}) =>
  readPost({ text: [...head, long].join('\n'), now, ...options });
const summary = (head: string[]) => {
  const { title, author, published, updated, body } = bring(head);
  return [title, author, published.day, updated?.day ?? null, body.length];
};

describe('the head of a page', () => {
  it.each([
    [['On Rest', '- Tamsin Reed', '- a day ago', '- 4 min read'], '2026-11-21', null],
    [['On Rest', '- Tamsin Reed', '- 3 days ago', '- 4 min read'], '2026-11-19', null],
    [['On Rest', '- Tamsin Reed', '- 25/07/2025', '- 4 min read'], '2025-07-25', null],
    [['On Rest', '- Tamsin Reed', '- Jul 25, 2024', '- 4 min read'], '2024-07-25', null],
    [['On Rest', '- Tamsin Reed', '- 25 Jul 2024', '- 4 min read'], '2024-07-25', null],
    [
      ['On Rest', '- Tamsin Reed', '- 25. Juli 2024', '- 4 Min. Lesezeit', 'Aktualisiert: 27. Juli 2024'],
      '2024-07-25',
      '2024-07-27',
    ],
    [['On Rest', 'Tamsin Reed', 'Jul 25, 20244 min read', 'Updated: Jul 26'], '2024-07-25', '2024-07-26'],
    [['On Rest', 'Tamsin ReedJul 25, 202412 min readUpdated: Jul 26'], '2024-07-25', '2024-07-26'],
    [['On Rest', 'Tamsin Reed · Jul 25, 2024 · 4 min read'], '2024-07-25', null],
    [['On Rest', 'Tamsin Reed', 'Jul 254 min read'], '2026-07-25', null],
    [['On Rest', '- Tamsin Reed', '- Jul 25, 2024'], '2024-07-25', null],
    [['On Rest', 'Tamsin Reed • 25/07/2024'], '2024-07-25', null],
    [['On Rest', 'By Tamsin Reed', 'Published on 25 July 2024', 'Updated: Jul 26'], '2024-07-25', '2024-07-26'],
    [['Home', 'Blog', 'On Rest', 'Writer’s picture: Tamsin Reed', 'Tamsin Reed', 'Jul 25, 2024'], '2024-07-25', null],
  ] as const)('is read: %j', (head, published, updated) => {
    expect(summary([...head])).toEqual(['On Rest', 'Tamsin Reed', published, updated, 1]);
  });
  it.each(['- vor 3 Tagen', '- 25th of Juuly', '- 2024年7月25日'])('quotes a day that it can’t read: %s', (line) => {
    const head = ['On Rest', '- Tamsin Reed', line, '- 4 min read'];
    const sentence = `the line “${line.slice(2)}” stands where the day should be, but it can’t be read as one; import it again and give the day, for example: --date 2025-07-25`;
    expect(() => bring(head)).toThrow(sentence);
    expect(bring(head, { date: '2024-07-25' })).toMatchObject({
      title: 'On Rest',
      author: 'Tamsin Reed',
      published: { day: '2024-07-25', sure: true },
    });
  });
  it('does not take a number in the title for a day', () => {
    expect(summary(['Home', '5 small kindnesses', '4 min read', '25 Jul 2024'])).toEqual([
      '5 small kindnesses',
      null,
      '2024-07-25',
      null,
      1,
    ]);
    expect(bring(['5 small kindnesses', '4 min read'], { date: '2024-07-25' }).title).toBe('5 small kindnesses');
  });
  it('leaves out an update that can’t be read, and says so', () => {
    const post = bring(['On Rest', '- Jul 25, 2024', '- 4 min read', 'Updated: vor 2 Tagen']);
    expect(post.body).toHaveLength(1);
    expect(post.notes).toContainEqual({
      kind: 'left out',
      text: '“Updated: vor 2 Tagen”: this can’t be read as a day',
      mend: 'enter the day under “updated” in the editor',
    });
  });
  it('keeps a paragraph that begins with “Updated”', () => {
    const words = 'Updated: I have thought about this again, and I would say it differently today.';
    expect(bring(['On Rest', '- Jul 25, 2024', '- 4 min read', words]).body[0]).toEqual({
      kind: 'paragraph',
      text: words,
    });
  });
  it('counts back from the day on which the file was saved', () => {
    const post = bring(['On Rest', '3 days ago', '4 min read'], { savedAt: new Date('2025-03-10T10:00:00Z') });
    expect(post.published).toMatchObject({ day: '2025-03-07', sure: false });
    expect(post.published.why).toContain('10 March 2025, when the file was saved');
  });
  it('keeps the joiners of emoji and of other scripts', () => {
    const words = 'می‌خواهم 👩‍👩‍👧';
    expect(bring(['On Rest', 'Jul 25, 2024', '4 min read', words]).body[0]).toEqual({ kind: 'paragraph', text: words });
  });
  it('is not a day in the middle of a text', () => {
    const text = ['A diary', long, 'Jul 25, 2024', long].join('\n');
    expect(() => readPost({ text, now })).toThrow(/^This is not the text of a saved Wix post/);
  });
});
