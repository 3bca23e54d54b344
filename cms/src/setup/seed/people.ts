import { type DemoTopic, link, paragraph } from './writing';

/** An invented practice: the numbers belong to the ranges that Ofcom keeps free for stories, the addresses to nobody. */
export const demoPractice = {
  name: 'Quiet Room Counselling',
  strapline: 'Counselling in Leeds and online',
  counsellor: 'Nora Ashby',
  sentence: 'A quiet hour each week, and somebody who listens to the end of the sentence.',
  description:
    'Nora Ashby is a counsellor in Leeds and online, for adults who are grieving, worrying, or tired of being hard on themselves.',
  work: [
    paragraph(
      'People come to me with all sorts: a loss that won’t settle, a worry that has outgrown its reason, a family that is difficult to love, a life that looks perfectly all right and doesn’t feel it. Some can’t say what it is yet. That’s a good place to start, too.',
    ),
    paragraph(
      'We meet once a week, in a quiet room up fourteen steps or on a screen. You can ',
      link('/blog/the-first-session-what-actually-happens', 'read what a first session is like'),
      ' before you decide anything.',
    ),
  ],
  email: 'hello@quiet-room.example',
  phone: '0113 496 0142',
  address: 'The Quiet Room\n3 Candlemaker’s Yard\nLeeds LS1 0XX',
  town: 'Leeds',
  accreditation: 'Registered member MBACP (Accredited), no. 000000',
  workshops: {
    shown: true,
    keepDays: 90,
    howToPay:
      'Please pay by bank transfer within a week: Quiet Room Counselling, sort code 00-00-00, account 00000000, with your name as the reference. If paying is difficult, write to me, and we find a way.',
  },
  blogIntro: 'Short pieces about being a person, written between sessions. Nobody in them is anybody you know.',
  invitation:
    'If some of this sounds like you, we could talk for 20 to 30 minutes, free, online or by phone. You tell me a little, I tell you how I work, and neither of us has to decide anything.',
};

export const demoAuthor = {
  name: 'Nora Ashby',
  role: 'Counsellor, MBACP (Accred.)',
  bio: [
    paragraph(
      'Nora is a counsellor in Leeds. She used to mend books, and still likes anything that takes its time. ',
      link('/about', 'More about her'),
    ),
  ],
};

export const demoTopics: Readonly<Record<DemoTopic, { name: string; description: string }>> = {
  'self-kindness': {
    name: 'Self-kindness',
    description: 'On the voice in your head, where it came from, and how to live with it more gently.',
  },
  'grief-and-loss': {
    name: 'Grief and loss',
    description: 'On losing people, and other endings, and how life grows around them.',
  },
  'worry-and-sleep': { name: 'Worry and sleep', description: 'On thoughts that won’t sit down, by day and by night.' },
  relationships: {
    name: 'Relationships',
    description: 'On the people we love, and how to be near them without losing ourselves.',
  },
  'work-and-rest': { name: 'Work and rest', description: 'On doing too much, and on learning to stop.' },
  'starting-counselling': {
    name: 'Starting counselling',
    description: 'On what happens in the room, from the first call to the last goodbye.',
  },
};
