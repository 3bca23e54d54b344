/** Where a saved reply is offered. */
export type ReplyUse = 'comments' | 'messages' | 'comments and messages';

interface StartingReply {
  title: string;
  text: string;
  usedFor: ReplyUse;
}

/**
 * Saved replies of a new practice, for the counsellor to change or delete. Each is meant to be edited before it is
 * sent.
 */
export const startingReplies: readonly StartingReply[] = [
  {
    title: 'Thank you',
    usedFor: 'comments',
    text: 'Thank you for taking the time to write this. I’m glad that the piece reached you.',
  },
  {
    title: 'Someone is struggling',
    usedFor: 'comments',
    text: `Thank you for writing this here. I have read it carefully, and I’m taking it seriously.

I can’t tell from here who or where you are, and I’m not always at my desk, so please don’t wait for me if things are hard tonight. You can talk to Samaritans on 116 123, free, day and night, and you don’t need to know what to say. If typing is easier, text SHOUT to 85258. If your life is in danger, please call 999.

You can write to me again with the private link that you were given.`,
  },
  {
    title: 'Worried about someone else',
    usedFor: 'comments and messages',
    text: `Thank you for writing. It is a lot to carry, to be this worried about someone.

You don’t have to carry it alone: Samaritans also talk to people who are worried about someone else, on 116 123, free, day and night. If someone’s life is in danger now, please call 999.`,
  },
  {
    title: 'A child may be at risk',
    usedFor: 'comments and messages',
    text: `Thank you for saying this. If a child is in danger now, please call 999.

Childline listens to children and young people on 0800 1111, free, day and night. An adult who is worried about a child can speak to their council’s children’s services, who would rather be asked too early than too late.`,
  },
  {
    title: 'Please contact me privately',
    usedFor: 'comments',
    text: 'Thank you for trusting me with this. Some of it is better kept off a public page, so my reply here is short. This site says how you can reach me privately.',
  },
  {
    title: 'A time to talk',
    usedFor: 'messages',
    text: `Thank you for writing. I would be glad to talk.

Which days and times usually suit you? We could speak for 20 to 30 minutes first. You don’t need to prepare anything, and you don’t have to decide anything afterwards.`,
  },
  {
    title: 'No space at the moment',
    usedFor: 'messages',
    text: `Thank you for writing, and for telling me what brings you here. I’m sorry: I have no space for new people at the moment, and I don’t want to leave you waiting for an answer.

If you would like me to write to you once I have space, please tell me. You can also look for a counsellor near you, or online, in the directory of the BACP at bacp.co.uk. If you need someone sooner, your GP can tell you what there is where you live.`,
  },
  {
    title: 'Someone is struggling, in a message',
    usedFor: 'messages',
    text: `Thank you for telling me. I have read it carefully, and I’m taking it seriously.

I’m not always at my desk, and nobody reads messages day and night, so please don’t wait for me if things are hard. You can talk to Samaritans on 116 123, free, day and night, and you don’t need to know what to say. If typing is easier, text SHOUT to 85258. If your life is in danger, please call 999.

I would like to know how you are. You can reply to this email, or send me a number on which I can call you.`,
  },
];

/** The first checklist for when the writer of a comment may be in danger, one step a line. */
export const startingChecklist = [
  'Read it twice, slowly.',
  'Ask yourself: could anyone be in danger now? The writer, someone else, a child?',
  'Speak to your supervisor before you decide; today, if anyone may be in danger.',
  'Reply with the help lines, and say that you can’t send help because you don’t know who or where they are.',
  'Before you approve it: does it say how, where or when, or name anyone? Such details don’t belong on the page.',
  'Note what you did and when, in your own records.',
  'Put it on hold until a review date, if it may be needed as evidence.',
].join('\n');

/**
 * The checklist for a message whose sender may be in danger, one step a line: unlike a comment’s, they can be reached.
 */
export const startingMessageChecklist = [
  'Read it twice, slowly.',
  'Ask yourself: could anyone be in danger now? The sender, someone else, a child?',
  'If someone is in danger now and you know where they are, call 999.',
  'Speak to your supervisor; today, if anyone may be in danger.',
  'Write to them today if you can, or call if they gave you a number. Look first whether you may leave a message.',
  'Say plainly what you can and can’t do, and that nobody reads messages day and night.',
  'Give the help lines: Samaritans on 116 123, free, day and night; text SHOUT to 85258; 999 if a life is in danger.',
  'Note what you did and when, in your own records.',
].join('\n');
