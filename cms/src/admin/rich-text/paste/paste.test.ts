import { describe, expect, it } from 'vitest';
import { blocksOf, documentOf } from '#src/admin/rich-text/blocks';
import { toStrapiBody } from '#src/api/import/documents/plan';
import { linesOfHtml, parseHtml } from '#src/api/import/files/html-lines';
import { readPostBody } from '#src/api/import/sources/wix-page/body';
import docs from './fixtures/google-docs.html?raw';
import webPage from './fixtures/web-page.html?raw';
import wix from './fixtures/wix.html?raw';
import word from './fixtures/word.html?raw';
import { readHtml } from './read-html';
import { readText } from './read-text';

const text = (words: string, style = {}) => ({ type: 'text', text: words, ...style });
const item = (...children: object[]) => ({ type: 'list-item', children });
const list = (format: string, ...children: object[]) => ({ type: 'list', format, children });

/** The same text, whichever program it comes from. */
const expected = [
  { type: 'heading', level: 2, children: [text('How to get there')] },
  {
    type: 'paragraph',
    children: [
      text('Take the '),
      text('early', { bold: true }),
      text(' boat, '),
      text('not', { italic: true }),
      text(' the late one. The '),
      { type: 'link', url: 'https://boats.example.org/times', rel: '', target: '', children: [text('timetable')] },
      text(' is on the quay.'),
    ],
  },
  list(
    'unordered',
    item(text('A warm coat')),
    {
      ...list('unordered', item(text('with '), text('two', { bold: true }), text(' pockets'))),
      indentLevel: 1,
    },
    item(text('A map')),
  ),
  { type: 'heading', level: 3, children: [text('On the island')] },
  list('ordered', item(text('Ring the bell.')), item(text('Wait.'))),
  { type: 'quote', children: [text('Nobody hurries here.')] },
];

describe('pasted from', () => {
  it('Word, it keeps title, headings, lists and quotation', () => {
    const { blocks, leftOut } = readHtml(word);
    expect(blocks).toEqual([
      { type: 'heading', level: 2, children: [text('The lighthouse with the green door')] },
      ...expected,
      { type: 'paragraph', children: [text('Low water')] },
      { type: 'paragraph', children: [text('10:40')] },
    ]);
    expect(leftOut).toEqual(['a table (its text was kept)', '2 pictures']);
  });

  it.each([
    ['Google Docs', docs, ['a picture']],
    ['Wix', wix, ['a picture', 'a dividing line', 'something embedded']],
  ])('%s, it is the same text', (_, html, lost) => {
    const { blocks, leftOut } = readHtml(html);
    expect(blocks).toEqual(expected);
    expect(leftOut).toEqual(lost);
  });

  it('a web page, it is the same text, without what nobody saw and what could run', () => {
    const { blocks, leftOut } = readHtml(webPage);
    expect(blocks).toEqual([...expected, { type: 'paragraph', children: [text('The end')] }]);
    expect(leftOut).toEqual(['a picture', 'a link that leads nowhere']);
  });

  it('any of them, it is what typing the same would store', () => {
    for (const html of [word, docs, wix, webPage]) {
      const { blocks } = readHtml(html);
      expect(blocksOf(documentOf(blocks))).toEqual(blocks);
    }
  });
});

describe('pasted and imported', () => {
  it.each([
    ['a web page', webPage.replaceAll(/<ul>.*?<\/ul><\/li>/gsu, '<ul>')],
    [
      'a short one',
      '<h1>One</h1><p>Two <b>three</b> <a href="https://example.org/a">four</a></p><h5>Five</h5><ol><li>Six</li></ol>',
    ],
  ])('%s is the same text', (_, html) => {
    const { body } = readPostBody(linesOfHtml(parseHtml(html)));
    expect(readHtml(html).blocks).toEqual(toStrapiBody({ body, postscript: null }));
  });
});

describe('HTML', () => {
  const linesIn = (html: string) =>
    readHtml(html).blocks.map(
      ({ type, children = [] }) => `${type}: ${children.map((node) => node.text ?? '').join('')}`,
    );

  it.each([
    ['a line break stays in its paragraph', 'a<br>b', ['paragraph: a\nb']],
    ['two line breaks end it', 'a<br><br>b', ['paragraph: a', 'paragraph: b']],
    ['the breaks of lines in the source are spaces', '<p>a\n   b</p>', ['paragraph: a b']],
    ['an item of two paragraphs has two lines', '<ul><li><p>a</p><p>b</p></li></ul>', ['list: ']],
    ['a quotation of two paragraphs has two lines', '<blockquote><p>a</p><p>b</p></blockquote>', ['quote: a\nb']],
    [
      'divisions are paragraphs',
      '<div>a</div><div>b<div>c</div></div>',
      ['paragraph: a', 'paragraph: b', 'paragraph: c'],
    ],
    ['an emoji that is a picture is text', '<p>a <img alt="🌊" src="x.png"></p>', ['paragraph: a 🌊']],
    ['nothing but spaces is nothing', '<p>&nbsp;</p><p> </p>', []],
  ])('%s', (_, html, lines) => {
    expect(linesIn(html)).toEqual(lines);
  });

  it('makes one list of the many that Word on the web writes', () => {
    const one = (level: number, words: string) =>
      `<div class="ListContainerWrapper"><ul><li data-aria-level="${level}"><p>${words}</p></li></ul></div>`;
    expect(readHtml(one(1, 'a') + one(2, 'b') + one(1, 'c')).blocks).toEqual([
      list('unordered', item(text('a')), { ...list('unordered', item(text('b'))), indentLevel: 1 }, item(text('c'))),
    ]);
  });

  it('says that underlining is left out, but not that of links', () => {
    expect(readHtml('<p><u>a</u></p>').leftOut).toEqual(['underlining']);
    expect(readHtml('<p><a href="https://example.org"><u>a</u></a></p>').leftOut).toEqual([]);
  });

  it('is never slow or refused, however deep', () => {
    expect(readHtml('<div>'.repeat(500) + 'a').blocks).toHaveLength(1);
  });
});

describe('plain text', () => {
  const kinds = (source: string) => readText(source).blocks.map(({ type, format }) => format ?? type);

  it.each([
    ['each line is a paragraph', 'a\n\nb\r\nc', ['paragraph', 'paragraph', 'paragraph']],
    ['lines with bullets are a list', 'a\n• b\n- c\nd', ['paragraph', 'unordered', 'paragraph']],
    ['lines that count are a list', '1. a\n2) b', ['ordered']],
    ['one number is no list', '1. a', ['paragraph']],
    ['a year is no list', '1984. A year\n1985. Another', ['paragraph', 'paragraph']],
  ])('%s', (_, source, blocks) => {
    expect(kinds(source)).toEqual(blocks);
  });
});
