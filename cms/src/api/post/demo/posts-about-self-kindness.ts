import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bullets, heading, italic, paragraph, quote, steps, voices } from '#src/setup/seed/writing';

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

export const restIsNotAReward: DemoPost = {
  title: 'Rest is not a reward',
  published: '2025-09-02T07:45:00.000Z',
  topics: ['work-and-rest', 'self-kindness'],
  body: [
    paragraph(
      'Here is a bargain that I hear about most weeks. It goes: ',
      italic('when I’ve finished, I’ll stop'),
      '. The washing-up, the inbox, the project, the difficult year. Then I’ll rest, because then I shall have earned it.',
    ),
    paragraph('The flaw in the bargain is that there is always another cup.'),
    heading('How it gets in'),
    paragraph(
      'Few of us were told in so many words that rest has to be deserved. We saw it. We saw who sat down last. We heard the quick scrape of a chair when a car came up the drive and somebody had to look busy.',
    ),
    voices('Sitting down already?', 'It’s all right for some.', 'I’ll just do this one thing first.'),
    paragraph(
      'If that is the air you grew up in, stopping can feel like doing something wrong. You lie on the sofa with the guilt on top of you, get none of the benefit, and get up more tired than before.',
    ),
    heading('Rest as maintenance'),
    paragraph(
      'Nobody thinks a field is lazy in January. It is doing what fields do so that there can be a June. I like that better than all the talk of batteries, because a battery exists only to be used up, and you don’t.',
    ),
    paragraph(
      'So perhaps rest isn’t what comes after the work. Perhaps it is one of the conditions of being a creature at all, like water. You don’t earn water.',
    ),
    heading('Not everything that looks like rest is restful'),
    paragraph(
      'An hour of scrolling may leave you with that grey, overfed feeling. An hour of digging may leave you mended. It is worth finding out what really does it for you, and the answer may change with the kind of tiredness you have.',
    ),
    bullets(
      'Tired in the body: warmth, food, lying flat.',
      'Tired of people: a locked bathroom door and a long bath.',
      'Tired of being alone: somebody else’s kitchen.',
      'Tired of deciding: let someone else choose the film.',
      'Tired of it all: please don’t carry that by yourself. Tell somebody.',
    ),
    heading('An experiment'),
    paragraph(
      'Once this week, stop before you have finished. Leave one cup in the sink on purpose. Sit down for ten minutes with nothing in your hands, and see what comes to tell you to get up. You needn’t argue with it. Just notice how old it sounds.',
    ),
    paragraph('The cup will still be there. That turns out to be fine.'),
  ],
};

export const kindnessWithoutPretending: DemoPost = {
  title: 'Kindness without pretending',
  published: '2026-09-17T08:00:00.000Z',
  topics: ['self-kindness'],
  summary:
    'Being kind to yourself is not the same as telling yourself that everything is lovely. It can be much plainer than that, and more honest.',
  cover: 'table',
  mentions: ['therapists'],
  body: [
    paragraph(
      '“I tried being nice to myself,” a man once told me, “and I felt like a liar.” I think about that a good deal, because I believe he had put his finger on something.',
    ),
    paragraph(
      '(He has kindly said that I may repeat it. I have changed enough that nobody would know him, which is what I do with every story here.)',
    ),
    paragraph(
      'He had been given a list of cheerful sentences to say in front of the bathroom mirror. He was wonderful. He was enough. He stood there feeling tired, slightly foolish and not at all wonderful, and concluded that kindness was for other sorts of people.',
    ),
    heading('What it isn’t'),
    paragraph(
      'Somewhere along the way, self-kindness got muddled up with praise. But if you think of the kindest person you have known, I doubt that they went about telling you how marvellous you were. More likely they noticed when you were cold. They put the kettle on. They didn’t flinch when you told them the thing you were ashamed of.',
    ),
    paragraph(
      'Kindness is not a good opinion. It is a way of treating someone, whatever your opinion happens to be that day.',
    ),
    quote('You don’t have to like yourself to make yourself some lunch.'),
    heading('The voice that objects'),
    paragraph(
      'When people begin to experiment with this, an objection turns up quite soon. It sounds sensible. It often sounds like someone in particular.',
    ),
    voices(
      'If you go easy on yourself you’ll never get anything done.',
      'Other people have real problems.',
      'You made your bed.',
    ),
    paragraph(
      'I’m not in a hurry to silence that voice. It has usually been working hard for a very long time, and it generally began as an attempt to keep a child out of trouble. A child who criticises herself first can’t be taken by surprise. That was clever of her. It may simply be that the job is finished now and nobody has told her she may stop.',
    ),
    paragraph(
      'So rather than fighting it, you might try being curious. How old is it? Whose turn of phrase is that? What does it think would happen if it were quiet for an afternoon?',
    ),
    heading('Starting smaller than you think'),
    paragraph('If warm words stick in your throat, leave the words out. Begin with what you ', italic('do'), '.'),
    paragraph(
      'You might eat the meal sitting down. You might put on the thicker socks. When you have made a mistake, you might simply describe it, as you would to an insurance company: “I sent the message to the wrong person.” Not “I am an idiot who sends messages to the wrong person.” Only what happened. It is surprising how much room there is in a plain sentence.',
    ),
    paragraph(
      'And then, if you like, one honest addition: “That was embarrassing, and I wish it hadn’t happened.” There. No pretending, and nobody hit anyone with anything.',
    ),
    heading('Why it can feel worse first'),
    paragraph(
      'For some people, a bit of gentleness brings tears, or a wave of crossness, or a strong wish to go and clean the oven. If there wasn’t much tenderness when you needed it, receiving some now shows you the gap. It is a little like coming indoors with frozen hands: it hurts when the warmth gets in.',
    ),
    paragraph(
      'That isn’t a sign that you are doing it wrong. But it is a good reason to go slowly, and perhaps not to do it alone. A large part of what happens in my room is simply that two people practise being on the same side of one of them.',
    ),
    paragraph(
      'It doesn’t need to be convincing. It only needs to be repeated, in small and ordinary ways, until one day you notice that you spilt the milk and just reached for a cloth.',
    ),
    paragraph(
      'P.S. If you work in a caring profession and read this thinking of your clients rather than of yourself, you are in good company. Perhaps read it once more tonight, and pretend that it was addressed to you. It was.',
    ),
  ],
};
