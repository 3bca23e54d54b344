import { describe, expect, it } from 'vitest';
import type { NeutralBlock, NoteKind } from '#src/api/import/source';
import { readPost } from '..';

const now = new Date('2026-11-22T10:00:00Z');
const read = (text: string, year?: number) => readPost({ text, now, year });
const outline = (body: NeutralBlock[]) =>
  body.map((block) =>
    block.kind === 'list'
      ? `${block.ordered ? 'ol' : 'ul'}:${block.items.join('|')}`
      : `${block.kind === 'heading' ? `h${block.level}` : block.kind[0]}:${block.text}`,
  );
const notes = (post: ReturnType<typeof read>, kind: NoteKind) =>
  post.notes.filter((note) => note.kind === kind).map(({ text }) => text);

const long = 'This is a paragraph of an ordinary length, in which something is said calmly and without any hurry.';

describe('a page with numbered headings, voices and a P.S.', () => {
  const page = [
    'Rest Is Not a Reward',
    '- tamsinreed7',
    '- Mar 3',
    '- 2 min read',
    'Updated: Mar 5',
    '',
    'Perhaps you know these:',
    '“ Not yet”',
    '“Finish first”',
    '“Others manage”........ And so on.',
    'And that voice?',
    'It is older than you think.',
    'Where It Comes From',
    '1. It kept the peace',
    long,
    '2. It was praised',
    long,
    '',
    'How Therapy Can Help: A Slower Pace',
    'Not hurried, not measured, just met.',
    long,
    'P.S. I’m running a day of rest on Saturday 10th May 2025.',
    'Details are on my page .Workshops',
    '',
    '',
    'Comments',
  ].join('\n');
  const post = read(page);

  it('arrives as a person would have typed it', () => {
    expect(post).toMatchObject({
      title: 'Rest Is Not a Reward',
      author: 'tamsinreed7',
      authorIsSignIn: true,
      published: { day: '2025-03-03', sure: false },
      updated: { day: '2025-03-05' },
      oldPath: '/post/rest-is-not-a-reward',
      postscript: 'P.S. I’m running a day of rest on Saturday 10th May 2025. Details are on my page: Workshops.',
    });
    expect(outline(post.body)).toEqual([
      'p:Perhaps you know these:',
      'ul:“Not yet”|“Finish first”|“Others manage”',
      'p:And so on.',
      'p:And that voice?',
      'p:It is older than you think.',
      'h2:Where It Comes From',
      'h3:1. It kept the peace',
      `p:${long}`,
      'h3:2. It was praised',
      `p:${long}`,
      'h2:How Therapy Can Help: A Slower Pace',
      'p:Not hurried, not measured, just met.',
      `p:${long}`,
    ]);
  });
  it('says what was guessed, changed and left out', () => {
    expect(notes(post, 'guessed')[0]).toContain('3 March 2025');
    expect(notes(post, 'changed')).toHaveLength(4);
    expect(notes(post, 'look')[0]).toContain('“Workshops”');
    expect(notes(post, 'left out')).toEqual([
      '“2 min read”: the site calculates it itself',
      'Below the post: “Comments”',
    ]);
  });
  it('keeps its key when the words or the year change', () => {
    expect(read(page.replace('older', 'younger'), 2024).key).toBe(post.key);
    expect(read(page, 2024).published.day).toBe('2024-03-03');
  });
});

describe('a whole page with menus, Windows line ends and a year', () => {
  const page = [
    '\uFEFFSkip to Main Content',
    'Home',
    'Blog',
    'All Posts',
    'Search',
    'Log in',
    '',
    'Five small kindnesses',
    'Tamsin Reed',
    'Nov 2, 2024',
    '3 min read',
    '',
    'Rated NaN out of 5 stars.',
    '',
    'Five small kindnesses',
    '',
    `You\u00A0might try one of these. \u200B`,
    '\u200B',
    '• A cup of tea',
    '•',
    'A walk to the gate',
    '',
    'What to say to yourself',
    '',
    long,
    '',
    '1. Sit down',
    '',
    '2. Breathe out',
    '',
    '3. Stay a while',
    '',
    'Notice what happens',
    '',
    long,
    '',
    '“The curious paradox is that when I accept myself, I can change.”',
    '',
    '– Carl Rogers',
    '',
    'That is all.',
    '',
    '12 views',
    '0 comments',
    '',
    'Post not marked as liked',
    'Recent Posts',
    'See All',
    'A letter to the tired',
    'bottom of page',
    '',
  ].join('\r\n');
  const post = read(page);

  it('keeps the post and nothing of the page', () => {
    expect(post).toMatchObject({
      title: 'Five small kindnesses',
      author: 'Tamsin Reed',
      authorIsSignIn: false,
      published: { day: '2024-11-02', sure: true },
      updated: null,
      postscript: null,
    });
    expect(outline(post.body)).toEqual([
      'p:You might try one of these.',
      'ul:A cup of tea|A walk to the gate',
      'h2:What to say to yourself',
      `p:${long}`,
      'ol:Sit down|Breathe out|Stay a while',
      'h2:Notice what happens',
      `p:${long}`,
      'q:“The curious paradox is that when I accept myself, I can change.”\n– Carl Rogers',
      'p:That is all.',
    ]);
  });
  it('names what it left out', () => {
    const leftOut = notes(post, 'left out').join('\n');
    for (const words of ['Home', 'All Posts', 'Rated NaN', '12 views', '0 comments']) expect(leftOut).toContain(words);
    expect(leftOut).toContain('“Recent Posts”, “See All”, “A letter to the tired”, “bottom of page”');
  });
});

