import { closeHistory } from 'prosemirror-history';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { NodeSelection, type Transaction } from 'prosemirror-state';
import type { StoredNode } from '#src/rich-text/rich-text';
import { documentOf, fragmentOf } from './blocks';
import { schema } from './schema';

const isParagraph = (node: Node | null | undefined): boolean => node?.type.name === 'paragraph';

/** Paragraphs that are pasted into an item of a list become items. */
const asItems = (content: Fragment): Fragment =>
  Fragment.from(content.content.map((node) => schema.node('list_item', null, node.content)));

/** Blocks as a slice that joins the text around the selection where its first and last block can. */
const sliceFor = (tr: Transaction, content: Fragment): Slice => {
  const target = tr.selection.$from.parent.type.name;
  const onlyParagraphs = content.content.every(isParagraph);
  const only = content.childCount === 1 ? content.firstChild : null;
  if (target === 'list_item' && only?.type.name === 'list') return new Slice(content, 2, 2);
  if (target === 'list_item' && onlyParagraphs) return new Slice(asItems(content), 1, 1);
  if (target === 'quote' && onlyParagraphs) {
    const lines = content.content.flatMap((node, at) => [
      ...(at > 0 ? [schema.node('line_break')] : []),
      ...node.children,
    ]);
    return new Slice(Fragment.from(lines), 0, 0);
  }
  return new Slice(content, Number(isParagraph(content.firstChild)), Number(isParagraph(content.lastChild)));
};

/** Puts blocks in the place of the selection, as one step for Undo. */
export const insertBlocks = (tr: Transaction, blocks: readonly StoredNode[]): Transaction => {
  closeHistory(tr);
  if (tr.selection.$from.parent.type.spec.code) {
    const document = documentOf(blocks);
    return tr.insertText(document.textBetween(0, document.content.size, '\n', '\n'));
  }
  return tr.replaceSelection(sliceFor(tr, fragmentOf(blocks))).scrollIntoView();
};

/**
 * Puts a picture at a position, or where the selection is: in the place of an empty paragraph, else below the block.
 */
export const insertImage = (tr: Transaction, image: Record<string, unknown>, pos?: number): Transaction => {
  closeHistory(tr);
  const node = schema.node('image', { image });
  const $pos = tr.doc.resolve(Math.min(pos ?? tr.selection.to, tr.doc.content.size));
  const isEmpty = $pos.depth === 1 && isParagraph($pos.parent) && $pos.parent.content.size === 0;
  const at = $pos.depth === 0 ? $pos.pos : isEmpty ? $pos.before(1) : $pos.after(1);
  if (isEmpty) tr.replaceWith(at, at + 2, node);
  else tr.insert(at, node);
  if (at + node.nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, schema.node('paragraph'));
  return tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView();
};

/** Gives the selected picture the record that its file has now, such as another description. */
export const describeImage = (tr: Transaction, image: Record<string, unknown>): Transaction => {
  const at = tr.selection.from;
  tr.setNodeAttribute(at, 'image', image);
  return tr.setSelection(NodeSelection.create(tr.doc, at));
};
