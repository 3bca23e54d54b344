import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, paragraph, picture, quote, steps, voices } from '#src/setup/seed/writing';

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

export const angerIsAMessenger: DemoPost = {
  title: 'Anger is often a messenger',
  published: '2026-02-11T08:20:00.000Z',
  topics: ['relationships', 'self-kindness'],
  body: [
    paragraph(
      '“I’m not angry,” she said, “I’m just tired.” And then, after a while, looking at her hands: “I’m so tired that I’d like to throw something.”',
    ),
    paragraph(
      'Anger has a poor reputation. Many of us met it first from below, when we were small and it was very large, and we made ourselves a promise that we would never be like that. So we put ours away. It came back as headaches, as being fine, as a sharpness about the dishwasher.',
    ),
    heading('Feeling it is not the same as using it'),
    paragraph(
      'It helps to take these two apart. Anger is a feeling: heat, tightness, a sense of more energy than the room can hold. Aggression is something that one person does to another. You can have all of the first without any of the second. In fact, people who know their anger early, while it is still only an irritation, seldom need to shout.',
    ),
    quote('It knocks quietly at first. It only kicks the door when nobody has answered.'),
    heading('What is in the envelope?'),
    paragraph(
      'I like to think of it as a messenger with bad manners. It barges in, it has mud on its boots, and we are so cross about the carpet that we never open the letter. When people do open it, it tends to say something quite simple.',
    ),
    voices('That wasn’t fair.', 'I’ve been carrying this for two.', 'Please stop.', 'I mattered, and you forgot.'),
    paragraph(
      'And often there is a second sheet behind the first, in smaller writing, which says “I’m frightened” or “that hurt”. Anger will stand guard in front of sadness for years, out of loyalty.',
    ),
    heading('Something to try'),
    paragraph(
      'Next time you notice a flicker of it, see if you can wait before you decide whether it’s justified. Find out where it sits in your body. Move, if you can: stairs, a fast walk, tea towels wrung out hard. Then ask it, as you might ask a breathless child, “What happened?”',
    ),
    paragraph(
      'You can write the letter that you won’t send. Be as unreasonable as you like. Tear it up afterwards. What is left, when the noise is out, is usually one sentence that could be said aloud, to the right person, on a day when you have both slept.',
    ),
    paragraph(
      'If your anger frightens you, or frightens people around you, please do bring it to somebody. It is not a reason to stay away from counselling. It is a very good reason to come.',
    ),
  ],
};

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
