export type ListFormat = 'ordered' | 'unordered';

/** One item, with the format of each list around it, the outermost first. */
export interface Item<Value> {
  readonly path: readonly ListFormat[];
  readonly value: Value;
}

/** How items and lists are made of what is in them. `depth` is 0 for a list that is in no other. */
interface Make<Value, Made> {
  item: (value: Value) => Made;
  list: (format: ListFormat, children: Made[], depth: number) => Made;
}

/** Returns consecutive entries for which `belongs` is true of the first of them, as groups. */
export const groupBy = <Entry>(entries: readonly Entry[], belongs: (entry: Entry, first: Entry) => boolean) => {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first !== undefined && belongs(entry, first)) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
};

/**
 * Returns the lists that items make which stand below one another: one for each change of the outermost format. A
 * nested list is a sibling of the item that it belongs to.
 */
export const listsOf = <Value, Made>(
  items: readonly Item<Value>[],
  make: Make<Value, Made>,
  depth = 0,
): readonly Made[] =>
  groupBy(items, (item, first) => item.path[depth] === first.path[depth]).map((group) => {
    const isHere = ({ path }: Item<Value>): boolean => path.length <= depth + 1;
    const children = groupBy(group, (item, first) => isHere(item) === isHere(first)).flatMap((run) =>
      run.every(isHere) ? run.map(({ value }) => make.item(value)) : listsOf(run, make, depth + 1),
    );
    return make.list(group[0]?.path[depth] ?? 'unordered', children, depth);
  });

/** Returns the items with no list deeper than one level below the item before it. */
export const withoutGaps = <Value>(items: readonly Item<Value>[]): Item<Value>[] => {
  let allowed = 1;
  return items.map((item) => {
    const path = item.path.slice(0, allowed);
    allowed = path.length + 1;
    return { ...item, path };
  });
};
