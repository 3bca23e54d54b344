import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bullets, heading, italic, link, paragraph, steps } from '#src/setup/seed/writing';

export const howDoIKnowIfItIsWorking: DemoPost = {
  title: 'How do I know if it’s working?',
  published: '2026-04-21T09:10:00.000Z',
  topics: ['starting-counselling'],
  summary:
    'Counselling rarely feels like progress from the inside. Some quiet signs to look out for, and what to do if you’re not sure.',
  cover: 'room-day',
  body: [
    paragraph(
      'It is a fair question, and I wish that more people felt able to ask it out loud. You’re giving it time, money and a good deal of courage. Of course you want to know.',
    ),
    paragraph(
      'The honest answer is that it seldom feels like progress while it’s happening. It isn’t much like climbing a hill. It’s more like watching a garden: for weeks there is mud, and then one morning you notice that something has been going on underneath.',
    ),
    heading('Quiet signs'),
    paragraph(
      'Here are some things that people have mentioned, often in passing, usually on their way to telling me about something else.',
    ),
    bullets(
      'There was a pause. The same thing happened that always happens, and for once there was a breath before you answered.',
      'You told somebody what you thought, and only worried about it until bedtime.',
      'You caught yourself being unkind to yourself, and were a bit surprised by the tone.',
      'You cried at something, and it felt like weather rather than a flood.',
      'You noticed that you were hungry, or cold, or didn’t want to go.',
      'You remembered something from the past, and it stayed in the past.',
      'You forgot to think about what we’d talk about, because you were busy.',
    ),
    heading('When it gets harder first'),
    paragraph(
      'Sometimes people feel worse for a while. If you have kept a door shut for years, opening it lets a draught in. That can be part of things getting better, ',
      italic('but it isn’t always'),
      ', and you should never have to grit your teeth and assume so. If you leave session after session feeling smaller, or if you’re struggling to get through the week, tell your counsellor. Good ones will want to know, and will slow down.',
    ),
    heading('What to do with a doubt'),
    paragraph(
      'Bring it in. I mean that. “I’m not sure that this is helping” may be the most useful sentence you say all month. In most of life, we put up with things politely and then leave. Here is a place where you can find out what happens if you say it instead.',
    ),
    paragraph('If it’s easier, you might begin with one of these:'),
    steps(
      'What did I hope would be different when I started? Is any of it, even slightly?',
      'Is there something that I’m careful not to talk about here? What do I imagine would happen?',
      'Do I feel, mostly, that this person is on my side?',
    ),
    paragraph(
      'If the answer to the last one is no, and talking about it doesn’t change that, you are free to find someone else. It is nobody’s failure. The fit between two people matters a great deal, and it can’t be forced.',
    ),
    heading('How long should it take?'),
    paragraph(
      'I don’t know, and I’d be wary of anybody who did. Some people come for six sessions with one clear thing. Some stay for a couple of years. Every couple of months I like to stop and ask how it’s going, so that you aren’t here out of habit or good manners. And there is a proper way to finish, which I have written about in ',
      link('/blog/ending-well', 'Ending well'),
      '.',
    ),
    paragraph(
      'One woman told me that she knew it was working when she bought a plant. “I just thought I’d be around to water it,” she said. I have never come across a better measure.',
    ),
  ],
};
