import { type DemoBlock, type DemoPicture, heading, link, paragraph, picture } from '#src/setup/seed/writing';

const about: DemoPage = {
  title: 'About',
  lead: 'I’m Nora Ashby. I’ve been a counsellor for fourteen years, and before that I mended books.',
  position: 10,
  body: [
    paragraph(
      'Bookbinding teaches you two things. Most damage can be worked with, and you mustn’t hurry the glue. I think of both quite often.',
    ),
    paragraph(
      'I trained in person-centred counselling and have gone on learning since, mostly about loss, about families, and about the ways in which people become so hard on themselves. I see adults of all ages. You don’t need a diagnosis, a referral or a good enough reason.',
    ),
    heading('How I work'),
    paragraph(
      'I listen closely, I ask when I don’t understand, and I try to be the same person at the end of the hour as at the beginning. I won’t give you homework unless you’d like some. I won’t tell you what to do, though I’ll help you hear what you already think.',
    ),
    paragraph(
      'We meet once a week for fifty minutes, in the room or online. Some people come for a couple of months and some for a couple of years.',
    ),
    picture('room-day'),
    heading('The room'),
    paragraph(
      'It is on the first floor, up fourteen steps with a good rail. I’m sorry that there is no lift. If stairs are difficult, I can use a room on the ground floor of the same building on Tuesdays and Thursdays; just tell me when you get in touch.',
    ),
    heading('Accreditation and insurance'),
    paragraph(
      'I’m an accredited member of a professional body and keep to its ethical framework. I’m insured, and I see a supervisor twice a month. If you’re unhappy with something I’ve done and we can’t put it right together, I’ll tell you how to complain. It is your right, and I won’t hold it against you.',
    ),
    heading('What I can’t offer'),
    paragraph(
      'I’m one person, and I don’t work round the clock. If you need somebody now, please look at ',
      link('/help-now', 'who is awake'),
      '. I don’t prescribe, diagnose or write reports for courts.',
    ),
  ],
};

const fees: DemoPage = {
  title: 'Fees',
  showsFees: true,
  lead: 'What it costs, how to pay, and what happens if you can’t come.',
  position: 20,
  body: [
    paragraph('A first call of twenty to thirty minutes is free. You decide afterwards.'),
    paragraph(
      'If money becomes difficult while we’re working together, tell me before you disappear, and we’ll think about it.',
    ),
    heading('Holidays'),
    paragraph(
      'I take about six weeks off in the year and tell you well beforehand. There is nothing to pay when I’m away.',
    ),
  ],
};

export const demoPages: readonly DemoPage[] = [about, fees];

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

export type DemoTopic =
  'self-kindness' | 'grief-and-loss' | 'worry-and-sleep' | 'relationships' | 'work-and-rest' | 'starting-counselling';

export interface DemoPost {
  title: string;
  /** The day and hour on which it appeared, ISO 8601 in UTC; null for a draft. */
  published: string | null;
  topics: DemoTopic[];
  summary?: string;
  contentNote?: string;
  cover?: DemoPicture;
  /** The workshops that it mentions, by their keys in the demo content. */
  mentions?: string[];
  body: DemoBlock[];
}

export interface DemoPage {
  title: string;
  lead: string;
  position: number;
  showsFees?: boolean;
  body: DemoBlock[];
}
