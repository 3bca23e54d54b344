import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import {
  backspaceAtStart,
  breakLine,
  enterAtBlock,
  enterInQuote,
  leaveList,
  liftItem,
  type LineKind,
  sinkItem,
  toggleKind,
} from './commands';
import { schema } from './schema';

/** What is typed at the beginning of a paragraph, and what it makes of the paragraph. */
const beginnings: readonly [RegExp, LineKind][] = [
  [/^##? $/, { type: 'heading', level: 2 }],
  [/^### $/, { type: 'heading', level: 3 }],
  [/^> $/, { type: 'quote' }],
  [/^[-*•] $/, { type: 'list', format: 'unordered' }],
  [/^1[.)] $/, { type: 'list', format: 'ordered' }],
];

/** Undo, or Backspace directly afterwards, brings back what was typed. */
const typedBeginnings = (): Plugin =>
  inputRules({
    rules: beginnings.map(
      ([pattern, kind]) =>
        new InputRule(pattern, (state, _match, start, end) => {
          if (state.selection.$from.parent.type.name !== 'paragraph') return null;
          const tr = state.tr.delete(start, end);
          return toggleKind(tr, kind) ? tr : null;
        }),
    ),
  });

/** The keys of the editor. `openLink` is what Ctrl+K does. */
export const typingPlugins = (openLink: () => void): Plugin[] => {
  const enter = chainCommands(enterInQuote, leaveList, baseKeymap.Enter ?? enterAtBlock);
  const backspace = chainCommands(undoInputRule, backspaceAtStart);
  return [
    typedBeginnings(),
    keymap({
      'Mod-b': toggleMark(schema.marks.bold),
      'Mod-i': toggleMark(schema.marks.italic),
      'Mod-u': toggleMark(schema.marks.underline),
      'Mod-k': () => {
        openLink();
        return true;
      },
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Enter: enter,
      'Shift-Enter': breakLine,
      Tab: sinkItem,
      'Shift-Tab': liftItem,
      Backspace: chainCommands(backspace, baseKeymap.Backspace ?? backspace),
    }),
    keymap(baseKeymap),
  ];
};
