import { commentRows } from '#src/api/comment/comment-rows';
import { screenComment } from '#src/api/comment/domain/screening';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { commentedPost, type DemoComment, demoComments } from './demo-comments';

const hour = 3_600_000;

const sentAt = ({ sent }: DemoComment, now: Date): Date =>
  typeof sent === 'string' ? new Date(sent) : new Date(now.getTime() - sent * hour);

/** What the rules make of it, as of any other. */
const screeningColumns = ({ name, text }: DemoComment) => {
  const { care, suspicions, personalDetails } = screenComment({
    name: name ?? '',
    text,
    honeypot: false,
    formTokenAgeSeconds: 90,
    sameBefore: 0,
    wordList: [],
  });
  return {
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_reasons: JSON.stringify(care?.reasons ?? null),
    suspicions: JSON.stringify(suspicions),
    personal_details: personalDetails,
  };
};

/** Writes the demo comments under their post, in the transaction of the other demo content. */
export const seedDemoComments = async (uow: UnitOfWork, now: Date): Promise<void> => {
  const post = await uow.strapi
    .documents('api::post.post')
    .findFirst({ filters: { title: commentedPost }, status: 'published' });
  if (!post) return;
  const made: { id: number; root: number }[] = [];
  for (const comment of demoComments) {
    const { name, text, audience = 'everyone', state = 'approved', answers } = comment;
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
        text,
        notify_on_approval: false,
        notify_on_reply: false,
        state,
        version: 1,
        link_version: 1,
        ...screeningColumns(comment),
        sent_at: sent,
        opened_at: decided,
        decided_at: decided,
        first_approved_at: decided,
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
