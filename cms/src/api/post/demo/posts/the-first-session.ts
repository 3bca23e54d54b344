import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, link, paragraph, picture, steps } from '#src/setup/seed/writing';

export const theFirstSession: DemoPost = {
  title: 'The first session: what actually happens',
  published: '2025-01-20T09:00:00.000Z',
  topics: ['starting-counselling'],
  body: [
    paragraph(
      'Most people tell me, when they have known me for a while, how frightened they were before they first rang the bell. Several had walked round the block. One had got back in the car. So here is what happens, as plainly as I can put it, in case it helps you up the steps.',
    ),
    heading('Before you come'),
    paragraph(
      'We will usually have spoken already, for twenty minutes or so, on the phone or online. That call costs nothing and commits you to nothing. You tell me roughly what is on your mind, I tell you roughly how I work, and we both listen for whether it might suit.',
    ),
    paragraph(
      'If we agree to meet, I’ll send you a short email with the address, where to park, and what to do if you are early. There is a bench in the yard. In winter there is a heater in the hall, and you are welcome to both.',
    ),
    paragraph(
      'There is nothing to prepare. Some people bring notes, because they are afraid of going blank. Some bring a friend as far as the corner. Both are sensible.',
    ),
    picture('room-day'),
    heading('The first ten minutes'),
    paragraph(
      'I’ll show you where to hang your coat and which chairs there are. Choose any. There is water, and there are tissues, which are there for colds as much as for tears.',
    ),
    paragraph('Then there are a few things that I’d like to say aloud rather than leave in the small print:'),
    steps(
      [
        bold('What stays in the room. '),
        'What you tell me is confidential. There are a few exceptions, mostly to do with somebody being in serious danger, and I’ll go through each of them and answer whatever you want to ask.',
      ],
      [
        bold('Who helps me. '),
        'Every counsellor has a supervisor, another experienced practitioner with whom we look at our work. I don’t use your name there.',
      ],
      [
        bold('How we stop. '),
        'You can end at any time. You don’t need to give a reason, though I’d be glad of a chance to say goodbye.',
      ],
      [
        bold('What it costs, '),
        'and what happens if you are ill or stuck in traffic. It is all on the ',
        link('/fees', 'fees page'),
        ' too.',
      ],
    ),
    heading('And then'),
    paragraph(
      'Then I’ll probably ask something like “Where would you like to begin?” and there will be a pause. It may feel long. It’s all right.',
    ),
    paragraph(
      'People begin in all sorts of places. With last Tuesday. With their grandmother. With “I don’t really know why I’m here, lots of people have it worse.” With something very small, to see how I handle it, before they show me something larger. That is wise, I think: you wouldn’t hand a stranger your best china.',
    ),
    paragraph(
      'I won’t sit there in silence with a notepad. I may ask a question or say what I have understood, so that you can correct me. Please do. You know this subject and I don’t.',
    ),
    heading('Things you are allowed to do'),
    bullets(
      'Say “I’d rather not talk about that yet.”',
      'Cry, or not cry.',
      'Laugh. It happens more than you would think.',
      'Swear.',
      'Ask me about my training, my approach, or whether I have worked with something like this before.',
      'Look out of the window.',
      'Tell me that something I said was no use.',
    ),
    heading('The last ten minutes'),
    paragraph(
      'A session is fifty minutes, and I keep an eye on the clock so that you needn’t. Towards the end I’ll let you know, so that we don’t stop in the middle of the deepest part. I’ll ask how it has been, and whether you would like to come again. You can say yes, or no, or “may I think about it?” All three are good answers.',
    ),
    paragraph(
      'If I believe that someone else could help you better, I’ll say so and do my best to point you towards them. It isn’t a rejection. It is part of doing this properly.',
    ),
    heading('Afterwards'),
    paragraph(
      'Do try not to rush off to something demanding, if you can arrange it. People often feel lighter, or rather tired, or oddly flat. Some feel a bit exposed and wonder whether they said too much. You very likely didn’t. It is only that you’re not used to being listened to for that long.',
    ),
    paragraph('Have something to eat. Walk to the further bus stop. Let it settle.'),
    paragraph(
      'That is really all it is: two people, two chairs, and an hour in which somebody is on your side. You can ',
      link('/about', 'read a little about me here'),
      '. And if you walk round the block first, I shan’t mind at all.',
    ),
  ],
};
