import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, italic, link, paragraph, picture, quote, steps } from '#src/setup/seed/writing';

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

export const cryingInFrontOfSomeone: DemoPost = {
  title: 'On crying in front of someone',
  published: '2025-06-24T16:00:00.000Z',
  topics: ['starting-counselling'],
  body: [
    paragraph('“Sorry,” people say, reaching for a tissue. “Sorry. I don’t know where that came from. Sorry.”'),
    paragraph('I have lost count of the apologies. I’d like to give them all back.'),
    paragraph(
      'Crying is one of the few things that we do exactly as we did on our first day. It has no grammar. It tells whoever is near that something matters, and it does so before we have had time to decide whether it ought to. No wonder it feels risky.',
    ),
    heading('What I see from the other chair'),
    paragraph(
      'You may imagine that I’m embarrassed, or making a note. I’m not. When somebody cries I usually feel honoured, and slow down. I won’t rush over with a box, because a tissue offered too fast can sound like “there now, stop”. They are within your reach. You may leave them there.',
    ),
    paragraph(
      'I’m not waiting for it, either. Some people never cry in this room and do excellent work. Others have cried in every session for a month and then one day noticed they hadn’t. There isn’t a correct amount.',
    ),
    quote('Nobody has ever been too much for this room. It is only a room, but it has had some practice.'),
    heading('If you can’t'),
    paragraph(
      'A good many people wish that they could and find the tap rusted shut. That isn’t coldness. Often it means that there was once nobody to cry to, and the body drew its own conclusion. I wouldn’t force it. Feeling safe tends to come first, and the rest follows in its own time, or comes out as laughter, or as a long sigh on the bus home.',
    ),
    heading('Afterwards'),
    paragraph(
      'You might be thirsty and a little heavy-headed. You might feel foolish at about six o’clock. Be as gentle with yourself as you would be with a friend who had cried in your kitchen. You wouldn’t think less of her. You would ask if she had eaten.',
    ),
  ],
};

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

export const endingWell: DemoPost = {
  title: 'Ending well',
  published: '2026-06-16T08:00:00.000Z',
  topics: ['starting-counselling', 'grief-and-loss'],
  body: [
    paragraph(
      'Most of the endings in our lives are not very good. People die in the middle of a sentence. Friendships go quiet and nobody knows quite when. Jobs end with a cardboard box. We promise to keep in touch at the station, and we don’t.',
    ),
    paragraph('So one of the odder gifts of counselling is that we can do an ending on purpose.'),
    heading('Why it is worth the trouble'),
    paragraph(
      'It is tempting to slip away. A cancelled session, a cheerful email, and there you are, out in the air with no awkward goodbye. I understand that very well. If you have done it, I’m not cross with you.',
    ),
    paragraph(
      'But if you can bear to stay for it, an ending that both people know about lets you do something rare. You can look back over the whole road. You can say what helped and what didn’t. You can be sad and pleased at once, in front of somebody, and find that you’re both still standing.',
    ),
    heading('How we do it'),
    paragraph(
      'Usually one of us begins to wonder aloud. We leave the thought lying about for a week or two, to see whether it still looks right on a bad day. Then we choose a date. If we have worked together for a long time we’ll take several weeks over it; if it was a handful of sessions, perhaps one.',
    ),
    paragraph(
      'Old feelings often come back just then, so faithfully that people think they have undone all their work. They haven’t. It’s more that everyone comes to the platform to wave.',
    ),
    quote('You can leave without anything having gone wrong.'),
    heading('Things left unsaid'),
    paragraph(
      'In the last session I may ask whether there is something that you’d be sorry not to have said. Now and then it’s a complaint, and I’m glad of it. Now and then it’s thank you. Sometimes we sit there, and that seems to be it.',
    ),
    paragraph(
      'I don’t forget people. I’m often asked that, in one way or another, with a hand on the door. No, I shan’t forget you. And the door opens both ways: people do come back, years later, with something new or the same thing in a different coat. That isn’t failure, either. It’s rather nice to put the kettle on and hear what happened next.',
    ),
  ],
};

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
