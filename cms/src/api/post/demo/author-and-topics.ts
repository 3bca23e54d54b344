import { link, paragraph } from '#src/setup/seed/writing';
import type { DemoTopic } from './demo-post';

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
