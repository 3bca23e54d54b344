import type { View } from '#src/setup/views';

export const commentSettingsView: View = {
  uid: 'comment.settings',
  mainField: 'moderated',
  rows: [
    [
      ['moderated', 6],
      ['readersMayReply', 6],
    ],
    [['closeAfterDays', 6]],
    [
      ['mail', 6],
      ['mailTo', 6],
    ],
    [['wordList', 12]],
    [
      ['keepAddressDays', 6],
      ['keepNotesDays', 6],
    ],
    [
      ['keepDeclinedDays', 6],
      ['keepSpamDays', 6],
    ],
  ],
  fields: {
    moderated: {
      label: 'Which comments need your approval',
      help: 'Later comments from someone you have approved before can appear automatically, if that person confirms them by email and nothing in them raises a question. The site tells readers which rule applies.',
    },
    readersMayReply: { label: 'Readers may reply to each other', help: 'Off: only you can reply to a comment.' },
    closeAfterDays: {
      label: 'Close comments after (days)',
      help: 'Counted from the day a post was published. If you leave this empty, comments stay open.',
    },
    mail: {
      label: 'How you hear about new comments',
      help: 'An email without the text only says that something is waiting. If someone may be in danger, you get one at once, also if you choose one email a day.',
    },
    mailTo: {
      label: 'Send these emails to',
      help: 'If you leave this empty, they go to the address you sign in with. We send a link to a new address, and use it once you have opened the link there.',
    },
    wordList: {
      label: 'Your own list of spam words',
      help: 'One per line. A comment that contains one of them goes to the spam folder, where you can still read it.',
    },
    keepAddressDays: {
      label: 'Keep email addresses for (days)',
      help: 'Counted from the last time an address was used. Then it is deleted; the comment stays.',
    },
    keepNotesDays: {
      label: 'Keep private notes for (days)',
      help: 'Counted from the day you read a note, or from the last message about it.',
    },
    keepDeclinedDays: { label: 'Keep declined comments for (days)' },
    keepSpamDays: { label: 'Keep spam for (days)' },
  },
};

export const savedReplyView: View = {
  uid: 'comment.saved-reply',
  mainField: 'title',
  rows: [[['title', 12]], [['text', 12]], [['usedFor', 6]]],
  fields: {
    title: { label: 'Name', help: 'Only you see it.' },
    text: { label: 'Text', help: 'You can change it before you send the reply.' },
    usedFor: { label: 'Offered for', help: 'Messages are private: what suits a public comment may not suit them.' },
  },
};
