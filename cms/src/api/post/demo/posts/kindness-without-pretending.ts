import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, italic, paragraph, quote, voices } from '#src/setup/seed/writing';

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
