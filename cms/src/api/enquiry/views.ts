import type { View } from '#src/setup/views';

export const contactSettingsView: View = {
  uid: 'contact.settings',
  mainField: 'replyDays',
  rows: [
    [['replyDays', 6]],
    [
      ['monday', 4],
      ['tuesday', 4],
      ['wednesday', 4],
    ],
    [
      ['thursday', 4],
      ['friday', 4],
    ],
    [
      ['saturday', 4],
      ['sunday', 4],
    ],
    [['bankHolidays', 6]],
    [['spaceList', 12]],
    [
      ['keepDays', 6],
      ['keepDataDays', 6],
    ],
  ],
  fields: {
    replyDays: {
      label: 'You answer within (working days)',
      help: 'The contact page names the day, counted from the day after a message arrives. While you are away, it is counted from the day you are back.',
    },
    monday: { label: 'You work on Mondays' },
    tuesday: { label: 'You work on Tuesdays' },
    wednesday: { label: 'You work on Wednesdays' },
    thursday: { label: 'You work on Thursdays' },
    friday: { label: 'You work on Fridays' },
    saturday: { label: 'You work on Saturdays' },
    sunday: { label: 'You work on Sundays' },
    bankHolidays: {
      label: 'Bank holidays',
      help: 'These days don’t count as working days. They differ between the nations.',
    },
    spaceList: {
      label: 'People can ask to be told when you have space',
      help: 'They leave an email address. You tell them with one button, under “Messages”.',
    },
    keepDays: { label: 'Keep messages for (days)', help: 'Counted from the day you answered.' },
    keepDataDays: {
      label: 'Keep requests and complaints about personal data for (days)',
      help: 'Counted from the day you answered. The Information Commissioner may ask to see how you dealt with them.',
    },
  },
};
