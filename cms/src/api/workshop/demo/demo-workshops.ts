import { bullets, type DemoBlock, heading, paragraph } from '#src/setup/seed/writing';

/** Somebody who takes part in a demo workshop; nobody has their addresses, which end in example.org. */
interface DemoPerson {
  name: string;
  /** The number of the price that they chose. */
  price: number;
  accessNeeds?: string;
  paid?: boolean;
  /** Of one that is over. */
  attended?: boolean;
}

export interface DemoWorkshop {
  /** Posts mention it by this. */
  key: 'therapists' | 'sleep' | 'grief';
  /**
   * Its first session is on the first such weekday (0 is Sunday) after so many days from now; before now if it is
   * negative.
   */
  from: { days: number; weekday: number };
  /** Days after the first session, and the clock on the wall. */
  sessions: { after: number; starts: string; ends: string }[];
  about: Readonly<Record<string, unknown>>;
  description: DemoBlock[];
  people: DemoPerson[];
}

const room = {
  format: 'in person',
  venueName: 'The Quiet Room',
  venueAddress: '3 Candlemaker’s Yard\nLeeds LS1 0XX',
  mapUrl: 'https://www.openstreetmap.org/#map=17/53.7974/-1.5437',
};

const therapists: DemoWorkshop = {
  key: 'therapists',
  from: { days: 26, weekday: 6 },
  sessions: [{ after: 0, starts: '10:00', ends: '13:00' }],
  about: {
    ...room,
    title: 'Self-Kindness for Therapists',
    summary: 'A Saturday morning for people who are patient with everybody but themselves.',
    audience:
      'For counsellors, therapists and others who listen for a living, including those in training. You needn’t be good at being kind to yourself. That is rather the point.',
    joiningDetails:
      'Ring the bell marked “Quiet Room” and come up the fourteen steps. If you would rather not climb them, ring 0113 496 0142 and we will use the room on the ground floor.\nThe door is open from 9.40, and the kettle is on.',
    capacity: 12,
    cpdHours: 3,
    prices: [
      { label: 'Full price', amount: 48, note: null },
      { label: 'Concession', amount: 24, note: 'If you are in training or money is tight. Nobody asks for proof.' },
    ],
    programme: [
      { time: '09:40', title: 'Door open, kettle on', description: 'Come early and sit, or look at the books.' },
      {
        time: '10:00',
        title: 'The listener’s own voice',
        description: 'How we speak to ourselves after a hard session, and whom we learnt it from.',
      },
      { time: '11:10', title: 'Long tea', description: 'Half an hour, and nobody has to network.' },
      {
        time: '11:40',
        title: 'Putting a session down',
        description: 'Three small ways of ending a working day, to try and to keep or leave.',
      },
      { time: '12:40', title: 'Going home', description: 'What you take with you, on one card.' },
    ],
    cancellationTerms:
      'If you can’t come, cancel with your private link. Until a week before, you get all of your money back; after that, you do if someone else takes the place.',
  },
  description: [
    paragraph(
      'Most of us would never speak to a client in the tone that we keep for ourselves. We know the theory, too. And then a session goes badly on a Tuesday, and by ten in the evening there is a small tribunal sitting in the kitchen.',
    ),
    paragraph(
      'This is a morning for looking at that tribunal together: who sits in it, what it is afraid of, and what it might be given to do instead.',
    ),
    heading('What it is not'),
    bullets(
      'It is not therapy, and nobody has to tell anything about themselves.',
      'It is not a lecture. There are twelve chairs and a lot of tea.',
      'There is no role play. I don’t like it either.',
    ),
  ],
  people: [
    { name: 'Amina Farrow', price: 1, paid: true },
    {
      name: 'Tom Brightwater',
      price: 1,
      paid: true,
      accessNeeds: 'I lip-read, so please let me sit where I can see you.',
    },
    { name: 'Jo Penhaligon', price: 2, paid: true },
    { name: 'Siân Maddocks', price: 1 },
    { name: 'Peter Oduya', price: 1, paid: true },
    { name: 'Ros Calloway', price: 2, accessNeeds: 'I use a stick. Could we have the room downstairs?' },
    { name: 'Hanne Lindqvist', price: 1, paid: true },
    { name: 'Dev Chaudhry', price: 2 },
    { name: 'Maeve Tully', price: 1, paid: true },
    { name: 'Bill Hargreave', price: 1, accessNeeds: 'No nuts, please.' },
  ],
};

