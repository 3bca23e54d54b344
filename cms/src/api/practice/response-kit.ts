import type { Core } from '@strapi/strapi';
import type { ResponseKit } from 'shared';
import { textOrNull } from '#src/http/serialise';

interface StoredPractice {
  checklist: string | null;
  savedReplies: { title: string; text: string }[];
}

/** Returns the practice's saved replies and its checklist, one step a line. Runs in the current transaction. */
export const loadResponseKit = async (strapi: Core.Strapi): Promise<ResponseKit> => {
  const practice = (await strapi.db.query('api::practice.practice').findOne({
    select: ['id', 'checklist'],
    populate: { savedReplies: true },
  })) as StoredPractice | null;
  const steps = (practice?.checklist ?? '').split('\n').map((step) => textOrNull(step));
  return {
    checklist: steps.filter((step) => step !== null),
    savedReplies: (practice?.savedReplies ?? []).map(({ title, text }) => ({ title, text })),
  };
};
