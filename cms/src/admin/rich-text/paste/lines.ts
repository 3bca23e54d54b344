import { groupBy, type ListFormat, listsOf, withoutGaps } from '#src/admin/rich-text/list-tree';
import type { StoredNode } from '#src/rich-text/rich-text';

/** Text of one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  url?: string;
}

/** What a line of pasted text is. */
export type Form =
  { kind: 'paragraph' | 'quote' } | { kind: 'heading'; level: 2 | 3 } | { kind: 'item'; path: readonly ListFormat[] };

/** `container`: lines in the same quotation or the same item of a list are lines of one block. */
export interface PastedLine {
  form: Form;
  runs: Run[];
  container: unknown;
}

/** What was pasted: as it is stored, and what could not be taken along, such as “a table”. */
export interface Pasted {
  blocks: StoredNode[];
  leftOut: string[];
}

const styles = ['bold', 'italic', 'strikethrough', 'code', 'url'] as const;
const isSameStyle = (one: Run, other: Run): boolean => styles.every((style) => one[style] === other[style]);

/** Returns runs without spaces around lines and without empty ones; those of one style are joined. */
export const tidyRuns = (runs: readonly Run[]): Run[] => {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    const isAtStart = !last || /\s$/u.test(last.text);
    if (last && run.text.startsWith('\n')) last.text = last.text.replace(/(?<![^\S\n])[^\S\n]+$/u, '');
    const text = isAtStart && !run.text.startsWith('\n') ? run.text.trimStart() : run.text;
    if (text === '' || (!last && text.trim() === '')) continue;
    if (last && isSameStyle(last, run)) last.text += text;
    else tidy.push({ ...run, text });
  }
  for (let last = tidy.at(-1); last !== undefined; last = tidy.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    tidy.pop();
  }
  return tidy;
};

const textNode = ({ text, bold, italic, strikethrough, code }: Run): StoredNode => ({
  type: 'text',
  text,
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(strikethrough && { strikethrough }),
  ...(code && { code }),
});

const emptyText = (): StoredNode => ({ type: 'text', text: '' });

const inlineOf = (runs: readonly Run[]): StoredNode[] => {
  const inline = groupBy(runs, (run, first) => run.url !== undefined && run.url === first.url).flatMap((group) => {
    const url = group[0]?.url;
    const texts = group.map(textNode);
    return url === undefined ? texts : [{ type: 'link', url, rel: '', target: '', children: texts }];
  });
  return [
    ...inline.flatMap((node, at) =>
      node.type === 'link' && (at === 0 || inline[at - 1]?.type === 'link') ? [emptyText(), node] : [node],
    ),
    ...(inline.at(-1)?.type === 'link' ? [emptyText()] : []),
  ];
};

/** Lines of one item or quotation become one line with breaks; so do paragraphs that Word says are a quotation. */
const joinContainers = (lines: readonly PastedLine[]): PastedLine[] =>
  groupBy(
    lines,
    (line, first) =>
      line.container === first.container &&
      line.form.kind === first.form.kind &&
      (line.container !== null || line.form.kind === 'quote'),
  ).map((group) => ({
    form: group[0]?.form ?? { kind: 'paragraph' },
    container: null,
    runs: tidyRuns(group.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]))),
  }));

const blockOf = ({ form, runs }: PastedLine): StoredNode => ({
  type: form.kind,
  ...(form.kind === 'heading' && { level: form.level }),
  children: inlineOf(runs),
});

/** Returns the blocks that lines make: as they would be stored had they been typed. */
export const blocksOfLines = (lines: readonly PastedLine[]): StoredNode[] =>
  groupBy(joinContainers(lines), (line, first) => line.form.kind === 'item' && first.form.kind === 'item').flatMap(
    (group) => {
      const items = group.flatMap(({ form, runs }) => (form.kind === 'item' ? [{ path: form.path, value: runs }] : []));
      if (items.length === 0) return group.map(blockOf);
      return listsOf<readonly Run[], StoredNode>(withoutGaps(items), {
        item: (runs) => ({ type: 'list-item', children: inlineOf(runs) }),
        list: (format, children, depth) => ({
          type: 'list',
          format,
          ...(depth > 0 && { indentLevel: depth }),
          children,
        }),
      });
    },
  );
