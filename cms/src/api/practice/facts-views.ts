import type { View } from '#src/setup/views';

/** How the admin shows the fields of the practice that say what it offers; a part of the practice's form. */
export const factsFields: View['fields'] = {
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

export const factsRows: View['rows'] = [[['fees', 12]], [['feesCancellation', 12]], [['feesPayment', 12]]];

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

export const factsComponentViews: readonly View[] = [feeView];
