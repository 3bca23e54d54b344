import type { ListedComment } from '#src/api/comment/admin-contract';
import { instantOf } from '#src/http/nullable';
import type { PostOfComment } from './commented-posts';
import { type DeskRow, heldOf, sentencesOf } from './moderation-row';

/** Characters (code points) of the words that a list shows. */
const shown = 200;

/** A row as a list shows it. */
export const listed = (row: DeskRow, post: PostOfComment): ListedComment => {
  const characters = [...(row.words ?? '')];
  return {
    number: row.id,
    version: row.version,
    state: row.state,
    audience: row.audience,
    byCounsellor: Boolean(row.from_counsellor),
    name: row.name,
    beginning: characters.slice(0, shown).join(''),
    more: characters.length > shown,
    post: { title: post.title, slug: post.slug },
    isReply: row.root_id !== null,
    sent: instantOf(row.sent),
    opened: row.opened !== null,
    care: row.care_kind === null ? null : { kind: row.care_kind, urgent: Boolean(row.care_urgent) },
    suspected: sentencesOf(row.suspicions).length > 0,
    hidden: Boolean(row.hidden),
    openReports: row.open_reports,
    held: heldOf(row),
  };
};
