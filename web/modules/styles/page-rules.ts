import postcss, { type AtRule, type ChildNode, type Container } from 'postcss';
import parseSelectors, { type Selector } from 'postcss-selector-parser';
import type { StylePart } from '../../shared/page-styles';

/** What an element and those above it must have for a selector to match, as far as classes and attributes say. */
function needsOf(selector: Selector): string[] {
  // Those in the brackets of a pseudo-class are no children of the selector: they may as well be alternatives.
  return selector.nodes.flatMap((node) => {
    if (node.type === 'class') return [`.${node.value}`];
    // Scripts set others, such as `aria-invalid`.
    if (node.type === 'attribute' && node.attribute.startsWith('data-') && node.operator === '=')
      return [`${node.attribute}="${node.value ?? ''}"`];
    return [];
  });
}

/** Returns what a page must have for a rule; null for one that any page may need. */
function requirementsOf(selectors: string, addedByScripts: ReadonlySet<string>): string[][] | null {
  const needs = parseSelectors()
    .astSync(selectors)
    .nodes.map((selector) => needsOf(selector).filter((need) => !addedByScripts.has(need)));
  return needs.some((list) => list.length === 0) ? null : needs;
}

const isGroup = ({ name, nodes }: AtRule): boolean =>
  /^(?:layer|media|supports|container)$/.test(name) && nodes !== undefined;

function partOf(node: ChildNode, addedByScripts: ReadonlySet<string>): StylePart {
  const css = node.toString();
  if (node.type === 'rule') {
    const needs = requirementsOf(node.selector, addedByScripts);
    return needs === null ? css : { needs, css };
  }
  if (node.type !== 'atrule') return css;
  if (isGroup(node)) return { open: css.slice(0, css.indexOf('{') + 1), parts: partsOf(node, addedByScripts) };
  // Only what stands between braces ends by itself.
  return node.nodes === undefined ? `${css};` : css;
}

function partsOf({ nodes }: Pick<Container<ChildNode>, 'nodes'>, addedByScripts: ReadonlySet<string>): StylePart[] {
  const parts: StylePart[] = [];
  for (const node of nodes ?? []) {
    const part = partOf(node, addedByScripts);
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

/**
 * Divides a minified style sheet into what every page has and what only some need, in its order.
 * @param addedByScripts classes that scripts add to a page later, each as `.name`
 */
export const divideStyles = (css: string, addedByScripts: ReadonlySet<string>): StylePart[] =>
  partsOf(postcss.parse(css), addedByScripts);
