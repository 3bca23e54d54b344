import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, quote } from '#src/setup/seed/writing';

export const endingWell: DemoPost = {
  title: 'Ending well',
  published: '2026-06-16T08:00:00.000Z',
  topics: ['starting-counselling', 'grief-and-loss'],
  body: [
    paragraph(
      'Most of the endings in our lives are not very good. People die in the middle of a sentence. Friendships go quiet and nobody knows quite when. Jobs end with a cardboard box. We promise to keep in touch at the station, and we don’t.',
    ),
    paragraph('So one of the odder gifts of counselling is that we can do an ending on purpose.'),
    heading('Why it is worth the trouble'),
    paragraph(
      'It is tempting to slip away. A cancelled session, a cheerful email, and there you are, out in the air with no awkward goodbye. I understand that very well. If you have done it, I’m not cross with you.',
    ),
    paragraph(
      'But if you can bear to stay for it, an ending that both people know about lets you do something rare. You can look back over the whole road. You can say what helped and what didn’t. You can be sad and pleased at once, in front of somebody, and find that you’re both still standing.',
    ),
    heading('How we do it'),
    paragraph(
      'Usually one of us begins to wonder aloud. We leave the thought lying about for a week or two, to see whether it still looks right on a bad day. Then we choose a date. If we have worked together for a long time we’ll take several weeks over it; if it was a handful of sessions, perhaps one.',
    ),
    paragraph(
      'Old feelings often come back just then, so faithfully that people think they have undone all their work. They haven’t. It’s more that everyone comes to the platform to wave.',
    ),
    quote('You can leave without anything having gone wrong.'),
    heading('Things left unsaid'),
    paragraph(
      'In the last session I may ask whether there is something that you’d be sorry not to have said. Now and then it’s a complaint, and I’m glad of it. Now and then it’s thank you. Sometimes we sit there, and that seems to be it.',
    ),
    paragraph(
      'I don’t forget people. I’m often asked that, in one way or another, with a hand on the door. No, I shan’t forget you. And the door opens both ways: people do come back, years later, with something new or the same thing in a different coat. That isn’t failure, either. It’s rather nice to put the kettle on and hear what happened next.',
    ),
  ],
};
