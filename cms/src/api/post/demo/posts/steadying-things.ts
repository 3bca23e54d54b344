import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, paragraph, picture } from '#src/setup/seed/writing';

export const steadyingThings: DemoPost = {
  title: 'Ten small steadying things',
  published: '2026-08-05T07:00:00.000Z',
  topics: ['worry-and-sleep', 'self-kindness'],
  body: [
    paragraph(
      'Not techniques, exactly. More a drawer of odds and ends that people have told me about over the years. Take what fits and leave the rest.',
    ),
    bullets(
      [bold('Feet. '), 'Press them into the floor and notice that the floor presses back.'],
      [bold('Cold water '), 'over your wrists, slowly, until you can feel the edges of yourself.'],
      [bold('A long breath out. '), 'Let the breath in look after itself.'],
      [bold('Something rough '), 'in your pocket: a shell, a walnut, a bit of brick.'],
      [bold('Name five blue things '), 'that you can see. Then five sounds.'],
      [bold('Wash one thing '), 'properly. A cup will do.'],
      [bold('Go outside and look up '), 'for as long as it takes a cloud to cross a chimney.'],
      [bold('Hum. '), 'It doesn’t need to be a tune.'],
      [bold('Tell someone the plain version: '), '“I’m having a wobbly morning.” You needn’t say why.'],
      [bold('Lean '), 'against a wall, a tree or a person, with your whole weight.'],
    ),
    picture('table'),
    heading('What they are for'),
    paragraph(
      'They won’t solve anything. That isn’t their job. When we’re very worried, the thinking part of us goes off at a gallop, and no amount of reasoning will catch it. These are ways to come back into the body and the room, where it is usually a Wednesday and nothing is actually on fire. From there you can think again.',
    ),
    paragraph(
      'If one of them makes you feel worse, stop. Bodies have different histories, and closing the eyes or minding the breath isn’t restful for everyone. There are nine others.',
    ),
    heading('Making your own'),
    paragraph(
      'The best ones are yours. Think back to the last time when you felt settled, even for a minute. What was in your hands? What could you smell? Was anybody there? Write it on a card and put it where you’ll find it on a bad day, because on a bad day you won’t be able to remember a thing.',
    ),
  ],
};
