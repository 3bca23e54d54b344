import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, steps, voices } from '#src/setup/seed/writing';

export const theSundayEveningFeeling: DemoPost = {
  title: 'The Sunday evening feeling',
  published: '2025-11-23T17:00:00.000Z',
  topics: ['work-and-rest', 'worry-and-sleep'],
  body: [
    paragraph(
      'It comes at about four, when the light goes. The washing is nearly dry, somebody has put the television on, and without anything having happened at all there is a stone in your stomach.',
    ),
    paragraph(
      'Most of us know the Sunday feeling a little. It may be nothing more than the end of freedom, an echo of school shoes by the door. But if it has begun to arrive on Saturday, or to colour the whole weekend, it is worth sitting down beside it and asking what it wants.',
    ),
    heading('Three different stones'),
    paragraph('When people look more closely, it tends to be one of three things.'),
    paragraph(
      'Sometimes it is about quantity. There is simply too much waiting for you, and your body has done the arithmetic.',
    ),
    paragraph(
      'Sometimes it is about a person. One face, one tone of voice, one meeting. The rest of the week would be all right without it.',
    ),
    paragraph(
      'And sometimes it is about meaning. The work isn’t dreadful. It just isn’t yours any more, and on Sunday evening you can hear that.',
    ),
    voices(
      'You should be grateful to have a job at all.',
      'Everyone feels like this.',
      'Just get through until the summer.',
    ),
    paragraph(
      'They are different stones, and they need different things. A list helps with the first and is no use whatever for the third.',
    ),
    heading('For this Sunday'),
    steps(
      'Write down the first small thing that you’ll do on Monday, and close the notebook. You have told tomorrow where to begin.',
      'Put something kind on the far side of it: a walk at lunch, a telephone call, a decent supper.',
      'Have an evening that belongs to Sunday and not to Monday. Something slow, with your hands in it.',
    ),
    heading('For all the others'),
    paragraph(
      'If the feeling has been there for months, please believe it. It needn’t mean that you must resign in the morning. It may mean that there is a conversation you have been putting off, with your manager, or with whoever you live with, or with yourself. Feelings of this kind are rarely lazy and hardly ever stupid. They are usually trying to tell you something that you already half know.',
    ),
  ],
};
