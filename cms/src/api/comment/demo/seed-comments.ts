import { commentRows } from '#src/api/comment/comment-rows';
import { firstLook } from '#src/api/comment/domain/screening';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { commentedPost, type DemoComment, demoComments } from './demo-comments';

const hour = 3_600_000;

const sentAt = ({ sent }: DemoComment, now: Date): Date =>
  typeof sent === 'string' ? new Date(sent) : new Date(now.getTime() - sent * hour);

/** What the rules make of it, as of any other. */
const lookedAt = ({ name, words }: DemoComment) => {
  const { care, suspicions, personalDetails } = firstLook({
    name: name ?? '',
    words,
    email: null,
    trap: false,
    stampAgeSeconds: 90,
    sameBefore: 0,
    wordList: [],
  });
  return {
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_because: JSON.stringify(care?.because ?? null),
    suspicions: JSON.stringify(suspicions),
    personal_details: personalDetails,
  };
};

/** Writes the demo comments under their post, in the transaction of the other demo content. */
export const seedDemoComments = async (uow: UnitOfWork, now: Date): Promise<void> => {
  const post = await strapi
    .documents('api::post.post')
    .findFirst({ filters: { title: commentedPost }, status: 'published' });
  if (!post) return;
  const made: { id: number; root: number }[] = [];
  for (const comment of demoComments) {
    const { name, words, audience = 'everyone', state = 'approved', answers } = comment;
    const parent = answers === undefined ? undefined : made[answers];
    const sent = sentAt(comment, now);
    const decided = state === 'approved' ? sent : null;
    const [row]: { id: number }[] = await commentRows(uow)
      .insert({
        post_id: post.documentId,
        root_id: parent?.root ?? null,
        parent_id: parent?.id ?? null,
        audience,
        from_counsellor: name === null,
        name,
        words,
        tell_appeared: false,
        tell_replies: false,
        state,
        version: 1,
        link_version: 1,
        ...lookedAt(comment),
        sent,
        opened: decided,
        decided,
        appeared: decided,
        hidden: false,
        restored: false,
        open_reports: 0,
        created_at: sent,
        updated_at: sent,
      })
      .returning('id');
    if (row) made.push({ id: row.id, root: parent?.root ?? row.id });
  }
};
