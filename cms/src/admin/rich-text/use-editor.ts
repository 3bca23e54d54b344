import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type MutableRefObject, type RefObject, useEffect, useRef, useState } from 'react';
import type { StoredNode } from '#src/rich-text/rich-text';
import { storedNodes } from '#src/rich-text/rich-text';
import { blocksOf, documentOf, type StoredForms } from './blocks';
import { clipboardSerializer, handleDrop, handlePaste, type PasteEvents } from './paste/clipboard';
import { isSameJson } from './same-json';
import { typingPlugins } from './typing';

export interface EditorProps extends PasteEvents {
  /** The stored text; null or undefined while there is none. */
  value: unknown;
  onChange: (blocks: StoredNode[]) => void;
  isReadOnly: boolean;
  openLink: () => void;
  /** Of the element that is written in. */
  attributes: Record<string, string>;
}

/** What the form and the editor share: the blocks that the editor last handed over or took. */
interface Shared {
  blocks: readonly StoredNode[];
  readonly stored: StoredForms;
}

/**
 * Shows what the form was given from elsewhere, such as after “Discard changes”: only the blocks that differ are
 * replaced, so that the cursor and Undo stay where they can.
 */
const takeFromForm = (view: EditorView, blocks: readonly StoredNode[], shared: Shared): void => {
  const before = shared.blocks;
  let start = 0;
  while (start < Math.min(before.length, blocks.length) && isSameJson(before[start], blocks[start])) start += 1;
  let end = 0;
  const canEnd = (): boolean => end < Math.min(before.length, blocks.length) - start;
  while (canEnd() && isSameJson(before.at(-1 - end), blocks.at(-1 - end))) end += 1;
  shared.blocks = blocks;
  const { tr } = view.state;
  const present = tr.doc.children;
  const isWhole = present.length !== before.length || blocks.length === 0;
  const sizeOf = (from: number, to?: number): number =>
    present.slice(from, to).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const from = isWhole ? 0 : sizeOf(0, start);
  const to = isWhole ? tr.doc.content.size : tr.doc.content.size - sizeOf(present.length - end);
  const fresh = documentOf(isWhole ? blocks : blocks.slice(start, blocks.length - end), shared.stored);
  const isCut = !isWhole && start + end === blocks.length;
  const cursor = tr.selection.from;
  if (isCut) tr.delete(from, to);
  else tr.replaceWith(from, to, fresh.content);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(cursor, tr.doc.content.size)), -1));
  view.dispatch(tr.setMeta('addToHistory', false).setMeta('fromForm', true));
};

/** In pixels, between the line that is written in and what covers the text. */
const room = 24;

/** Keeps the line that is written in above the bar with Save and Publish, which covers the end of a small screen. */
const keepAboveBar = (view: EditorView): false => {
  const bar = document.querySelector('[data-saving]')?.getBoundingClientRect();
  const isBelow = bar !== undefined && bar.top > window.innerHeight / 3 && bar.bottom <= window.innerHeight + room;
  const bottom = isBelow && bar.left < view.dom.getBoundingClientRect().right ? window.innerHeight - bar.top : 0;
  view.props.scrollThreshold = { top: room, right: 0, bottom: bottom + room, left: 0 };
  view.props.scrollMargin = view.props.scrollThreshold;
  return false;
};

/** What the editor asks of the component around it, as it is at the moment. */
interface Around {
  readonly latest: MutableRefObject<EditorProps>;
  readonly shared: Shared;
  readonly onState: (state: EditorState) => void;
}

const createView = (place: HTMLElement, { latest, shared, onState }: Around): EditorView => {
  const props = (): EditorProps => latest.current;
  shared.blocks = storedNodes(props().value);
  const doc = documentOf(props().value, shared.stored);
  const plugins = [...typingPlugins(() => props().openLink()), history(), dropCursor({ width: 3 }), gapCursor()];
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({ doc, plugins }),
    editable: () => !props().isReadOnly,
    attributes: ({ doc: { childCount, firstChild } }) => ({
      ...props().attributes,
      class: childCount === 1 && firstChild?.content.size === 0 ? 'is-empty' : '',
    }),
    clipboardSerializer,
    handleDOMEvents: { paste: (editor, event) => handlePaste(editor, event, props()) },
    handleScrollToSelection: keepAboveBar,
    handleDrop: (editor, event, _slice, isMoved) => !isMoved && handleDrop(editor, event, props()),
    dispatchTransaction(tr) {
      const next = view.state.apply(tr);
      view.updateState(next);
      onState(next);
      if (!tr.docChanged || tr.getMeta('fromForm') === true) return;
      shared.blocks = blocksOf(next.doc, shared.stored);
      props().onChange([...shared.blocks]);
    },
  });
  return view;
};

/** Creates the editor in an element, and keeps it and the form's value the same. */
export const useEditor = (place: RefObject<HTMLElement>, props: EditorProps) => {
  const latest = useRef(props);
  latest.current = props;
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const shared = useRef<Shared>({ blocks: [], stored: new WeakMap() });

  useEffect(() => {
    if (!place.current) return undefined;
    const created = createView(place.current, { latest, shared: shared.current, onState: setState });
    setView(created);
    setState(created.state);
    return () => {
      setView(null);
      created.destroy();
    };
  }, [place]);

  useEffect(() => {
    const blocks = storedNodes(props.value);
    if (view && !isSameJson(blocks, shared.current.blocks)) takeFromForm(view, blocks, shared.current);
  }, [view, props.value]);

  const attributes = JSON.stringify(props.attributes);
  useEffect(() => {
    // The functions above read the newest properties; this has them read again.
    view?.setProps({});
  }, [view, attributes, props.isReadOnly]);

  return { view, state };
};
