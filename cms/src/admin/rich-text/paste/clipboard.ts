import { DOMSerializer, type Fragment } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { setLink } from '#src/admin/rich-text/commands';
import { insertBlocks } from '#src/admin/rich-text/insert-blocks';
import { schema } from '#src/admin/rich-text/schema';
import type { Pasted } from './lines';
import { readHtml } from './read-html';
import { readText } from './read-text';
import { linkAddress } from './styles';

/** What the editor tells the page around it. */
export interface PasteEvents {
  /** What could not be pasted; empty when everything was. */
  readonly onLeftOut: (what: readonly string[]) => void;
  /** Pictures that were pasted or dropped, and the position of the drop. */
  readonly onPictures: (files: readonly File[], pos: number | undefined) => void;
}

const ownMark = 'data-quiet-room';

/** Marks what is copied from this editor, which is pasted exactly as it was. */
export const clipboardSerializer = new (class extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const made = super.serializeFragment(fragment, options, target);
    if (made.firstChild instanceof Element) made.firstChild.setAttribute(ownMark, '');
    return made;
  }
})(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));

const picturesOf = (data: DataTransfer): File[] => [...data.files].filter(({ type }) => type.startsWith('image/'));

const read = (data: DataTransfer): Pasted | null => {
  const html = data.getData('text/html');
  if (html !== '') {
    const pasted = readHtml(html);
    // A picture that is copied from a page comes as HTML and as a file.
    if (pasted.blocks.length > 0 || picturesOf(data).length === 0) return pasted;
  }
  const text = data.getData('text/plain');
  return text === '' ? null : readText(text);
};

/** Returns the address that was copied alone, null if it was anything else. */
const addressIn = (data: DataTransfer): string | null => linkAddress(data.getData('text/plain').trim());

const take = (view: EditorView, data: DataTransfer, pos: number | undefined, events: PasteEvents): boolean => {
  if (!view.editable || data.getData('text/html').includes(ownMark)) return false;
  const address = addressIn(data);
  const { selection } = view.state;
  if (address !== null && !selection.$from.parent.type.spec.code)
    return setLink(address, address)(view.state, (tr) => view.dispatch(tr));
  const pasted = read(data);
  if (pasted === null || (pasted.blocks.length === 0 && pasted.leftOut.length === 0)) {
    const pictures = picturesOf(data);
    if (pictures.length > 0) events.onPictures(pictures, pos);
    return pictures.length > 0;
  }
  if (pasted.blocks.length > 0) view.dispatch(insertBlocks(view.state.tr, pasted.blocks).setMeta('paste', true));
  events.onLeftOut(pasted.leftOut);
  return true;
};

/** Takes what is pasted into the editor, before the browser does. */
export const handlePaste = (view: EditorView, event: ClipboardEvent, events: PasteEvents): boolean => {
  const data = event.clipboardData;
  if (data === null || !take(view, data, undefined, events)) return false;
  event.preventDefault();
  return true;
};

/** Takes what is dropped on the editor from elsewhere, pictures too; what is moved within it is ProseMirror's. */
export const handleDrop = (view: EditorView, event: DragEvent, events: PasteEvents): boolean => {
  const data = event.dataTransfer;
  if (data === null || !view.editable) return false;
  const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  if (pos === undefined) return false;
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(pos))));
  if (!take(view, data, pos, events)) return false;
  event.preventDefault();
  return true;
};
