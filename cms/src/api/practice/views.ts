import type { View } from '#src/setup/view';

export const practiceView: View = {
  uid: 'api::practice.practice',
  mainField: 'name',
  rows: [
    [
      ['name', 6],
      ['strapline', 6],
    ],
    [
      ['counsellor', 6],
      ['town', 6],
    ],
    [['sentence', 12]],
    [['description', 12]],
    [['work', 12]],
    [
      ['picture', 6],
      ['pictureAtNight', 6],
    ],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [['address', 12]],
    [
      ['accreditation', 6],
      ['accreditationUrl', 6],
    ],
    [['invitation', 12]],
    [['bookingUrl', 12]],
    [['blogIntro', 12]],
    [['helpLines', 12]],
    [['comments', 12]],
    [['workshops', 12]],
    [['savedReplies', 12]],
    [['checklist', 12]],
  ],
  fields: {
    name: { label: 'Name of the practice', help: 'At the top of every page.' },
    strapline: { label: 'Line beside the name', placeholder: 'Counselling in Leeds and online' },
    counsellor: { label: 'Your name' },
    town: { label: 'Town', help: 'Where you see people. It helps those who look for somebody near them.' },
    sentence: { label: 'First sentence', help: 'The first thing people read on the home page. One sentence.' },
    description: { label: 'Description', help: 'What search engines show under the name: one or two sentences.' },
    work: { label: 'What you do', help: 'Two or three short paragraphs for the home page.' },
    picture: {
      label: 'Picture by day',
      help: 'On the home page, best of the room itself. It needs a description (alternative text).',
    },
    pictureAtNight: {
      label: 'Picture at night',
      help: 'The same view by lamplight, for people whose device is set to dark. It may stay empty.',
    },
    email: { label: 'Email', help: 'Shown on the site.' },
    phone: { label: 'Phone', help: 'Shown on the site. It may stay empty.' },
    address: { label: 'Postal address', help: 'One line each. Leave it empty if you’d rather not show it.' },
    accreditation: { label: 'Accreditation', placeholder: 'Registered member MBACP (Accredited), no. 000000' },
    accreditationUrl: {
      label: 'Where it can be checked',
      help: 'An address that begins with https://, for example your entry in the register.',
    },
    invitation: { label: 'Invitation to a call', help: 'Stands under posts and pages, above the way to reach you.' },
    bookingUrl: {
      label: 'Where a call is booked',
      help: 'An address that begins with https://. Left empty, your email and phone are shown instead.',
    },
    blogIntro: { label: 'Words above the list of posts' },
    helpLines: {
      label: 'Help lines',
      help: 'Services for people who need somebody now. Call each number at least twice a year and set the day on which you did.',
    },
    comments: { label: 'Comments', help: 'How comments are let through, closed, told of and kept.' },
    workshops: {
      label: 'Workshops',
      help: 'Whether they are shown, how people pay, and how long you keep what they gave.',
    },
    savedReplies: {
      label: 'Saved replies',
      help: 'Beginnings for answers that you write often. Offered beside a comment, most of all when somebody seems to be struggling.',
    },
    checklist: {
      label: 'Your checklist',
      help: 'One step a line. Shown beside a comment whose writer may be struggling.',
    },
  },
};

export const helpLineView: View = {
  uid: 'help.line',
  mainField: 'name',
  rows: [
    [
      ['name', 6],
      ['kind', 3],
      ['nation', 3],
    ],
    [['about', 12]],
    [
      ['call', 4],
      ['relay', 4],
      ['hours', 4],
    ],
    [
      ['text', 4],
      ['keyword', 4],
      ['checked', 4],
    ],
    [['chat', 12]],
  ],
  fields: {
    name: { label: 'Name' },
    kind: {
      label: 'Kind',
      help: 'emergency: danger to life; talk: for everybody; particular: for some people or situations.',
    },
    nation: { label: 'Where it answers' },
    about: { label: 'Whom it is for', help: 'One plain sentence.' },
    call: { label: 'Number to call', placeholder: '116 123' },
    relay: { label: 'Text relay', help: 'For people who can’t hear or speak.', placeholder: '18001 116 123' },
    hours: { label: 'Hours', placeholder: 'Day and night, every day' },
    text: { label: 'Number to text', placeholder: '85258' },
    keyword: { label: 'Word to text', placeholder: 'SHOUT' },
    checked: { label: 'Last checked', help: 'The day on which somebody last made sure that all this is right.' },
    chat: { label: 'Chat', help: 'An address that begins with https://.' },
  },
};
