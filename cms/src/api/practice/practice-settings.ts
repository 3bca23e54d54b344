import type { Core } from '@strapi/strapi';
import {
  type StoredCommentSettings,
  type StoredWorkshopSettings,
  usualWorkshopSettings,
} from '#src/api/practice/domain/settings';
import { textOrNull } from '#src/http/nullable';

/** What comments need to know of the practice: the name under the counsellor's replies, and the settings. */
export interface PracticeOfComments {
  counsellor: string | null;
  settings: StoredCommentSettings | null;
}

/** Joins the transaction that is open. */
export const practiceOfComments = async (strapi: Core.Strapi): Promise<PracticeOfComments> => {
  const row = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'counsellor'], populate: { comments: true } })) as {
    counsellor: string;
    comments: StoredCommentSettings | null;
  } | null;
  return { counsellor: row?.counsellor ?? null, settings: row?.comments ?? null };
};

/** What workshops need to know of the practice. */
export interface PracticeOfWorkshops {
  name: string;
  email: string;
  accreditation: string | null;
  keepDays: number;
  howToPay: string | null;
}

interface WorkshopPracticeRow {
  name: string;
  email: string;
  accreditation: string | null;
  workshops: StoredWorkshopSettings | null;
}

/** Joins the transaction that is open. */
export const practiceOfWorkshops = async (strapi: Core.Strapi): Promise<PracticeOfWorkshops> => {
  const row = (await strapi.db.query('api::practice.practice').findOne({
    select: ['id', 'name', 'email', 'accreditation'],
    populate: { workshops: true },
  })) as WorkshopPracticeRow | null;
  return {
    name: row?.name ?? '',
    email: row?.email ?? '',
    accreditation: textOrNull(row?.accreditation),
    keepDays: row?.workshops?.keepDays ?? usualWorkshopSettings.keepDays,
    howToPay: textOrNull(row?.workshops?.howToPay),
  };
};
