import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bullets, heading, link, paragraph } from '#src/setup/seed/writing';

export const christmasWhenItIsNotMerry: DemoPost = {
  title: 'Christmas, when it isn’t merry',
  published: '2025-12-09T08:00:00.000Z',
  topics: ['grief-and-loss', 'relationships'],
  summary:
    'For anyone who would quite like to wake up in January: some permission, a few practical thoughts, and where to find company.',
  body: [
    paragraph(
      'If you love it, I’m glad, and you can skip this one. This is for anybody who has been looking at the calendar with a sinking heart.',
    ),
    paragraph(
      'Perhaps there will be an empty chair this year, or a full one that you dread. Perhaps money is tight and everything glitters. Perhaps you’ll be alone, and everyone keeps asking what you are doing. Perhaps nothing is wrong at all, and you feel flat, and then guilty for feeling flat in front of a tree.',
    ),
    heading('You’re allowed to do it differently'),
    paragraph(
      'Traditions were all invented by somebody, usually in a kitchen, and often because something had gone wrong. You can invent one too. Beans on toast in your pyjamas is a tradition after two years.',
    ),
    bullets(
      'You can go for two hours instead of two days. Say when you’re leaving before you arrive.',
      'You can leave a card unopened until you are ready.',
      'You can set a place for someone who has died, or light a candle, or say their name before the meal. You can also do none of those things.',
      'You can be off social media until the second of January. Nothing will have happened.',
      'You can say “not this year” without it meaning “never again”.',
    ),
    heading('If there is a difficult table'),
    paragraph(
      'Families have a way of handing us our old parts. You may be a grown woman with a mortgage and find yourself, by the second glass, fourteen and furious. It happens to counsellors, too.',
    ),
    paragraph(
      'It can help to have a job, such as walking the dog or doing the gravy, that lets you leave the room without a scene. Agree with someone beforehand that you may send them one word and they’ll ring you. Eat something at breakfast. Decide early which subjects you’re not going to take up, whatever is said, and let them go by like buses.',
    ),
    heading('If you’ll be alone'),
    paragraph(
      'Alone is not always lonely. But it can be, and it helps to give the day some bones: a time to get up, a walk while it is light, something good to eat, something to look forward to at five o’clock, when it gets dark. Churches, community centres and village halls often hold a lunch and would far rather you came than not. They need people to wash up as well, if you’d feel easier with something to do.',
    ),
    heading('If it becomes too much'),
    paragraph(
      'The lines on our ',
      link('/help-now', 'help page'),
      ' that say “day and night” mean Christmas Day as well. You don’t have to be in a crisis to ring. “I’m finding today hard” is enough of a reason. Somebody chose to be awake for exactly that call.',
    ),
    paragraph('It is one day, and then it is the day after. Go gently.'),
  ],
};
