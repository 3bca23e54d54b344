import type { ComponentAccess, ContentAccess } from '#src/security/content-access';

export const commentsAccess: readonly ContentAccess[] = [
  { uid: 'api::comment.comment', closed: 'comments, private notes and the counsellor’s replies' },
  { uid: 'api::comment.report', closed: 'what readers report' },
];

export const commentsComponents: readonly ComponentAccess[] = [
  {
    uid: 'comment.settings',
    fields: [
      'moderated',
      'readersMayReply',
      'closeAfterDays',
      'mail',
      'mailTo',
      'wordList',
      'keepAddressDays',
      'keepSpamDays',
      'keepDeclinedDays',
      'keepNotesDays',
    ],
  },
  { uid: 'comment.saved-reply', fields: ['title', 'text', 'usedFor'] },
];
