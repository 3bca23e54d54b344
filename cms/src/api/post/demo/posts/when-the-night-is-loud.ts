import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, link, paragraph, picture, steps, voices } from '#src/setup/seed/writing';

export const whenTheNightIsLoud: DemoPost = {
  title: 'When the night is loud',
  published: '2026-10-29T07:30:00.000Z',
  topics: ['worry-and-sleep'],
  summary:
    'Thoughts that were manageable at teatime can feel enormous at three in the morning. Some gentle things to try, and when to ask for more help.',
  cover: 'room-night',
  mentions: ['sleep'],
  body: [
    paragraph(
      'You wake, and for a second there is nothing. Then it arrives, all at once, as if it had been sitting on the end of the bed waiting for you to open your eyes.',
    ),
    paragraph(
      'If this is you, I’d like to begin by saying that nothing has gone wrong with you. Night is a hard place to think. You are tired, you are alone with it, and nobody you might ring is awake. The same worry that was a pebble at teatime can be a boulder by three.',
    ),
    heading('What the night tends to say'),
    paragraph('People bring me their night sentences, usually a little ashamed of them. They are remarkably alike.'),
    voices(
      'You’ve ruined it and they’re just too polite to tell you.',
      'If you don’t sleep now, tomorrow is finished.',
      'Everybody else can manage this.',
    ),
    paragraph(
      'Notice how certain it sounds. That is one of the ways to recognise it. Daytime thoughts come with a “perhaps” or an “on the other hand”. Night thoughts come as verdicts.',
    ),
    heading('Small things to say back'),
    paragraph(
      'I don’t find that arguing helps much. You can’t win a debate at that hour, and it keeps you awake trying. What some people find kinder is to be brief, and then to do something with their hands or their breath.',
    ),
    steps(
      [
        bold('Name the hour. '),
        'Say it quietly: “It is twenty past three. This is a three o’clock thought.” You are not denying it. You are giving it a postmark.',
      ],
      [
        bold('Make an appointment with it. '),
        'Keep a pencil and a scrap of paper by the bed. Write one line, and a time tomorrow when you will look at it in daylight. Then keep the appointment, even for five minutes.',
      ],
      [
        bold('Change one thing about where you are. '),
        'Sit up. Put your feet on the floor. Fetch a glass of water and drink it slowly by the window. You are letting your body know that it is safe and in a room.',
      ],
    ),
    picture('table'),
    paragraph('None of these is a cure, and they don’t work every night. They are ways of keeping yourself company.'),
    heading('What I’d let go of'),
    bullets(
      'Working out how many hours are left. The sum never helps.',
      'The telephone. It is bright, and it is full of other people’s opinions.',
      'Telling yourself off for being awake. You are already having a difficult night; you needn’t be in trouble as well.',
    ),
    heading('When it is more than a bad night'),
    paragraph(
      'If it goes on for weeks, or if you dread going to bed, please tell somebody. Your GP is a good place to begin, because sleep has bodily reasons as well as other ones. Talking can help too, since night thoughts often turn out to have a daytime question folded up inside them.',
    ),
    paragraph(
      'And if the night says that people would be better off without you, don’t wait until morning. There are people awake for exactly this. ',
      link('/help-now', 'Their numbers are here'),
      ', and you don’t need to have the right words ready.',
    ),
    paragraph('Morning does come. It usually brings a smaller pebble.'),
  ],
};
