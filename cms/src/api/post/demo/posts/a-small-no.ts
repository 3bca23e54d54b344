import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, steps, voices } from '#src/setup/seed/writing';

export const aSmallNo: DemoPost = {
  title: 'Practising a small no',
  published: '2025-05-06T08:30:00.000Z',
  topics: ['relationships', 'self-kindness'],
  summary:
    'If you have always said yes, the first no can feel like dropping a plate. It helps to begin with a very small plate.',
  body: [
    paragraph(
      'There is a particular silence that comes after somebody has asked you for something and before you have answered. For most people it lasts a second. For some it is crowded.',
    ),
    voices('They’ll think you’re selfish.', 'It’s only one evening.', 'It would be easier just to do it.'),
    paragraph('And out it comes, in a bright voice that you hardly recognise: “Of course, no problem at all!”'),
    paragraph(
      'If that is you, I’d guess you learnt it honestly. In some families yes was the price of peace. In others it was the way to be noticed. You were paying attention, and you worked out what was needed. It is a considerable skill. The trouble is only that it has no off switch.',
    ),
    heading('A no is information'),
    paragraph(
      'When you say yes to everything, the people who love you have no way of finding you. They can’t tell the yes that means “I’d love to” from the yes that means “I’m frightened of your face if I don’t.” A no, kindly said, gives them something real to go on. It tells them where you end and they begin, which is where two people can actually meet.',
    ),
    heading('Begin with something that doesn’t matter'),
    paragraph(
      'Please don’t start with your mother. Start where almost nothing is at stake, and let your nervous system find out that the sky stays up.',
    ),
    steps(
      'Say “I’d rather sit here” in a café.',
      'When asked whether you mind, and you do, say “a little, actually”.',
      'Send back one question before answering: “When do you need to know by?”',
      'Decline something that you don’t want, such as a leaflet or a second helping, without giving a reason.',
      'Then, when you’re ready, a no to someone you are fond of, about something small.',
    ),
    paragraph(
      'Notice what happens in your body each time. Hot face, tight throat, a rush to explain yourself: all quite usual. It passes sooner than you expect. You may find it passes sooner still if you don’t fill the gap with apologies.',
    ),
    heading('Some sentences to borrow'),
    paragraph(
      '“I can’t this time.” “That doesn’t work for me, but thank you for asking.” “Let me think, and I’ll tell you tomorrow.” None of them contains an excuse, because an excuse invites a solution: if you say you have no car, they will offer you a lift.',
    ),
    heading('If it doesn’t go well'),
    paragraph(
      'Now and then somebody will be put out. People who have had the use of your yes for years may miss it. You can be sorry that they are disappointed without changing your mind. Those two things fit in the same person.',
    ),
    paragraph(
      'And if saying no to someone isn’t merely uncomfortable but makes you afraid of what they might do, that is a different matter, and it isn’t a question of practice. Please talk to somebody about it, at your own pace and somewhere safe.',
    ),
  ],
};
