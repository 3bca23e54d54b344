import { type Database, tableRows } from '#src/database/unit-of-work';
import { type PageKind, pathKey, pathOf } from './slugs';

const tables: readonly { kind: PageKind; table: string; hasDrafts: boolean }[] = [
  { kind: 'post', table: 'posts', hasDrafts: true },
  { kind: 'topic', table: 'topics', hasDrafts: false },
  { kind: 'workshop', table: 'workshops', hasDrafts: true },
  { kind: 'page', table: 'pages', hasDrafts: true },
];

/** A page of ours that has addresses below it, such as its feed, calendar, form or comments; they move with it. */
const belowPage = /^(\/(?:blog|workshops|topics)\/[^/]+)(\/.+)$/;

const slugOfWhatStoodAt = async (
  database: Database,
  path: string,
  table: string,
  hasDrafts: boolean,
): Promise<string | null> => {
  const query = tableRows<{ id: number; path: string }>('components_slug_redirects as redirect')(database)
    .join(
      `${table}_cmps as link`,
      (on) => void on.on('link.cmp_id', 'redirect.id').andOnVal('link.component_type', 'slug.redirect'),
    )
    .join(`${table} as owner`, 'owner.id', 'link.entity_id')
    .where('redirect.path', path)
    .orderBy('redirect.id', 'desc');
  if (hasDrafts) void query.whereNotNull('owner.published_at');
  const row = await query.first<{ slug: string | null } | undefined>('owner.slug');
  return row?.slug ?? null;
};

const whereIs = async (database: Database, path: string): Promise<string | null> => {
  for (const { kind, table, hasDrafts } of tables) {
    const slug = await slugOfWhatStoodAt(database, path, table, hasDrafts);
    if (slug !== null) return pathOf(kind, slug);
  }
  return null;
};

/** Returns where what was once public at a path is read today, in whatever spelling; null if nothing ever was there. */
export async function findRedirect(database: Database, asked: string): Promise<string | null> {
  const path = pathKey(asked);
  const direct = await whereIs(database, path);
  const [, page, rest] = belowPage.exec(path) ?? [];
  if (direct !== null || page === undefined || rest === undefined) return direct;
  const moved = await whereIs(database, page);
  // To a page of the same kind only: an old post that became a page of its own has no feed.
  return moved !== null && moved.split('/')[1] === page.split('/')[1] ? moved + rest : null;
}
