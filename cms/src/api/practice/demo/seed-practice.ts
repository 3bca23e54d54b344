import { setUpPractice } from '#src/api/practice/first-practice';
import type { DemoSeed } from '#src/setup/seed/seed-demo';
import { link, paragraph } from '#src/setup/seed/writing';

/**
 * An invented practice: the numbers belong to the ranges that Ofcom keeps free for stories, the addresses to nobody.
 */
const demoPractice = {
  name: 'Quiet Room Counselling',
  strapline: 'Counselling in Leeds and online',
  counsellor: 'Nora Ashby',
  sentence: 'A quiet hour each week, and somebody who listens to the end of the sentence.',
  description:
    'Nora Ashby is a counsellor in Leeds and online, for adults who are grieving, worrying, or tired of being hard on themselves.',
  work: [
    paragraph(
      'People come to me with all sorts: a loss that won’t settle, a worry that has outgrown its reason, a family that is difficult to love, a life that looks perfectly all right and doesn’t feel it. Some can’t say what it is yet. That’s a good place to start, too.',
    ),
    paragraph(
      'We meet once a week, in a quiet room up fourteen steps or on a screen. You can ',
      link('/blog/the-first-session-what-actually-happens', 'read what a first session is like'),
      ' before you decide anything.',
    ),
  ],
  email: 'hello@quiet-room.example',
  phone: '0113 496 0142',
  address: 'The Quiet Room\n3 Candlemaker’s Yard\nLeeds LS1 0XX',
  town: 'Leeds',
  accreditation: 'Registered member MBACP (Accredited), no. 000000',
  workshops: {
    shown: true,
    keepDays: 90,
    howToPay:
      'Please pay by bank transfer within a week: Quiet Room Counselling, sort code 00-00-00, account 00000000, with your name as the reference. If paying is difficult, write to me, and we find a way.',
  },
  blogIntro: 'Short pieces about being a person, written between sessions. Nobody in them is anybody you know.',
  invitation:
    'If some of this sounds like you, we could talk for 20 to 30 minutes, free, online or by phone. You tell me a little, I tell you how I work, and neither of us has to decide anything.',
};

/** Fills in the practice, unless somebody has done so. */
export const seedDemoPractice = ({ uow, pictures }: DemoSeed): Promise<unknown> =>
  setUpPractice(uow.strapi, {
    ...demoPractice,
    picture: pictures['room-day'].id,
    pictureAtNight: pictures['room-night'].id,
  });
