/** A link of the menu beside lists and forms. */
interface ContentLink {
  uid: string;
  title: string;
}

/** The content types in the order in which she uses them, with what they are called there. */
const order: readonly (readonly [uid: string, label: string])[] = [
  ['api::post.post', 'Posts'],
  ['api::page.page', 'Pages'],
  ['api::topic.topic', 'Topics'],
  ['api::author.author', 'About the author'],
  ['api::workshop.workshop', 'Texts about workshops'],
  ['api::practice.practice', 'Your practice'],
];

const keyOf = (uid: string): string | undefined => {
  const place = order.findIndex(([known]) => known === uid);
  return place < 0 ? undefined : `quiet-room.menu.${place}`;
};

/**
 * The names of the links. Strapi sorts links by their title, and opens the first of them; then it takes the title for
 * the key of a translation. So the title is a key that sorts by use.
 */
export const menuWords: Record<string, string> = Object.fromEntries(
  order.map(([uid, label]) => [keyOf(uid) ?? label, label]),
);

const byUse = <L extends ContentLink>(links: readonly L[]): L[] =>
  links.map((link) => ({ ...link, title: keyOf(link.uid) ?? link.title }));

/** Sorts the links to posts, pages and the like by use. */
export const sortCollectionTypes = <G extends { ctLinks: ContentLink[] }>(given: G): G => ({
  ...given,
  ctLinks: byUse(given.ctLinks),
});

/** The same for what there is one of. */
export const sortSingleTypes = <G extends { stLinks: ContentLink[] }>(given: G): G => ({
  ...given,
  stLinks: byUse(given.stLinks),
});
