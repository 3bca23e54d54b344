import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, quote } from '#src/setup/seed/writing';

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
