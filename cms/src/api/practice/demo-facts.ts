import { dayAfter } from '#src/time/days';

const inDays = (now: Date, days: number): string => dayAfter(now.toISOString().slice(0, 10), days);

/** What the invented practice says about itself: everything that a real one can say, so that each place is seen filled. */
export const demoFacts = (now: Date) => ({
  showsLocation: 'The full address',
  area: 'City centre',
  legalName: 'Nora Ashby, trading as Quiet Room Counselling',
  serviceAddress: 'The Quiet Room\n3 Candlemaker’s Yard\nLeeds LS1 0XX',
  complaints:
    'If you’re unhappy with something I’ve done, please tell me first, if you can. You can also complain to my professional body. It is your right, and I won’t hold it against you.',
  complaintsUrl: 'https://bacp.example/complaints',
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
});
