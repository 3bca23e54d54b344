import type { View } from '#src/setup/view';

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
