import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph } from '#src/setup/seed/writing';

/** A draft: it shows what an unfinished post looks like in the admin, and that nobody else sees it. */
export const whenTheRoomGoesQuiet: DemoPost = {
  title: 'When the room goes quiet',
  published: null,
  topics: ['starting-counselling'],
  body: [
    paragraph(
      'There is the silence of not knowing what to say, and there is the silence after something has been said. They sound the same from outside. I’d like to write about the second kind.',
    ),
    heading('Who is it for?'),
    paragraph(
      '(To finish: the story about the clock. Ask first. And something about silence online, where everybody thinks that the connection has gone.)',
    ),
  ],
};
