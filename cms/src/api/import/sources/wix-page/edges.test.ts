import { describe, expect, it } from 'vitest';
import { readPost } from '..';

const now = new Date('2026-11-22T10:00:00Z');
const long = 'This is a paragraph of an ordinary length, in which something is said calmly and without any hurry.';
const other = 'And this is another one, which must still be there when the post has arrived on the new site.';

const bring = (body: string[], options: { keepsAll?: boolean } = {}) =>
  readPost({
    text: ['On Rest', '- Tamsin Reed', '- Mar 3, 2025', '- 1 min read', ...body].join('\n'),
    now,
    ...options,
  });
const textOf = (post: ReturnType<typeof bring>): string[] => [
  ...post.body.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])),
  ...(post.postscript ? [post.postscript] : []),
];
const leftOut = (post: ReturnType<typeof bring>): string =>
  post.notes.flatMap(({ kind, text }) => (kind === 'left out' ? [text] : [])).join('\n');

describe('a line that Wix writes, too, within the text', () => {
  it.each([
    '(c) Ring somebody.',
    '© 1986 A. Poet',
    'Copyright 2019 A. Poet. All rights reserved.',
    'Comments',
    'Comments (3)',
    '3 comments',
    '12 views',
    '3 likes',
    '0 comments',
    'Post not marked as liked',
    'Write a comment...',
    'Recent Posts',
    'Related posts',
    'You might also like',
    'See All',
    'Top of page',
    'Share',
    'Home',
    'More',
    '1986',
    '#rest',
    'On Rest',
    'We use cookies on our website to see how you interact with it.',
  ])('stays with all that follows it: %s', (line) => {
    const post = bring([long, line, other, 'Rest', other]);
    expect(textOf(post)).toEqual([long, line, other, 'Rest', other]);
    expect(leftOut(post)).toBe('“1 min read”: the site calculates it itself');
  });
  it.each([
    ['12 views', '3 likes'],
    ['12 views', '0 comments', 'Post not marked as liked'],
    ['Recent Posts', 'See All'],
    ['Facebook', 'Twitter'],
  ])('stays in company, too: %s, %s', (...lines) => {
    expect(textOf(bring([long, ...lines, other, other]))).toEqual([long, ...lines, other, other]);
  });
  it.each(['Home', 'Share', '© 1986 A. Poet', '(c) Ring somebody.', '1986', 'More', '#rest'])(
    'stays at the very end, where nothing of Wix is beside it: %s',
    (line) => {
      expect(textOf(bring([long, other, line]))).toEqual([long, other, line]);
    },
  );
  it('is pointed out with its place', () => {
    expect(bring([long, '12 views', other]).notes).toContainEqual({
      kind: 'look',
      text: '“12 views” (line 6 of the file) stayed in the post, though the old page may have put it there: if it did, delete it in the editor',
    });
  });
  it('stays above the page’s own lines at the end', () => {
    const post = bring([long, 'Comments', other, '© 1986 A. Poet', '12 views', '0 comments', 'Comments']);
    expect(textOf(post)).toEqual([long, 'Comments', other, '© 1986 A. Poet']);
    expect(leftOut(post)).toContain('Below the post: “12 views”, “0 comments”, “Comments”');
  });
});

describe('what Wix puts under a post', () => {
  const cards = ['Recent Posts', 'See All', 'A letter to the tired', '12', 'Why we say yes when we mean no…', '4'];
  const comments = [
    'Comments',
    'Write a comment...',
    'Jo Marsh',
    'Mar 4',
    'Thank you. This is me, too.',
    'Like',
    'Reply',
  ];
  it.each([
    [['Comments']],
    [['0 comments']],
    [['12 views', '3 likes', 'Post not marked as liked']],
    [['12 views0 comments', '3 likes. Post not marked as liked', '3']],
    [['1 like. Post marked as liked1']],
    [['#rest #grief', 'Facebook', 'X (Twitter)', 'LinkedIn', 'Copy link', '37 views0 comments']],
    [cards],
    [['12 views', ...cards, ...comments]],
    [comments],
    [['2 comments', 'Jo', 'Thank you, this is me.']],
    [['Comments', 'Write a comment...Share Your ThoughtsBe the first to write a comment.']],
    [['Comments', 'Commenting has been turned off.', 'Log In / Sign Up', 'bottom of page']],
    [
      [
        'Rated 0 out of 5 stars.',
        'No ratings yet',
        'Add a rating*',
        'Comments',
        'Sort by:',
        'Newest',
        'Write a comment...',
      ],
    ],
    [['0 comments', ...cards, 'Tamsin Reed Counselling', long, '©2024 by Tamsin Reed. Proudly created with Wix.com']],
    [
      [
        ...cards,
        'We use cookies on our website to see how you interact with it. By accepting, you agree to our use of such cookies.',
        'Decline',
        'Accept',
        'bottom of page',
      ],
    ],
  ])('is left out and shown word for word: %j', (lines) => {
    const post = bring([long, other, ...lines]);
    expect(textOf(post)).toEqual([long, other]);
    for (const line of lines) expect(leftOut(post)).toContain(`“${line}”`);
    expect(post.notes.find(({ text }) => text.startsWith('Below the post'))?.mend).toContain('--keep-all');
  });
  it('is kept when she says so', () => {
    const lines = ['12 views', '0 comments', 'Comments'];
    const post = bring(['Post not marked as liked', long, ...lines], { keepsAll: true });
    expect(textOf(post)).toEqual(['Post not marked as liked', long, ...lines]);
    expect(leftOut(post)).toBe('“1 min read”: the site calculates it itself');
  });
  it('is recognised above the text, too, as far as it goes', () => {
    const post = bring(['Rated NaN out of 5 stars.', 'On Rest', '12 views', long, '1986', other]);
    expect(textOf(post)).toEqual([long, '1986', other]);
    expect(leftOut(post)).toContain(
      'Between the title and the post: “Rated NaN out of 5 stars.”, “On Rest”, “12 views”',
    );
  });
  it('is not published unseen where readers may have written it', () => {
    const doubtful = [long, 'Comments', 'Jo', 'Thank you for this.'];
    expect(textOf(bring(doubtful))).toEqual(doubtful);
    expect(bring(doubtful).holdBack).toContain('may have been written by readers');
    expect(bring(doubtful, { keepsAll: true }).holdBack).toBeNull();
    expect(bring([long, other]).holdBack).toBeNull();
  });
});

describe('two posts in one file', () => {
  const second = ['On Play', '- Tamsin Reed', '- Apr 3, 2025', '- 2 min read', other];
  it('are refused, with the line where the second begins', () => {
    expect(() => bring([long, 'Comments', ...second])).toThrow(
      'Under the title “On Rest” there is a second post: line 10 says “- 2 min read” once more.',
    );
    expect(textOf(bring([long, ...second], { keepsAll: true }))).toHaveLength(6);
  });
  it('are not confused with words about reading', () => {
    expect(textOf(bring([long, '2 min read', other]))).toEqual([long, '2 min read', other]);
  });
});
