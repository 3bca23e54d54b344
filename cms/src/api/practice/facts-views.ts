import type { View } from '#src/setup/views';

/** How the admin shows the fields of the practice that say what it offers; a part of the practice's form. */
export const factsFields: View['fields'] = {
  showsLocation: {
    label: 'How much of it is shown',
    help: 'On the site, in emails and to search engines. If you work at home, you may want to show the town only.',
  },
  area: { label: 'Part of town', help: 'Optional.', placeholder: 'Headingley' },
  legalName: {
    label: 'Your legal name',
    help: 'The name on your contracts, if the practice has a different one.',
    placeholder: 'Nora Ashby',
  },
  serviceAddress: {
    label: 'Address for letters with legal effect',
    help: 'The law asks for one if the practice has a different name from yours. It is shown to everyone: a service address or your accountant’s will do.',
  },
  complaints: {
    label: 'How to complain',
    help: 'To you first, and to your professional body.',
    placeholder: 'Please tell me first, if you can. You can also complain to the BACP, whose ethical framework I keep.',
  },
  complaintsUrl: {
    label: 'Complaints page of your professional body',
    help: 'A web address that starts with https://. Optional.',
  },
  credentials: {
    label: 'Your credentials',
    help: 'Memberships, qualifications, insurance and the data protection fee. One that was not renewed leaves the site by itself; we remind you 30 and 7 days before.',
  },
  fees: {
    label: 'Your fees',
    help: 'A line for each kind of session. Shown on the page “In short”, on pages where you switch “Show your fees” on, and to search engines.',
  },
  feesCancellation: {
    label: 'If someone can’t come',
    help: 'How much notice you need, and what people pay with less. Optional.',
  },
  feesPayment: {
    label: 'Ways to pay',
    help: 'How and when people pay. Leave your account number out: everyone can read this. Optional.',
    placeholder: 'By bank transfer, within a week of the session.',
  },
};

export const factsRows: View['rows'] = [
  [['legalName', 12]],
  [['serviceAddress', 12]],
  [['complaints', 12]],
  [['complaintsUrl', 12]],
  [['credentials', 12]],
  [['fees', 12]],
  [['feesCancellation', 12]],
  [['feesPayment', 12]],
];

const credentialView: View = {
  uid: 'practice.credential',
  mainField: 'title',
  rows: [
    [['kind', 12]],
    [['title', 12]],
    [
      ['body', 6],
      ['number', 6],
    ],
    [['url', 12]],
    [
      ['renewsOn', 6],
      ['checked', 6],
    ],
  ],
  fields: {
    kind: { label: 'What it is' },
    title: {
      label: 'Its name, with your grade',
      help: 'Use the words that the body prescribes.',
      placeholder: 'Registered member MBACP (Accredited)',
    },
    body: { label: 'Who it is from', placeholder: 'British Association for Counselling and Psychotherapy' },
    number: { label: 'Number', placeholder: '000000' },
    url: {
      label: 'Where people can check it',
      help: 'A web address that starts with https://, for example your page in the register. Optional.',
    },
    renewsOn: {
      label: 'Renews on',
      help: 'The last day on which it is shown. Enter the next one as soon as you have renewed it.',
    },
    checked: { label: 'Last checked', help: 'The day on which you last looked it up in the register yourself.' },
  },
};

const feeView: View = {
  uid: 'practice.fee',
  mainField: 'label',
  rows: [
    [['label', 12]],
    [
      ['amount', 6],
      ['concession', 6],
    ],
    [['note', 12]],
  ],
  fields: {
    label: { label: 'What it is for', placeholder: '50 minutes, in the room or online' },
    amount: { label: 'Pounds', help: 'Such as 55 or 47.50. Enter 0 for something that is free.', placeholder: '55' },
    concession: { label: 'Concession in pounds', help: 'A lower fee for people who can’t pay this one. Optional.' },
    note: {
      label: 'Note',
      help: 'One line below the fee, for example who the concession is for. Optional.',
      placeholder: 'The concession is for students and people on a low income. Nobody asks for proof.',
    },
  },
};

export const factsComponentViews: readonly View[] = [credentialView, feeView];
