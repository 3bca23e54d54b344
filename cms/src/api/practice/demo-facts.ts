import { dayAfter } from '#src/time/days';

const inDays = (now: Date, days: number): string => dayAfter(now.toISOString().slice(0, 10), days);

/** What the invented practice says about the room and sessions on a screen, and what people ask it. */
const demoRoom = {
  worksWith: 'Adults of all ages, alone or as a couple. I don’t see children, and I don’t write reports for courts.',
  room: {
    stepFree: 'Step-free in part',
    access:
      'The room is on the first floor, up fourteen steps with a good rail; there is no lift. On Tuesdays and Thursdays I can use a room on the ground floor: just tell me.',
    toilet: 'On both floors. The one on the ground floor has room for a wheelchair.',
    transport: 'Ten minutes’ walk from Leeds station; buses stop at the corner.',
    parking: 'There is a car park behind the market, about £4 for the hour.',
    waiting: 'No waiting room. Please ring at the time of your session; I come down to the door.',
    expect: 'Two armchairs, a window, water and tissues. You can bring a dog if it likes quiet.',
  },
  online: {
    platform: 'A video call by a link that I send you. You need no account.',
    ifItDrops: 'I ring you on the phone at once, and we go on there.',
  },
  questions: [
    {
      question: 'Will anybody hear what I tell you?',
      answer:
        'No. I talk about my work with a supervisor, without your name. Only if somebody is in danger might I have to tell someone else, and I would talk to you first if I can.',
    },
    {
      question: 'How long does it take?',
      answer:
        'Some people come for a couple of months, some for a couple of years. We look at it together every six weeks.',
    },
    {
      question: 'Can I stop?',
      answer: 'Yes, at any time. A last session to say goodbye often helps, but you owe me none.',
    },
  ],
};

/** Where it is, and who is behind it. */
const demoLegal = {
  showsLocation: 'The full address',
  area: 'City centre',
  legalName: 'Nora Ashby, trading as Quiet Room Counselling',
  serviceAddress: 'The Quiet Room\n3 Candlemaker’s Yard\nLeeds LS1 0XX',
  complaints:
    'If you’re unhappy with something I’ve done, please tell me first, if you can. You can also complain to my professional body. It is your right, and I won’t hold it against you.',
  complaintsUrl: 'https://bacp.example/complaints',
};

/** What it costs. */
const demoFees = {
  fees: [
    { label: 'First call of 20 to 30 minutes', amount: 0 },
    {
      label: '50 minutes, in the room or online',
      amount: 55,
      concession: 30,
      note: 'I keep four places at the lower fee for people who couldn’t come otherwise. You don’t need to prove anything.',
    },
    { label: '75 minutes for two people together', amount: 70 },
  ],
  feesCancellation:
    'With two days’ notice there is nothing to pay. With less, I ask for the full fee unless I can fill the time, because I keep that hour for you. If you or someone you look after is suddenly ill, we’ll be sensible about it.',
  feesPayment: 'By bank transfer within a week of each session. I send one short invoice a month.',
};

/**
 * What the invented practice says about itself: everything that a real one can say, so that each place is seen filled.
 */
export const demoFacts = (now: Date) => ({
  ...demoRoom,
  ...demoLegal,
  ...demoFees,
  credentials: [
    {
      kind: 'membership',
      title: 'Registered member MBACP (Accredited)',
      body: 'British Association for Counselling and Psychotherapy',
      number: '000000',
      renewsOn: inDays(now, 120),
    },
    { kind: 'qualification', title: 'Diploma in person-centred counselling', body: 'University of Nowhere, 2012' },
    {
      kind: 'insurance',
      title: 'Professional liability insurance',
      body: 'Candle Mutual',
      number: 'CM-000000',
      renewsOn: inDays(now, 200),
    },
    {
      kind: 'data protection',
      title: 'Registered with the Information Commissioner’s Office',
      number: 'ZA000000',
      renewsOn: inDays(now, 300),
    },
  ],
});
