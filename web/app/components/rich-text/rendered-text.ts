import { h, type VNodeChild } from 'vue';
import type { List } from '#shared/rich-text/body';
import type { Inline, TextRun } from '#shared/rich-text/inline';

/*
 * Render functions, because a template would put white space between the runs of one word. Here and not in a
 * component's setup, because there Vue would take them for new components each time.
 */

function renderRun(run: TextRun): VNodeChild {
  const text: VNodeChild = run.lines.flatMap((line, n) => (n === 0 ? [line] : [h('br'), line]));
  return run.marks.reduceRight<VNodeChild>((inner, mark) => h(mark, [inner]), text);
}

/** The text inside a paragraph, a heading or an item, with its marks and links. */
export const RenderedInline = ({ inline }: { inline: Inline }): VNodeChild =>
  inline.map((run) => {
    if (run.kind === 'text') return renderRun(run);
    const { href, external } = run.link;
    return h('a', { href, rel: external ? 'noopener noreferrer' : undefined }, run.runs.map(renderRun));
  });
RenderedInline.props = ['inline'];

/** A list with the lists inside it. */
export const RenderedList = ({ list }: { list: List }): VNodeChild =>
  h(
    list.isOrdered ? 'ol' : 'ul',
    list.isAllQuotes ? { class: 'voices', role: 'list' } : null,
    list.items.map(({ inline, lists }) =>
      h('li', [RenderedInline({ inline }), ...lists.map((inner) => RenderedList({ list: inner }))]),
    ),
  );
RenderedList.props = ['list'];
