import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, quote, voices } from '#src/setup/seed/writing';

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
