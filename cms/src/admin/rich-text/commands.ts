import { exitCode, splitBlock } from 'prosemirror-commands';
import type { Mark, MarkType } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { changeLines, type Line, pathAt } from './lines';
import type { ListFormat } from './list-tree';
import { schema } from './schema';

/** What a line can be made by the toolbar. */
export type LineKind =
  { type: 'paragraph' } | { type: 'heading'; level: number } | { type: 'quote' } | { type: 'list'; format: ListFormat };

const isKind = ({ node, path }: Line, kind: LineKind): boolean => {
  if (kind.type === 'list') return path.at(-1) === kind.format;
  return (
    path.length === 0 && node.type.name === kind.type && (kind.type !== 'heading' || node.attrs.level === kind.level)
  );
};

const becoming = (line: Line, kind: LineKind): Line => {
  if (!line.node.isTextblock) return line;
  if (kind.type === 'list') return { ...line, path: [...line.path.slice(0, -1), kind.format] };
  const attrs = kind.type === 'heading' ? { level: kind.level } : null;
  return { path: [], node: schema.node(kind.type, attrs, line.node.content) };
};

/** Makes the selected lines all of one kind; ordinary paragraphs if they are so already. */
export const toggleKind = (tr: Transaction, kind: LineKind): boolean =>
  changeLines(tr, (lines, isSelected) => {
    const chosen = lines.filter(({ node }, at) => isSelected(at) && node.isTextblock);
    if (chosen.length === 0) return null;
    const wanted: LineKind = chosen.every((line) => isKind(line, kind)) ? { type: 'paragraph' } : kind;
    return lines.map((line, at) => (isSelected(at) ? becoming(line, wanted) : line));
  });

/** Returns whether the line with the cursor is of that kind. */
export const isInKind = ({ selection: { $from } }: EditorState, kind: LineKind): boolean =>
  isKind({ node: $from.parent, path: pathAt($from) }, kind);

/** Changes the paths of the selected items of lists, and of the items that are nested below them. */
const moveItems =
  (move: (path: readonly ListFormat[], level: number, before: Line | undefined) => readonly ListFormat[] | null) =>
  (tr: Transaction): boolean =>
    changeLines(tr, (lines, isSelected) => {
      const changed: Line[] = [];
      let level = 0;
      for (const [at, line] of lines.entries()) {
        if (isSelected(at) && line.path.length > 0 && (level === 0 || line.path.length <= level))
          level = line.path.length;
        else if (line.path.length <= level) level = 0;
        const path = level === 0 ? line.path : move(line.path, level, changed[at - 1]);
        if (path === null) return null;
        changed.push({ ...line, path });
      }
      return changed.every(({ path }, at) => path === lines[at]?.path) ? null : changed;
    });

/** Moves items one level in: below the item before them, which there has to be. */
const sinkItems = moveItems((path, level, before) =>
  before === undefined || before.path.length < level
    ? null
    : [...path.slice(0, level), before.path[level] ?? path[level - 1] ?? 'unordered', ...path.slice(level)],
);

/** Moves items one level out; those of the outermost level become paragraphs. */
const liftItems = moveItems((path, level) => path.filter((_, at) => at !== level - 1));

/** Returns a ProseMirror command for a change of a transaction. */
export const command =
  (change: (tr: Transaction) => boolean): Command =>
  (state, dispatch) => {
    const { tr } = state;
    if (!change(tr)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };

const isInList = ({ selection }: EditorState): boolean => selection.$from.parent.type.name === 'list_item';

/** Tab and Shift+Tab belong to lists only where they move something: elsewhere they leave the editor. */
export const sinkItem: Command = (state, dispatch) => isInList(state) && command(sinkItems)(state, dispatch);
export const liftItem: Command = (state, dispatch) => isInList(state) && command(liftItems)(state, dispatch);

/** Enter in an empty item leaves its list. */
export const leaveList: Command = (state, dispatch) =>
  state.selection.empty && state.selection.$from.parent.content.size === 0 && liftItem(state, dispatch);

/** A line break within the paragraph, item or quotation. */
export const breakLine: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type.spec.code) {
    dispatch?.(state.tr.insertText('\n').scrollIntoView());
    return true;
  }
  if (!state.selection.$from.parent.inlineContent) return false;
  const marks = state.storedMarks ?? state.selection.$from.marks();
  dispatch?.(state.tr.replaceSelectionWith(schema.node('line_break', null, [], marks), false).scrollIntoView());
  return true;
};

