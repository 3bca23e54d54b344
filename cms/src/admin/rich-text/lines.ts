import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { type ListFormat, listsOf, withoutGaps } from './list-tree';
import { schema } from './schema';

/**
 * One line of the text: a paragraph, a heading, a picture, or an item of a list, with the formats of the lists around
 * it. Every command that changes what lines are works on this flat form, and the lists are built again.
 */
export interface Line {
  readonly node: Node;
  readonly path: readonly ListFormat[];
}

interface PlacedLine extends Line {
  /** Where the node begins in the document. */
  readonly pos: number;
}

const formatOf = (list: Node): ListFormat => (list.attrs.format === 'ordered' ? 'ordered' : 'unordered');

/** Returns the formats of the lists around a position, the outermost first. */
export const pathAt = ($pos: ResolvedPos): ListFormat[] =>
  Array.from({ length: $pos.depth + 1 }, (_, depth) => $pos.node(depth))
    .filter(({ type }) => type.name === 'list' || type.name === 'sublist')
    .map(formatOf);

const linesBetween = (doc: Node, from: number, to: number): PlacedLine[] => {
  const lines: PlacedLine[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock && !node.isAtom) return true;
    lines.push({ node, pos, path: pathAt(doc.resolve(pos)) });
    return false;
  });
  return lines;
};

/** The numbers of the blocks that the selection touches, and of the lists directly beside them: they may join. */
const touchedBlocks = ({ doc, selection }: Transaction): [first: number, last: number] => {
  const isList = (at: number): boolean => doc.maybeChild(at)?.type.name === 'list';
  const first = selection.$from.index(0);
  const last = Math.max(first, selection.to > selection.from ? selection.$to.indexAfter(0) - 1 : first);
  return [isList(first - 1) ? first - 1 : first, isList(last + 1) ? last + 1 : last];
};

const asNode = ({ node, path }: Line): Node => {
  if (!node.isTextblock) return node;
  if (path.length > 0) return node.type.name === 'list_item' ? node : schema.node('list_item', null, node.content);
  return node.type.name === 'list_item' ? schema.node('paragraph', null, node.content) : node;
};

const blocksOfLines = (lines: readonly Line[]): Node[] => {
  const blocks: Node[] = [];
  let items: Line[] = [];
  const closeLists = (): void => {
    const valued = withoutGaps(items.map((line) => ({ path: line.path, value: asNode(line) })));
    blocks.push(
      ...listsOf(valued, {
        item: (node) => node,
        list: (format, children, depth) =>
          depth === 0
            ? schema.node('list', { format }, children)
            : schema.node('sublist', { format, more: { indentLevel: depth } }, children),
      }),
    );
    items = [];
  };
  for (const line of lines) {
    if (line.path.length > 0) items.push(line);
    else {
      closeLists();
      blocks.push(asNode(line));
    }
  }
  closeLists();
  return blocks;
};

/** A place in the text that stays the same when the lists around it are built anew. */
interface Place {
  readonly line: number;
  readonly offset: number;
}

const placeOf = (lines: readonly PlacedLine[], $pos: ResolvedPos): Place => ({
  line: Math.max(
    0,
    lines.findLastIndex(({ node, pos }) => pos < $pos.pos || (node.isAtom && pos === $pos.pos)),
  ),
  offset: $pos.parent.isTextblock ? $pos.parentOffset : 0,
});

const selectPlaces = (tr: Transaction, lines: readonly PlacedLine[], anchor: Place, head: Place): void => {
  const line = lines[anchor.line];
  if (line?.node.isAtom && anchor.line === head.line) {
    tr.setSelection(NodeSelection.create(tr.doc, line.pos));
    return;
  }
  const resolve = ({ line: at, offset }: Place): ResolvedPos => tr.doc.resolve((lines[at]?.pos ?? 0) + 1 + offset);
  tr.setSelection(TextSelection.between(resolve(anchor), resolve(head)));
};

/**
 * Changes the lines that the selection touches, and builds the lists around them anew. The selection stays in its text.
 *
 * @param change gets all lines of the blocks concerned and which of them are selected; returns as many lines, or null
 *   if nothing is to be done
 */
export const changeLines = (
  tr: Transaction,
  change: (lines: readonly Line[], isSelected: (at: number) => boolean) => readonly Line[] | null,
): boolean => {
  const [first, last] = touchedBlocks(tr);
  const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const start = sizeOf(tr.doc.children.slice(0, first));
  const end = start + sizeOf(tr.doc.children.slice(first, last + 1));
  const lines = linesBetween(tr.doc, start, end);
  const { from, to, $anchor, $head, empty } = tr.selection;
  const isSelected = (at: number): boolean => {
    const line = lines[at];
    if (!line) return false;
    const lineEnd = line.pos + line.node.nodeSize;
    return empty ? line.pos < from && from < lineEnd : line.pos < to && from < lineEnd;
  };
  const changed = change(lines, isSelected);
  if (changed === null) return false;
  const places = [placeOf(lines, $anchor), placeOf(lines, $head)] as const;
  const blocks = blocksOfLines(changed);
  tr.replaceWith(start, end, Fragment.from(blocks));
  selectPlaces(tr, linesBetween(tr.doc, start, start + sizeOf(blocks)), ...places);
  return true;
};
