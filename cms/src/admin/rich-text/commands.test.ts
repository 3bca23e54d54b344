import { history, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { StoredNode } from '#src/rich-text/rich-text';
import { blocksOf, documentOf } from './blocks';
import {
  backspaceAtStart,
  command,
  enterInQuote,
  leaveList,
  liftItem,
  linkAt,
  removeLink,
  setLink,
  sinkItem,
  toggleKind,
} from './commands';
import { insertBlocks, insertImage } from './insert-blocks';

/** A text as short lines: `# ` heading, `- ` and `1. ` items, `> ` quotation; two spaces for each nested level. */
const write = (nodes: readonly StoredNode[], depth = 0): string[] =>
  nodes.flatMap((node): string[] => {
    if (node.type === 'list')
      return (node.children ?? []).flatMap((child) =>
        child.type === 'list'
          ? write([child], depth + 1)
          : [`${'  '.repeat(depth)}${node.format === 'ordered' ? '1.' : '-'} ${textOf(child)}`],
      );
    const mark = { heading: `${'#'.repeat(node.level ?? 2)} `, quote: '> ', image: '[picture]' }[node.type] ?? '';
    return [mark + textOf(node)];
  });
const textOf = (node: StoredNode): string =>
  node.text ??
  (node.children ?? [])
    .map((child) => (child.type === 'link' ? `[${textOf(child)}](${child.url})` : textOf(child)))
    .join('');

const item = (text: string): StoredNode => ({ type: 'list-item', children: [{ type: 'text', text }] });
const paragraph = (text: string): StoredNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const list = (...children: StoredNode[]): StoredNode => ({ type: 'list', format: 'unordered', children });

/** Where a text begins in a document. */
const find = (doc: Node, text: string): number => {
  let found = -1;
  doc.descendants((node, pos) => {
    if (found < 0 && node.isText && node.text?.includes(text)) found = pos + node.text.indexOf(text);
  });
  return found;
};

const open = (blocks: StoredNode[], from: string, to?: string): EditorState => {
  const state = EditorState.create({ doc: documentOf(blocks), plugins: [history()] });
  const [start, end] = [
    find(state.doc, from),
    to === undefined ? find(state.doc, from) : find(state.doc, to) + to.length,
  ];
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start, end)));
};

const run = (state: EditorState, ...commands: Command[]): EditorState =>
  commands.reduce((before, next) => {
    let after = before;
    next(before, (tr) => (after = before.apply(tr)));
    return after;
  }, state);

const linesOf = (state: EditorState): string[] => write(blocksOf(state.doc));
const bullets = command((tr) => toggleKind(tr, { type: 'list', format: 'unordered' }));
const numbers = command((tr) => toggleKind(tr, { type: 'list', format: 'ordered' }));
const heading = command((tr) => toggleKind(tr, { type: 'heading', level: 2 }));

describe('a list', () => {
  const three = [paragraph('one'), paragraph('two'), paragraph('three'), paragraph('four')];

  it('is made of several selected lines, and made paragraphs again', () => {
    const listed = run(open(three, 'one', 'three'), bullets);
    expect(linesOf(listed)).toEqual(['- one', '- two', '- three', 'four']);
    expect(listed.doc.textBetween(listed.selection.from, listed.selection.to, ' ')).toBe('one two three');
    expect(linesOf(run(listed, numbers))).toEqual(['1. one', '1. two', '1. three', 'four']);
    expect(linesOf(run(listed, bullets))).toEqual(['one', 'two', 'three', 'four']);
    expect(linesOf(run(listed, undo))).toEqual(['one', 'two', 'three', 'four']);
  });

  it('joins the list beside it', () => {
    const joined = run(open([list(item('one')), paragraph('two'), list(item('three'))], 'two'), bullets);
    expect(joined.doc.childCount).toBe(1);
    expect(linesOf(joined)).toEqual(['- one', '- two', '- three']);
  });

  it('leaves pictures between the selected lines where they are', () => {
    const picture = { type: 'image', image: { hash: 'a', url: '/uploads/a.jpg' }, children: [] } as StoredNode;
    const listed = run(open([paragraph('one'), picture, paragraph('two')], 'one', 'two'), bullets);
    expect(linesOf(listed)).toEqual(['- one', '[picture]', '- two']);
  });

  it('moves items in and out with those that are nested below them', () => {
    const flat = [list(item('one'), item('two'), list(item('three')), item('four'))];
    const moved = run(open(flat, 'two'), sinkItem);
    expect(linesOf(moved)).toEqual(['- one', '  - two', '    - three', '- four']);
    expect(linesOf(run(moved, liftItem))).toEqual(['- one', '- two', '  - three', '- four']);
    expect(linesOf(run(open(flat, 'one'), sinkItem))).toEqual(['- one', '- two', '  - three', '- four']);
    expect(linesOf(run(open(flat, 'four'), backspaceAtStart))).toEqual(['- one', '- two', '  - three', 'four']);
  });

  it('lets Tab and Shift+Tab leave the editor elsewhere', () => {
    const state = open(three, 'two');
    expect([sinkItem(state), liftItem(state)]).toEqual([false, false]);
  });

  it('ends at Enter in an empty item', () => {
    const state = EditorState.create({ doc: documentOf([list(item('one'), item(''))]) });
    const end = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
    expect(run(end, leaveList).doc.lastChild?.type.name).toBe('paragraph');
  });
});