describe('a page with numbered sections and no writer', () => {
  const post = read(
    [
      'All Posts',
      'Three doors',
      'Dec 28',
      '1 min read',
      'Updated: Jan 3',
      long,
      '1. The first door',
      long,
      '- open it',
      '- or do not',
      '2. The second door',
      long,
      '3. The third door',
      long,
      'P.S.: Come in.',
    ].join('\n'),
  );

  it('leaves the numbers to the site and finds the day across the turn of the year', () => {
    expect(post).toMatchObject({
      title: 'Three doors',
      author: null,
      published: { day: '2025-12-28' },
      updated: { day: '2026-01-03' },
      postscript: 'P.S. Come in.',
    });
    expect(outline(post.body)).toEqual([
      `p:${long}`,
      'h2:The first door',
      `p:${long}`,
      'ul:open it|or do not',
      'h2:The second door',
      `p:${long}`,
      'h2:The third door',
      `p:${long}`,
    ]);
    expect(notes(post, 'changed')).toHaveLength(3);
  });
});

describe('other pages', () => {
  const page = (...body: string[]) => ['On Rest', '- Tamsin Reed', '- Mar 3', '- 1 min read', ...body].join('\n');

  it('never takes words of readers', () => {
    expect(outline(read(page(long, '2 comments', 'Jo', 'Thank you, this is me.')).body)).toEqual([`p:${long}`]);
  });
  it('keeps a P.S. in the middle of a letter where it stands', () => {
    const post = read(page('P.S. was how her letters ended.', ...Array.from({ length: 8 }, () => long)));
    expect(post.postscript).toBeNull();
    expect(post.body).toHaveLength(9);
  });
  it('puts a name under the quotation above it, unless it begins a section', () => {
    const quotation = '“No is a complete sentence.”';
    expect(outline(read(page(quotation, 'Anne Lamott', long)).body)).toEqual([
      `q:${quotation}\nAnne Lamott`,
      `p:${long}`,
    ]);
    expect(outline(read(page(quotation, '', 'Small Steps', long)).body)).toEqual([
      `q:${quotation}`,
      'h2:Small Steps',
      `p:${long}`,
    ]);
  });
  it('takes a lone mark for a list only if it can be nothing else', () => {
    expect(outline(read(page(long, '•', 'tea', '*', long)).body)).toEqual([`p:${long}`, 'ul:tea', 'p:*', `p:${long}`]);
  });
  it('takes counters and hashtags at the end for the page’s own', () => {
    expect(read(page(long, '#rest #grief', '37 views0 comments', 'Recent Posts')).body).toHaveLength(1);
  });
  it('doubts aloud', () => {
    expect(notes(read(page(long, 'What would you say to a friend?', long)), 'look')[0]).toContain('could be a heading');
  });
  it('reads a thousand lines', () => {
    expect(read(page(...Array.from({ length: 1000 }, (_, n) => `${long} (${n})`))).body).toHaveLength(1000);
  });
  it('leaves out an update that was before it was published', () => {
    expect(
      notes(
        read(page(long).replace('Mar 3', 'Mar 3, 2025').replace('read', 'read\nUpdated: Mar 1, 2025')),
        'left out',
      ).join(),
    ).toContain('Updated: Mar 1, 2025');
  });
});

describe('what is no such page', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'Dear diary,\nwhat a day.'],
    ['a list', '- Jul 25\n- 4 min read'],
    ['a page without a day', 'On Rest\n4 min read\nWords.'],
  ])('%s', (_, text) => {
    expect(() => read(text)).toThrow(/^This is not the text of a saved Wix post/);
  });
  it('says when there are no words, or when the day is impossible', () => {
    expect(() => read('On Rest\n- Jul 25\n- 4 min read\nComments')).toThrow(
      'The page “On Rest” has no text under its title.',
    );
    expect(() => read('On Rest\n- Jul 25\n- 4 min read\nWords.', 2099)).toThrow(
      'The day “Jul 25” of 2099 does not exist or is in the future: import again with --date and the right day.',
    );
    expect(() => read('On Rest\n- Mar 3, 1925\n- 4 min read\nWords.')).toThrow(
      'The day “Mar 3, 1925” was long before there were blogs: if its year is mistyped, import it again and give the day',
    );
  });
});