/** Enter in a quotation begins a new line of it; on an empty last line, it leaves the quotation. */
export const enterInQuote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (parent.type.name !== 'quote') return false;
  const isAtEnd = empty && $from.parentOffset === parent.content.size;
  if (!isAtEnd || (parent.content.size > 0 && parent.lastChild?.type.name !== 'line_break'))
    return breakLine(state, dispatch);
  if (parent.content.size === 0) return command((tr) => toggleKind(tr, { type: 'quote' }))(state, dispatch);
  const { tr } = state;
  tr.delete($from.pos - 1, $from.pos);
  const after = tr.selection.$from.after();
  tr.insert(after, schema.node('paragraph'));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Backspace at the beginning of an item, heading or quotation makes a paragraph of it, or moves the item out. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false;
  if (isInList(state)) return liftItem(state, dispatch);
  if ($from.parent.type.name === 'paragraph') return false;
  return command((tr) =>
    changeLines(tr, (lines, isSelected) =>
      lines.map((line, at) => (isSelected(at) ? becoming(line, { type: 'paragraph' }) : line)),
    ),
  )(state, dispatch);
};

/** Enter behind a picture begins a paragraph. */
export const enterAtBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.parent.inlineContent || $to.parent.inlineContent) return splitBlock(state, dispatch);
  return (
    exitCode(state, dispatch) ||
    command((tr) => {
      const at = tr.selection.to;
      tr.insert(at, schema.node('paragraph'));
      tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
      return true;
    })(state, dispatch)
  );
};

/** A link, and where in the document its text is. */
interface PlacedLink {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

const linkType: MarkType = schema.mark('link', { url: '' }).type;

/** Returns the link at the beginning of the selection, null if there is none. */
export const linkAt = ({ selection: { $from } }: EditorState): PlacedLink | null => {
  const links: { mark: Mark; from: number; to: number }[] = [];
  let pos = $from.start();
  for (const node of $from.parent.children) {
    const mark = linkType.isInSet(node.marks);
    const last = links.at(-1);
    if (mark && last?.to === pos && last.mark.eq(mark)) last.to = pos + node.nodeSize;
    else if (mark) links.push({ mark, from: pos, to: pos + node.nodeSize });
    pos += node.nodeSize;
  }
  return links.find(({ from, to }) => from <= $from.pos && $from.pos <= to) ?? null;
};

/** Links the selected text, or the link that the cursor is in; else inserts `text` as a link. */
export const setLink =
  (url: string, text: string): Command =>
  (state, dispatch) => {
    const { tr, selection } = state;
    const old = linkAt(state);
    const mark = linkType.create({ url });
    if (old !== null) tr.removeMark(old.from, old.to, linkType).addMark(old.from, old.to, mark);
    else if (state.doc.textBetween(selection.from, selection.to) === '')
      tr.replaceSelectionWith(schema.text(text, [mark, ...selection.$from.marks()]), false);
    else tr.addMark(selection.from, selection.to, mark);
    dispatch?.(tr.removeStoredMark(linkType).scrollIntoView());
    return true;
  };

export const removeLink: Command = (state, dispatch) => {
  const old = linkAt(state);
  if (old === null) return false;
  dispatch?.(state.tr.removeMark(old.from, old.to, linkType));
  return true;
};
