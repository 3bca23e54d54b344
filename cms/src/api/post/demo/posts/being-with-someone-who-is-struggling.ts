import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, link, paragraph, quote } from '#src/setup/seed/writing';

export const beingWithSomeoneWhoIsStruggling: DemoPost = {
  title: 'Being with someone who is struggling',
  published: '2025-10-13T08:00:00.000Z',
  topics: ['relationships'],
  summary:
    'You can’t fix it, and you don’t need to. What tends to help when somebody you love is having a hard time, and how to look after yourself meanwhile.',
  cover: 'circle',
  body: [
    paragraph(
      'Somebody you love is having a hard time, and you would give a good deal to know what to say. I want to offer you a small relief: it matters much less than you think. What people remember, years later, is rarely a sentence. It is who stayed.',
    ),
    heading('Ask, and mean it'),
    paragraph(
      '“How are you?” is mostly a greeting. Try asking it twice. “How are you really?” Or say what you have seen: “You’ve been very quiet lately, and I’ve been thinking about you.” Choose a time when there is time. Side by side is often easier than face to face, in the car or over the potatoes.',
    ),
    paragraph('Then wait. It is astonishing what people will tell you if you leave the gap alone.'),
    heading('Resist the toolbox'),
    paragraph(
      'When we are fond of someone, their pain hurts us, and advice is a way of making it stop. It comes from love. But if it comes too quickly it can sound like “please be finished with this”.',
    ),
    paragraph(
      'Before you offer a solution, you might say what you heard. “So you’re lying awake, and then you have to face him in the morning.” If you have got it right, you will see their shoulders drop. If not, they’ll tell you, and you will both know more than you did.',
    ),
    quote(
      '“Do you want me to help, or do you want me to listen?” It is a fair question, and nearly everybody knows the answer.',
    ),
    heading('Be particular'),
    paragraph(
      '“Let me know if there’s anything I can do” is kind, and it hands a tired person a task. A particular offer is easier to take.',
    ),
    bullets(
      '“I’m going to the shop. What can I bring?”',
      '“I’m free on Thursday. Shall I come and sit with you, or take the children out?”',
      '“I’ll ring you tomorrow at seven. You don’t have to pick up.”',
      '“Shall I come to the doctor’s with you?”',
    ),
    paragraph('Then do it, and do it again in three weeks, when everyone else has gone quiet.'),
    heading('If you are worried about their safety'),
    paragraph(
      'You can ask directly. Asking whether someone is thinking about suicide does not put the idea into their head; many people say it was a relief to be asked. Use the plain word, calmly, and listen to the answer.',
    ),
    paragraph(
      'If the answer is yes, you don’t have to manage it alone, and you shouldn’t. ',
      bold('If they are in danger now, call 999 or go with them to A&E.'),
      ' If it is less urgent than that, their GP and the people on our ',
      link('/help-now', 'help page'),
      ' will know what to do next. They will talk to you, too, about someone else.',
    ),
    paragraph(
      'Please don’t promise to keep it secret. You can promise not to go behind their back: “I’m not going to sit on this on my own. Let’s decide together who to tell.”',
    ),
    heading('And you'),
    paragraph(
      'You may get tired, or cross, or dread the phone. You may feel guilty for having a nice Saturday. None of that makes you a bad friend. You’re a person standing near a fire, and you are allowed to step back, drink some water, and let somebody else have a turn.',
    ),
    paragraph(
      'Have one person to whom you can say how it is for you. Keep something in the week which has nothing to do with any of it. You’ll be able to stay much longer if you sometimes go home.',
    ),
  ],
};
