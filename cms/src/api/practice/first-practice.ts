import type { Core } from '@strapi/strapi';
import { helpLines } from 'shared';
import type { DemoSeed } from '#src/setup/seed/seed-demo';
import { link, paragraph } from '#src/setup/seed/writing';
import { demoFacts } from './demo-facts';
import { usualCommentSettings, usualContactSettings, usualWorkshopSettings } from './domain/settings';
import { startingChecklist, startingMessageChecklist, startingReplies } from './starting-kit';

/** Its fields except the help lines, by their names in the schema. */
type Practice = Readonly<Record<string, unknown>>;

/** The help lines of `shared` as entries of the practice. */
const startingHelpLines = () => helpLines.map((line) => ({ ...line }));

/** What helps to reply, from the first comment on. */
const startingKit = () => ({
  savedReplies: startingReplies.map((reply) => ({ ...reply })),
  checklist: startingChecklist,
  messageChecklist: startingMessageChecklist,
});

/** The settings as they are without an entry, so that the counsellor finds them filled in. */
const startingSettings = () => ({
  comments: { ...usualCommentSettings },
  workshops: { ...usualWorkshopSettings },
  contact: { ...usualContactSettings },
});

const placeholder = {
  name: 'Quiet Room Counselling',
  counsellor: 'Your name',
  sentence: 'A quiet hour each week, and somebody who listens.',
  description:
    'Counselling for adults. Fill in the practice on your dashboard: name, contact, credentials and help lines.',
  email: 'hello@quiet-room.example',
  invitation:
    'The first call is free and takes 20 to 30 minutes. You tell me a little, I tell you how I work, and nobody has to decide anything.',
};

/**
 * Fills in the practice if nobody has, so that the site works at once, and help lines stand on it from the first
 * minute.
 *
 * @returns whether it was made now
 */
export const setUpPractice = async (strapi: Core.Strapi, texts: Practice = placeholder): Promise<boolean> => {
  const practices = strapi.documents('api::practice.practice');
  if (await practices.findFirst()) return false;
  await practices.create({
    data: {
      ...startingKit(),
      ...startingSettings(),
      ...texts,
      helpLines: startingHelpLines(),
    } as unknown as Parameters<typeof practices.create>[0]['data'],
  });
  return true;
};

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
  availability: 'Space now',
  availabilityNote: 'One regular hour on Thursday evenings, in Leeds or online.',
  workshops: {
    ...usualWorkshopSettings,
    howToPay:
      'Please pay by bank transfer within a week: Quiet Room Counselling, sort code 00-00-00, account 00000000, with your name as the reference. If paying is difficult, write to me and we’ll find a way.',
  },
  blogIntro: 'Short pieces about being a person, written between sessions. Nobody in them is anybody you know.',
  invitation:
    'We could talk for 20 to 30 minutes first, free of charge, online or by phone. You tell me a little about what is on your mind, I tell you how I work, and neither of us has to decide anything yet.',
};

/** Fills in the practice, unless someone has done so. */
export const seedDemoPractice = ({ uow, pictures, now }: DemoSeed): Promise<unknown> =>
  setUpPractice(uow.strapi, {
    ...demoPractice,
    ...demoFacts(now),
    picture: pictures['room-day'].id,
    pictureAtNight: pictures['room-night'].id,
  });