describe('a quotation', () => {
  it('has several lines, and ends at Enter on an empty one', () => {
    const state = open([{ ...paragraph('one'), type: 'quote' }], 'one');
    const atEnd = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
    const second = run(atEnd, enterInQuote);
    expect(linesOf(run(second, (s, d) => (d?.(s.tr.insertText('two')), true)))).toEqual(['> one\ntwo']);
    expect(run(second, enterInQuote).doc.children.map(({ type }) => type.name)).toEqual(['quote', 'paragraph']);
  });
});

describe('a heading', () => {
  it('is made of a paragraph and of an item, and made a paragraph again', () => {
    const made = run(open([list(item('one'), item('two'), item('three'))], 'two'), heading);
    expect(linesOf(made)).toEqual(['- one', '## two', '- three']);
    expect(linesOf(run(made, heading))).toEqual(['- one', 'two', '- three']);
  });
});

describe('a link', () => {
  it('is put over a selection, changed from within and removed', () => {
    const linked = run(open([paragraph('see the door')], 'the', 'the'), setLink('/door', 'unused'));
    expect(linesOf(linked)).toEqual(['see [the](/door) door']);
    expect(linkAt(linked)?.mark.attrs.url).toBe('/door');
    expect(linesOf(run(linked, setLink('/gate', 'unused')))).toEqual(['see [the](/gate) door']);
    expect(linesOf(run(linked, removeLink))).toEqual(['see the door']);
  });

  it('brings its own text where nothing is selected', () => {
    expect(linesOf(run(open([paragraph('door')], 'door'), setLink('/a', 'Green ')))).toEqual(['[Green ](/a)door']);
  });
});

describe('blocks that are inserted', () => {
  const insert =
    (...blocks: StoredNode[]): Command =>
    (state, dispatch) => {
      dispatch?.(insertBlocks(state.tr, blocks));
      return true;
    };
  const two = [paragraph('A'), { ...paragraph('B'), type: 'heading', level: 2 } as StoredNode, paragraph('C')];

  it.each<[string, StoredNode[], string, StoredNode[], string[]]>([
    ['one paragraph joins the text', [paragraph('one two')], 'two', [paragraph('A')], ['one Atwo']],
    ['several split it', [paragraph('one two')], 'two', two, ['one A', '## B', 'Ctwo']],
    ['a heading stands alone', [paragraph('one')], 'one', [two[1] ?? paragraph('')], ['## B', 'one']],
    [
      'paragraphs become items in a list',
      [list(item('one'))],
      'one',
      [paragraph('A'), paragraph('B')],
      ['- A', '- Bone'],
    ],
    ['a list joins a list', [list(item('one'))], 'one', [list(item('A'), item('B'))], ['- A', '- Bone']],
    [
      'paragraphs become lines of a quotation',
      [{ ...paragraph('one'), type: 'quote' }],
      'one',
      [paragraph('A'), paragraph('B')],
      ['> A\nBone'],
    ],
  ])('%s', (_, before, at, inserted, after) => {
    const state = run(open(before, at), insert(...inserted));
    expect(linesOf(state)).toEqual(after);
    expect(linesOf(run(state, undo))).toEqual(write(before));
  });

  it('puts a picture below the paragraph, and a paragraph below the picture', () => {
    const image = { hash: 'a', url: '/uploads/a.jpg' };
    const state = run(open([paragraph('one')], 'one'), (before, dispatch) => {
      dispatch?.(insertImage(before.tr, image));
      return true;
    });
    expect(state.doc.children.map(({ type }) => type.name)).toEqual(['paragraph', 'image', 'paragraph']);
  });
});
