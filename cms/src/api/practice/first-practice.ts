import type { Core } from '@strapi/strapi';
import { helpLines } from 'shared';
import { startingChecklist, startingReplies } from './starting-response-kit';

/** Its fields except the help lines, by their names in the schema. */
type Practice = Readonly<Record<string, unknown>>;

/** The help lines of `shared` as entries of the practice. */
const startingHelpLines = () => helpLines.map((line) => ({ ...line }));

/** What helps her to answer, from the first comment on. */
const startingKit = () => ({
  savedReplies: startingReplies.map((reply) => ({ ...reply })),
  checklist: startingChecklist,
});

const placeholder = {
  name: 'Quiet Room Counselling',
  counsellor: 'Your name',
  sentence: 'A quiet hour each week, and somebody who listens.',
  description:
    'Counselling for adults. Fill in the practice in the admin: name, contact, accreditation and help lines.',
  email: 'hello@quiet-room.example',
  invitation:
    'The first call is free and takes 20 to 30 minutes. You tell me a little, I tell you how I work, and nobody has to decide anything.',
};

/**
 * Fills in the practice if nobody has, so that the site works at once, and help lines stand on it from the first minute.
 *
 * @returns whether it was made now
 */
export const setUpPractice = async (strapi: Core.Strapi, texts: Practice = placeholder): Promise<boolean> => {
  const practices = strapi.documents('api::practice.practice');
  if (await practices.findFirst()) return false;
  await practices.create({
    data: { ...startingKit(), ...texts, helpLines: startingHelpLines() } as unknown as Parameters<
      typeof practices.create
    >[0]['data'],
  });
  return true;
};
