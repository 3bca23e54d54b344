import {
  ArrowClockwise,
  Bold,
  BulletList,
  HeadingThree,
  HeadingTwo,
  Image,
  Italic,
  Link,
  NumberList,
  Quotes,
} from '@strapi/icons';
import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ComponentType, type KeyboardEvent, type SVGProps, useRef, useState } from 'react';
import { command, isInKind, type LineKind, linkAt, toggleKind } from './commands';
import { ToolbarButton, ToolbarRow } from './editor-style';
import { type Format, imageIn, schema } from './schema';

interface Tool {
  readonly label: string;
  readonly icon: ComponentType<SVGProps<SVGSVGElement>>;
  /** Without the modifier key, as `aria-keyshortcuts` writes keys. */
  readonly keys?: string;
  readonly isMirrored?: boolean;
  readonly isPressed?: (state: EditorState) => boolean;
  readonly isPossible?: (state: EditorState) => boolean;
  readonly run: Command;
}

const isApple = /Mac|iPhone|iPad/u.test(navigator.userAgent);

const kindTool = (label: string, icon: Tool['icon'], kind: LineKind): Tool => ({
  label,
  icon,
  isPressed: (state) => isInKind(state, kind),
  run: command((tr) => toggleKind(tr, kind)),
});

const isMarked = ({ selection, storedMarks, doc }: EditorState, format: Format): boolean => {
  const type = schema.marks[format];
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
  return doc.rangeHasMark(selection.from, selection.to, type);
};

const markTool = (label: string, icon: Tool['icon'], format: Format, keys: string): Tool => ({
  label,
  icon,
  keys,
  isPressed: (state) => isMarked(state, format),
  run: toggleMark(schema.marks[format]),
});

/** Returns the picture that is selected, null if none is. */
export const selectedImage = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.type.name === 'image' ? imageIn(selection.node) : null;

const toolsFor = (openLink: () => void, openPicture: () => void): readonly Tool[] => [
  kindTool('Heading', HeadingTwo, { type: 'heading', level: 2 }),
  kindTool('Smaller heading', HeadingThree, { type: 'heading', level: 3 }),
  markTool('Bold', Bold, 'bold', 'B'),
  markTool('Italic', Italic, 'italic', 'I'),
  {
    label: 'Link',
    icon: Link,
    keys: 'K',
    isPressed: (state) => linkAt(state) !== null,
    run: () => {
      openLink();
      return true;
    },
  },
  kindTool('Bulleted list', BulletList, { type: 'list', format: 'unordered' }),
  kindTool('Numbered list', NumberList, { type: 'list', format: 'ordered' }),
  kindTool('Quotation', Quotes, { type: 'quote' }),
  {
    label: 'Picture',
    icon: Image,
    isPressed: (state) => selectedImage(state) !== null,
    run: () => {
      openPicture();
      return true;
    },
  },
  { label: 'Undo', icon: ArrowClockwise, isMirrored: true, keys: 'Z', isPossible: (state) => undo(state), run: undo },
  { label: 'Redo', icon: ArrowClockwise, keys: 'Shift+Z', isPossible: (state) => redo(state), run: redo },
];

interface ToolbarProps {
  view: EditorView;
  state: EditorState;
  /** The id of the text that the tools are for. */
  controls: string;
  openLink: () => void;
  openPicture: () => void;
}

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export const Toolbar = ({ view, state, controls, openLink, openPicture }: ToolbarProps) => {
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const tools = toolsFor(openLink, openPicture);
  const moveTo = (event: KeyboardEvent, at: number): void => {
    event.preventDefault();
    const next = (at + tools.length) % tools.length;
    setCurrent(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') moveTo(event, current + 1);
    else if (event.key === 'ArrowLeft') moveTo(event, current - 1);
    else if (event.key === 'Home') moveTo(event, 0);
    else if (event.key === 'End') moveTo(event, tools.length - 1);
  };
  return (
    <ToolbarRow ref={row} role="toolbar" aria-label="Formatting" aria-controls={controls} onKeyDown={onKeyDown}>
      {tools.map(({ label, icon: Icon, keys, isMirrored, isPressed, isPossible, run }, at) => {
        const shortcut = keys && `${isApple ? 'Cmd' : 'Ctrl'}+${keys}`;
        const isDisabled = isPossible?.(state) === false;
        return (
          <ToolbarButton
            key={label}
            type="button"
            aria-label={label}
            title={shortcut ? `${label} (${shortcut})` : label}
            aria-keyshortcuts={keys && `${isApple ? 'Meta' : 'Control'}+${keys}`}
            aria-pressed={isPressed?.(state)}
            aria-disabled={isDisabled || undefined}
            tabIndex={at === current ? 0 : -1}
            onFocus={() => setCurrent(at)}
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (isDisabled) return;
              view.focus();
              run(view.state, (tr) => view.dispatch(tr), view);
            }}
          >
            <Icon aria-hidden style={isMirrored ? { transform: 'scaleX(-1)' } : undefined} />
          </ToolbarButton>
        );
      })}
    </ToolbarRow>
  );
};
