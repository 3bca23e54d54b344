import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bullets, heading, italic, paragraph, voices } from '#src/setup/seed/writing';

export const restIsNotAReward: DemoPost = {
  title: 'Rest is not a reward',
  published: '2025-09-02T07:45:00.000Z',
  topics: ['work-and-rest', 'self-kindness'],
  body: [
    paragraph(
      'Here is a bargain that I hear about most weeks. It goes: ',
      italic('when I’ve finished, I’ll stop'),
      '. The washing-up, the inbox, the project, the difficult year. Then I’ll rest, because then I shall have earned it.',
    ),
    paragraph('The flaw in the bargain is that there is always another cup.'),
    heading('How it gets in'),
    paragraph(
      'Few of us were told in so many words that rest has to be deserved. We saw it. We saw who sat down last. We heard the quick scrape of a chair when a car came up the drive and somebody had to look busy.',
    ),
    voices('Sitting down already?', 'It’s all right for some.', 'I’ll just do this one thing first.'),
    paragraph(
      'If that is the air you grew up in, stopping can feel like doing something wrong. You lie on the sofa with the guilt on top of you, get none of the benefit, and get up more tired than before.',
    ),
    heading('Rest as maintenance'),
    paragraph(
      'Nobody thinks a field is lazy in January. It is doing what fields do so that there can be a June. I like that better than all the talk of batteries, because a battery exists only to be used up, and you don’t.',
    ),
    paragraph(
      'So perhaps rest isn’t what comes after the work. Perhaps it is one of the conditions of being a creature at all, like water. You don’t earn water.',
    ),
    heading('Not everything that looks like rest is restful'),
    paragraph(
      'An hour of scrolling may leave you with that grey, overfed feeling. An hour of digging may leave you mended. It is worth finding out what really does it for you, and the answer may change with the kind of tiredness you have.',
    ),
    bullets(
      'Tired in the body: warmth, food, lying flat.',
      'Tired of people: a locked bathroom door and a long bath.',
      'Tired of being alone: somebody else’s kitchen.',
      'Tired of deciding: let someone else choose the film.',
      'Tired of it all: please don’t carry that by yourself. Tell somebody.',
    ),
    heading('An experiment'),
    paragraph(
      'Once this week, stop before you have finished. Leave one cup in the sink on purpose. Sit down for ten minutes with nothing in your hands, and see what comes to tell you to get up. You needn’t argue with it. Just notice how old it sounds.',
    ),
    paragraph('The cup will still be there. That turns out to be fine.'),
  ],
};
