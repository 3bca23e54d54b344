import type { Core } from '@strapi/strapi';
import { textOrNull } from '#src/http/nullable';
import { type StoredWorkshopSettings, usualWorkshopSettings } from './domain/workshop-settings';

/** What workshops need to know of the practice. */
export interface PracticeOfWorkshops {
  name: string;
  email: string;
  accreditation: string | null;
  keepDays: number;
  howToPay: string | null;
}

interface Row {
  name: string;
  email: string;
  accreditation: string | null;
  workshops: StoredWorkshopSettings | null;
}

/** Joins the transaction that is under way. */
export const practiceOfWorkshops = async (strapi: Core.Strapi): Promise<PracticeOfWorkshops> => {
  const row = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'name', 'email', 'accreditation'], populate: { workshops: true } })) as Row | null;
  return {
    name: row?.name ?? '',
    email: row?.email ?? '',
    accreditation: textOrNull(row?.accreditation),
    keepDays: row?.workshops?.keepDays ?? usualWorkshopSettings.keepDays,
    howToPay: textOrNull(row?.workshops?.howToPay),
  };
};