const sleep: DemoWorkshop = {
  key: 'sleep',
  from: { days: 54, weekday: 2 },
  sessions: [
    { after: 0, starts: '19:00', ends: '20:30' },
    { after: 7, starts: '19:00', ends: '20:30' },
  ],
  about: {
    format: 'online',
    title: 'Two Evenings for Bad Sleepers',
    summary: 'Online, a week apart, for people who lie awake and are tired of good advice.',
    audience:
      'For adults whose nights are too long. If you are very low, or haven’t slept for days, please speak to your GP first. You are welcome here as well.',
    joiningDetails:
      'The meeting is at https://meet.quiet-room.example/two-evenings. It opens ten minutes before we begin. Your camera may stay off.',
    capacity: 20,
    prices: [
      { label: 'Both evenings', amount: 30, note: null },
      { label: 'Both evenings, less', amount: 15, note: 'If money is tight. Nobody asks for proof.' },
      { label: 'Nothing this time', amount: 0, note: 'Four places, no questions.' },
    ],
    programme: [
      {
        time: null,
        title: 'First evening: what the night is for',
        description: 'Why minds keep watch, and what you can stop trying.',
      },
      {
        time: null,
        title: 'Second evening: one change',
        description: 'What you tried, what it did, and what is worth keeping.',
      },
    ],
    cancellationTerms: 'If you cancel with your private link by the day before, you get all of your money back.',
  },
  description: [
    paragraph(
      'You have read about screens and lavender. You know that you shouldn’t look at the clock. And there you are at three in the morning, with everything that you know.',
    ),
    paragraph(
      'On the first evening we look at what a sleepless mind is trying to do for you, and each of you chooses one thing to try for a week. On the second we hear how that went, which is usually more interesting than success.',
    ),
    paragraph('There is nothing to prepare. You may come in your dressing gown.'),
  ],
  people: [
    { name: 'Leah Winstanley', price: 1, paid: true },
    { name: 'Marcus Eade', price: 2 },
    { name: 'Yusuf Karim', price: 1, accessNeeds: 'Captions would help, if your programme has them.' },
    { name: 'Dot Ellery', price: 3 },
    { name: 'Freya Holm', price: 1, paid: true },
  ],
};

const grief: DemoWorkshop = {
  key: 'grief',
  from: { days: -38, weekday: 6 },
  sessions: [{ after: 0, starts: '10:00', ends: '12:30' }],
  about: {
    ...room,
    title: 'When Colleagues Grieve',
    summary: 'What to say at work, what not to, and how to go on being ordinary.',
    audience: 'For managers, and for anybody who shares an office with somebody who has lost someone.',
    joiningDetails: 'Ring the bell marked “Quiet Room”. The door is open from 9.40.',
    capacity: 10,
    cpdHours: 2.5,
    prices: [{ label: 'Full price', amount: 40, note: null }],
    cancellationTerms: 'If you cancel at least a week before, you get all of your money back.',
  },
  description: [
    paragraph(
      'Somebody comes back after the funeral, and the whole corridor becomes very interested in its shoes. Nobody means it badly. Nobody knows what to say.',
    ),
    paragraph(
      'A morning about saying something small and true, about cake, and about the second year, when everybody else has forgotten.',
    ),
  ],
  people: [
    { name: 'Ingrid Sallow', price: 1, paid: true, attended: true },
    { name: 'Callum Reith', price: 1, paid: true, attended: true },
    { name: 'Nadia Osei', price: 1, paid: true, attended: true },
    { name: 'Gwen Harker', price: 1, paid: true, attended: false },
    { name: 'Owen Pettifer', price: 1, paid: true, attended: true },
    { name: 'Sunita Rao', price: 1, paid: true, attended: true },
  ],
};

/** One that is nearly full, one online with two sessions, and one that is over. */
export const demoWorkshops: readonly DemoWorkshop[] = [therapists, sleep, grief];
