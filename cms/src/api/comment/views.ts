import type { View } from '#src/setup/view';

export const commentSettingsView: View = {
  uid: 'comment.settings',
  mainField: 'holds',
  rows: [
    [
      ['holds', 6],
      ['readersMayReply', 6],
    ],
    [
      ['closeAfterDays', 6],
      ['awayUntil', 6],
    ],
    [['awayMessage', 12]],
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
    holds: {
      label: 'Which comments wait for you',
      help: 'all: you read every comment before it appears. first-timers: somebody whom you let through before is let through again, if they confirm that comment by email and nothing in it gives pause. The comment page says which of the two holds.',
    },
    readersMayReply: { label: 'Readers may answer each other', help: 'Off: only you can reply to a comment.' },
    closeAfterDays: {
      label: 'Close comments after (days)',
      help: 'Counted from the day on which a post was published. Left empty, comments stay open.',
    },
    awayUntil: {
      label: 'You are away until',
      help: 'Until then nobody can send a comment or a note, and the page says so. It opens again by itself.',
    },
    awayMessage: {
      label: 'What readers are told meanwhile',
      placeholder: 'I am away until the first of May. The help lines are there day and night.',
    },
    mail: {
      label: 'How you hear of new comments',
      help: 'discreet: a mail each that says only that something is waiting. full: with the words and links to decide. digest: one discreet mail a day.',
    },
    mailTo: { label: 'Where that mail goes', help: 'Left empty, it goes to the address that you sign in with.' },
    wordList: {
      label: 'Your own spam words',
      help: 'One a line. A comment that has one of them is put with the spam, where you can still read it.',
    },
    keepAddressDays: {
      label: 'Keep email addresses for (days)',
      help: 'Counted from the last time that one was used. Then it is deleted; the comment stays.',
    },
    keepNotesDays: { label: 'Keep private notes for (days)', help: 'Counted from the day on which you read it.' },
    keepDeclinedDays: { label: 'Keep declined comments for (days)' },
    keepSpamDays: { label: 'Keep spam for (days)' },
  },
};

export const savedReplyView: View = {
  uid: 'comment.saved-reply',
  mainField: 'title',
  rows: [[['title', 12]], [['text', 12]]],
  fields: {
    title: { label: 'Name', help: 'Only you see it.' },
    text: { label: 'Words', help: 'You can change them before you send the reply.' },
  },
};
