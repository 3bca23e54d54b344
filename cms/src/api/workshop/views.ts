import type { View } from '#src/setup/views';

export const workshopView: View = {
  uid: 'api::workshop.workshop',
  mainField: 'title',
  list: { columns: ['title', 'startsAt', 'capacity'], sortBy: 'startsAt', order: 'DESC', pageSize: 20 },
  rows: [
    [['title', 12]],
    [['summary', 12]],
    [['sessions', 12]],
    [['capacity', 6]],
    [['description', 12]],
    [
      ['format', 6],
      ['venueName', 6],
    ],
    [['venueAddress', 12]],
    [['mapUrl', 12]],
    [['joiningDetails', 12]],
    [['prices', 12]],
    [['cancellationTerms', 12]],
    [['audience', 12]],
    [['programme', 12]],
    [
      ['facilitator', 6],
      ['cpdHours', 6],
    ],
    [['cover', 12]],
    [
      ['opensDay', 6],
      ['opensTime', 6],
    ],
    [
      ['closesDay', 6],
      ['closesTime', 6],
    ],
    [
      ['timeZone', 6],
      ['confirmedDay', 6],
    ],
    [['slug', 12]],
    [['seo', 12]],
    [['redirects', 12]],
  ],
  fields: {
    title: { label: 'Title' },
    startsAt: { label: 'Starts' },
    summary: { label: 'Summary', help: 'One or two sentences for the list of workshops, the home page and previews.' },
    sessions: {
      label: 'When',
      help: 'Each session with its day, start and end, in order. A workshop on two mornings has two sessions.',
    },
    timeZone: {
      label: 'Time zone',
      help: 'The time zone of the times above; if you leave it empty, that of the practice. People elsewhere also see their local time.',
    },
    confirmedDay: {
      label: 'Day, once more',
      help: 'Leave this empty, unless you are asked: when people are registered and a new day is more than two years away, you enter that day here as well.',
    },
    capacity: {
      label: 'Places',
      help: 'How many people can take part. You can raise it at any time: the new places are offered to the waitlist. It can’t go below the number of places already taken.',
    },
    format: { label: 'How people meet' },
    venueName: {
      label: 'Name of the venue',
      help: 'Shown to everyone. Leave it empty for an online workshop.',
      placeholder: 'The Quiet Room',
    },
    venueAddress: {
      label: 'Address of the venue',
      help: 'Shown to everyone. Each part of the address on its own line.',
    },
    mapUrl: { label: 'Link to a map', help: 'A web address that starts with https://.' },
    joiningDetails: {
      label: 'Joining details',
      help: 'Never on the public page: only people with a place get them, by email and on their private page. For example the meeting link, the door code or what to bring.',
    },
    prices: {
      label: 'Prices',
      help: 'Prices in pounds. Leave the list empty if the workshop is free. Add a concession as another price, with a note about who it is for.',
    },
    description: { label: 'What it is about', help: 'Use headings for sections.' },
    audience: {
      label: 'Who it is for',
      placeholder: 'For therapists and counsellors, including those in training. You need no experience of groups.',
    },
    programme: { label: 'Programme', help: 'What happens when. Optional.' },
    facilitator: { label: 'Who leads it' },
    cpdHours: {
      label: 'CPD hours',
      help: 'People who attended get a certificate with this number. If you leave this empty, there is no certificate.',
    },
    opensDay: { label: 'Registration opens on', help: 'If you leave this empty, it opens as soon as you publish.' },
    opensTime: { label: 'Time when it opens', help: 'If you leave this empty, it opens at midnight.' },
    closesDay: {
      label: 'Registration closes on',
      help: 'If you leave this empty, it closes when the first session starts. Places that become free later are still offered to the waitlist, until the workshop starts.',
    },
    closesTime: { label: 'Time when it closes', help: 'If you leave this empty, it closes at the end of that day.' },
    cancellationTerms: {
      label: 'Cancellation terms',
      help: 'How late people can cancel, and whether they get their money back.',
    },
    cover: {
      label: 'Picture',
      help: 'Shown with the workshop. It needs a description (alternative text) for people who can’t see it.',
    },
    slug: {
      label: 'Address',
      help: 'The last part of the workshop’s address, made from the title. If you change it, the old address leads to the new one.',
    },
    seo: {
      label: 'Search engines and previews',
      help: 'Only if they should show something other than the title, summary and picture.',
    },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this workshop, for example from an earlier website.',
    },
  },
};

export const sessionView: View = {
  uid: 'workshop.session',
  mainField: 'day',
  rows: [
    [
      ['day', 4],
      ['starts', 4],
      ['ends', 4],
    ],
  ],
  fields: {
    day: { label: 'Day' },
    starts: { label: 'Starts at', help: 'In the time zone of the workshop.' },
    ends: { label: 'Ends at', help: 'Later than the start. A time up to 6:00 can mean the next morning.' },
  },
};

export const priceView: View = {
  uid: 'workshop.price',
  mainField: 'label',
  rows: [
    [
      ['label', 6],
      ['amount', 6],
    ],
    [['note', 12]],
  ],
  fields: {
    label: { label: 'Name', placeholder: 'Standard' },
    amount: { label: 'Pounds', help: 'In pounds, such as 48 or 7.50. Enter 0 for a free place.', placeholder: '48' },
    note: {
      label: 'Who it is for',
      help: 'One line beside the price. Optional.',
      placeholder: 'If you are in training or on a low income. Nobody asks for proof.',
    },
  },
};

export const programmePartView: View = {
  uid: 'workshop.programme-part',
  mainField: 'title',
  rows: [
    [
      ['time', 4],
      ['title', 8],
    ],
    [['description', 12]],
  ],
  fields: {
    time: { label: 'Time', help: 'In the time zone of the workshop. Optional.' },
    title: { label: 'What happens', placeholder: 'Break, with tea' },
    description: { label: 'A sentence or two', help: 'Optional.' },
  },
};

export const workshopSettingsView: View = {
  uid: 'workshop.settings',
  mainField: 'keepDays',
  rows: [
    [
      ['shown', 6],
      ['keepDays', 6],
    ],
    [['howToPay', 12]],
  ],
  fields: {
    shown: { label: 'Show workshops on the site', help: 'In the navigation and on the home page.' },
    keepDays: {
      label: 'Keep participants’ details for (days)',
      help: 'Counted from the end of a workshop. Then names, email addresses and access needs are deleted; the workshop’s page tells people this date from the start. Certificates can still be checked.',
    },
    howToPay: {
      label: 'How to pay',
      help: 'Sent to people with a place that has a price, and shown on their private page.',
      placeholder:
        'Please pay by bank transfer within seven days: Quiet Room Counselling, sort code …, account …, with your name as the reference.',
    },
  },
};
