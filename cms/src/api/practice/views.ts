import type { View } from '#src/setup/views';
import { factsFields, factsRows } from './facts-views';
import { roomFields, roomRows } from './room-views';

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
    [['blogIntro', 12]],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [['address', 12]],
    [
      ['showsLocation', 6],
      ['area', 6],
    ],
    [['timeZone', 6]],
    [['invitation', 12]],
    [['bookingUrl', 12]],
    [['contact', 12]],
    [
      ['availability', 6],
      ['availableFrom', 6],
    ],
    [['availabilityNote', 12]],
    ...roomRows,
    ...factsRows,
    [
      ['awayUntil', 6],
      ['awayMessage', 6],
    ],
    [['helpLines', 12]],
    [['comments', 12]],
    [['savedReplies', 12]],
    [['checklist', 12]],
    [['messageChecklist', 12]],
    [['workshops', 12]],
  ],
  fields: {
    name: { label: 'Name of the practice', help: 'At the top of every page.' },
    strapline: { label: 'Line beside the name', placeholder: 'Counselling in Leeds and online' },
    counsellor: { label: 'Your name' },
    town: { label: 'Town', help: 'Where you see people. It helps those who are looking for someone near them.' },
    sentence: { label: 'First sentence', help: 'The first thing people read on the home page. One sentence.' },
    description: { label: 'Description', help: 'What search engines show below the name: one or two sentences.' },
    work: { label: 'What you do', help: 'Two or three short paragraphs for the home page.' },
    picture: {
      label: 'Picture by day',
      help: 'For the home page, ideally of the room itself. It needs a description (alternative text).',
    },
    pictureAtNight: {
      label: 'Picture at night',
      help: 'The same view by lamplight, for people whose device is in dark mode. Optional.',
    },
    email: { label: 'Email', help: 'Shown on the site.' },
    phone: { label: 'Phone', help: 'Shown on the site. Optional.' },
    timeZone: {
      label: 'Time zone',
      help: 'Where you work. New workshops get it, and the dates on the site are read in it. Pages name it only where readers may be in a different one.',
    },
    address: {
      label: 'Postal address',
      help: 'Each part of the address on its own line. It is shown only if you say so below.',
    },
    invitation: { label: 'Invitation to a call', help: 'Shown below posts and pages, above the ways to reach you.' },
    bookingUrl: {
      label: 'Booking page for calls',
      help: 'A web address that starts with https://. If you leave this empty, your email and phone are shown instead.',
    },
    blogIntro: { label: 'Introduction above the list of posts' },
    availability: {
      label: 'Space for new people',
      help: 'Shown with its date on the home page and the contact page. After six weeks we ask you whether it is still right.',
    },
    availableFrom: { label: 'Space from', help: 'Only for “Space from a day”.' },
    availabilityNote: {
      label: 'A note about your space',
      placeholder: 'Thursday evenings, in Leeds or online.',
      help: 'One short sentence. Optional.',
    },
    ...factsFields,
    ...roomFields,
    awayUntil: {
      label: 'You are away until',
      help: 'Until then, nobody can send a comment or a note, and the site says so on its pages. Comments open again by themselves.',
    },
    awayMessage: {
      label: 'Message to readers while you are away',
      help: 'The site adds when comments open again, and where to find help.',
      placeholder: 'I’m on leave until 1 May.',
    },
    helpLines: {
      label: 'Help lines',
      help: 'Services for people who need someone now. Call each number at least twice a year, and enter the date of the call.',
    },
    comments: {
      label: 'Comments',
      help: 'How comments are approved and closed, how you hear about them, and how long they are kept.',
    },
    workshops: {
      label: 'Workshops',
      help: 'Whether they are shown, how people pay, and how long you keep participants’ details.',
    },
    contact: {
      label: 'Contact form',
      help: 'When you work and how soon you answer, and how long messages are kept.',
    },
    savedReplies: {
      label: 'Saved replies',
      help: 'Starting points for replies that you write often. They are offered beside comments, messages or both.',
    },
    checklist: {
      label: 'Your checklist for comments',
      help: 'One step per line. Shown beside a comment whose writer may be struggling.',
    },
    messageChecklist: {
      label: 'Your checklist for messages',
      help: 'One step per line. Shown beside a message whose sender may be struggling. If you leave this empty, the usual one is shown.',
    },
  },
};

export const helpLineView: View = {
  uid: 'help.line',
  mainField: 'name',
  rows: [
    // No narrower: beside the menus, a third of the form cuts what it holds on a small laptop.
    [['name', 12]],
    [['kind', 12]],
    [
      ['nation', 6],
      ['free', 6],
    ],
    [['about', 12]],
    [
      ['call', 6],
      ['relay', 6],
    ],
    [['hours', 12]],
    [
      ['text', 6],
      ['keyword', 6],
    ],
    [['chat', 12]],
    [['checked', 6]],
  ],
  fields: {
    name: { label: 'Name' },
    kind: { label: 'What it is for' },
    nation: { label: 'Nation' },
    about: { label: 'Who it is for', help: 'One plain sentence.' },
    call: { label: 'Number to call', placeholder: '116 123' },
    relay: { label: 'Text relay', help: 'For people who can’t hear or speak.', placeholder: '18001 116 123' },
    hours: { label: 'Hours', placeholder: 'Day and night, every day' },
    text: { label: 'Number to text', placeholder: '85258' },
    keyword: { label: 'Word to text', placeholder: 'SHOUT' },
    free: {
      label: 'Free',
      help: 'Calls and texts cost nothing. The page says so: it decides whether someone without credit calls.',
    },
    checked: {
      label: 'Last checked',
      help: 'The day on which you last called the number. Without it, the page doesn’t say that it was checked.',
    },
    chat: { label: 'Chat', help: 'A web address that starts with https://.' },
  },
};
