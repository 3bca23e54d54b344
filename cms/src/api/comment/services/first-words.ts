import type { Core } from '@strapi/strapi';
import { wordListOf, type StoredCommentSettings } from '../../practice/domain/comment-settings';
import type { Transaction } from '../../../documents/transaction';
import { firstLook } from '../domain/first-look';

interface Arrived {
  name: string;
  words: string;
  email: string | null;
  trap: boolean;
  stampAgeSeconds: number | null;
}

/** What the rules say of words that have just arrived or were changed, as columns of their row. */
export const looked = async (_strapi: Core.Strapi, _trx: Transaction, arrived: Arrived, settings: StoredCommentSettings | null) => {
  const { state, care, suspicions, personalDetails } = firstLook({ ...arrived, sameBefore: 0, wordList: wordListOf(settings) });
  return {
    state,
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_because: JSON.stringify(care?.because ?? null),
    suspicions: JSON.stringify(suspicions),
    personal_details: personalDetails,
  };
};
