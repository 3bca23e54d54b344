import type { Core } from '@strapi/strapi';
import type { WorkshopFormat } from 'shared';
import { type PracticeOfWorkshops, practiceOfWorkshops } from '#src/api/practice/read-practice';
import { pictureFields, seoFields, type StoredFile, type StoredSeo } from '#src/http/serialise';
import { type StoredSession, timesOf, type WorkshopTimes } from './domain/times';

/** A published workshop as lists need it. */
export interface WorkshopRow {
  id: number;
  documentId: string;
  slug: string;
  title: string;
  summary: string | null;
  sessions: StoredSession[];
  timeZone: string;
  opensDay: string | null;
  opensTime: string | null;
  closesDay: string | null;
  closesTime: string | null;
  format: WorkshopFormat;
  venueName: string | null;
  venueAddress: string | null;
  capacity: number;
  prices: { label: string; amount: number | string; note: string | null }[];
  cover: StoredFile | null;
}

/** The further columns that registration and emails need. */
export interface RegistrationWorkshopRow extends WorkshopRow {
  mapUrl: string | null;
  joiningDetails: string | null;
  cancellationTerms: string | null;
  cpdHours: number | string | null;
  facilitator: { name: string } | null;
}

/** Everything that the page of a workshop shows. */
export interface WorkshopPageRow extends Omit<RegistrationWorkshopRow, 'facilitator'> {
  description: unknown;
  audience: string | null;
  facilitator: { slug: string; name: string; role: string | null; bio: unknown; portrait: StoredFile | null } | null;
  programme: { time: string | null; title: string; description: string | null }[];
  seo: StoredSeo | null;
}

const listFields = [
  'id',
  'documentId',
  'slug',
  'title',
  'summary',
  'timeZone',
  'opensDay',
  'opensTime',
  'closesDay',
  'closesTime',
  'format',
  'venueName',
  'venueAddress',
  'capacity',
];
const detailFields = [...listFields, 'mapUrl', 'joiningDetails', 'cancellationTerms', 'cpdHours'];
const lists = { sessions: true, prices: true } as const;

export const whenPublished = { publishedAt: { $notNull: true } };

export const inList = { select: listFields, populate: { ...lists, cover: { select: pictureFields } } };

export const onPage = {
  select: [...detailFields, 'description', 'audience'],
  populate: {
    ...inList.populate,
    facilitator: { select: ['slug', 'name', 'role', 'bio'], populate: { portrait: { select: pictureFields } } },
    programme: true,
    seo: seoFields,
  },
};

const forRegistration = { select: detailFields, populate: { ...lists, facilitator: { select: ['id', 'name'] } } };

const uid = 'api::workshop.workshop';

/** Returns a published workshop with what registrations and emails need; joins the transaction that is open. */
export const findPublishedWorkshop = async (
  strapi: Core.Strapi,
  where: { slug: string } | { documentId: string },
): Promise<RegistrationWorkshopRow | null> =>
  (await strapi.db
    .query(uid)
    .findOne({ ...forRegistration, where: { ...where, ...whenPublished } })) as RegistrationWorkshopRow | null;

/** Returns the published workshop, or its draft while it is unpublished, because its participants keep their seats. */
export const findWorkshop = async (strapi: Core.Strapi, documentId: string): Promise<RegistrationWorkshopRow | null> =>
  (await findPublishedWorkshop(strapi, { documentId })) ??
  ((await strapi.db
    .query(uid)
    .findOne({ ...forRegistration, where: { documentId, publishedAt: null } })) as RegistrationWorkshopRow | null);

/** A workshop with everything that registrations and emails need to know about it. */
export interface WorkshopContext {
  row: RegistrationWorkshopRow;
  times: WorkshopTimes;
  /** The SEQUENCE of its calendar entries (RFC 5545, 3.8.7.4). */
  sequence: number;
  practice: PracticeOfWorkshops;
}

/**
 * Loads a workshop, published or not; returns null when it is gone or has no valid times. Joins the transaction that is
 * open.
 * @param workshop its document id, or its row
 */
export const loadWorkshopContext = async (
  strapi: Core.Strapi,
  workshop: string | RegistrationWorkshopRow,
  { sequence }: Pick<WorkshopContext, 'sequence'>,
): Promise<WorkshopContext | null> => {
  const row = typeof workshop === 'string' ? await findWorkshop(strapi, workshop) : workshop;
  const times = row && timesOf(row);
  return row && times ? { row, times, sequence, practice: await practiceOfWorkshops(strapi) } : null;
};
