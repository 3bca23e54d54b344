import postcss, { type ChildNode, type Container } from 'postcss';
import parseSelectors, { type Selector } from 'postcss-selector-parser';

/**
 * A part of a style sheet: text for every page; a rule with what a page must have for it, any of the lists; or a group,
 * such as a layer, with what it begins with. A requirement is a class (`.name`) or a data attribute as HTML has it
 * (`data-x="10"`).
 */
export type StylePart = string | { needs: string[][]; css: string } | { open: string; parts: StylePart[] };

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

const isGroup = (node: ChildNode): node is ChildNode & Container<ChildNode> =>
  node.type === 'atrule' && /^(?:layer|media|supports|container)$/.test(node.name) && node.nodes !== undefined;

function partOf(node: ChildNode, addedByScripts: ReadonlySet<string>): StylePart {
  if (isGroup(node)) {
    const css = node.toString();
    return { open: css.slice(0, css.indexOf('{') + 1), parts: partsOf(node, addedByScripts) };
  }
  const needs = node.type === 'rule' ? requirementsOf(node.selector, addedByScripts) : null;
  // Only what stands between braces ends by itself.
  const css = node.type === 'atrule' && node.nodes === undefined ? `${node.toString()};` : node.toString();
  return needs === null ? css : { needs, css };
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
