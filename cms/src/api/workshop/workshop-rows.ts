import type { Core } from '@strapi/strapi';
import type { WorkshopFormat } from 'shared';
import { type PracticeOfWorkshops, practiceOfWorkshops } from '#src/api/practice/read-practice';
import { inReadTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { pictureFields, seoFields, type StoredFile, type StoredSeo } from '#src/http/serialise';
import { parseAnnounced } from './domain/announced';
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
export interface RegistrationWorkshopRow extends Omit<WorkshopRow, 'cover'> {
  mapUrl: string | null;
  joiningDetails: string | null;
  cancellationTerms: string | null;
  cpdHours: number | string | null;
  confirmedDay: string | null;
  facilitator: { name: string } | null;
}

/** Everything that the page of a workshop shows. */
export interface WorkshopPageRow extends Omit<RegistrationWorkshopRow, 'facilitator'> {
  description: unknown;
  cover: StoredFile | null;
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
const detailFields = [...listFields, 'mapUrl', 'joiningDetails', 'cancellationTerms', 'cpdHours', 'confirmedDay'];
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

/*
 * Everybody who registers waits for these, one after the other. They are written out, because Strapi's query engine
 * takes longer over them than the database does.
 */

const workshopStatement = `
  select w.id, w.document_id as "documentId", w.slug, w.title, w.summary, w.time_zone as "timeZone",
    w.opens_day as "opensDay", w.opens_time as "opensTime", w.closes_day as "closesDay", w.closes_time as "closesTime",
    w.format, w.venue_name as "venueName", w.venue_address as "venueAddress", w.capacity, w.map_url as "mapUrl",
    w.joining_details as "joiningDetails", w.cancellation_terms as "cancellationTerms", w.cpd_hours as "cpdHours",
    w.confirmed_day as "confirmedDay", author.id as "facilitatorId", author.name as "facilitatorName"
  from workshops w
  left join workshops_facilitator_lnk led_by on led_by.workshop_id = w.id
  left join authors author on author.id = led_by.author_id
  where w.document_id = ? and w.published_at is not null
  limit 1`;

const partsStatement = (field: 'sessions' | 'prices', columns: string): string => `
  select one.id, ${columns}
  from workshops_cmps part
  join components_workshop_${field} one on one.id = part.cmp_id
  where part.entity_id = ? and part.field = '${field}'
  order by part."order"`;

const sessionsStatement = partsStatement('sessions', 'one.day, one.starts, one.ends');
const pricesStatement = partsStatement('prices', 'one.label, one.amount, one.note');

type Columns = Omit<RegistrationWorkshopRow, 'sessions' | 'prices' | 'facilitator' | 'cover'> & {
  facilitatorId: number | null;
  facilitatorName: string;
};

const numberOf = (decimal: number | string | null): number | null => (decimal === null ? null : Number(decimal));

/** Returns the document id of the published workshop with this slug, or null. */
export const documentIdAt = async (uow: UnitOfWork, slug: string): Promise<string | null> => {
  const statement = 'select document_id from workshops where slug = ? and published_at is not null limit 1';
  const [row] = await selectRaw<{ document_id: string }>(uow, statement, [slug]);
  return row?.document_id ?? null;
};

/** Returns a published workshop with what registrations and emails need; joins the transaction that is open. */
export const findPublishedWorkshop = (
  strapi: Core.Strapi,
  documentId: string,
): Promise<RegistrationWorkshopRow | null> =>
  inReadTransaction(strapi, async (uow) => {
    const [row] = await selectRaw<Columns>(uow, workshopStatement, [documentId]);
    if (row === undefined) return null;
    const { facilitatorId, facilitatorName, cpdHours, ...workshop } = row;
    const sessions = await selectRaw<StoredSession>(uow, sessionsStatement, [row.id]);
    const prices = await selectRaw<WorkshopRow['prices'][number]>(uow, pricesStatement, [row.id]);
    return {
      ...workshop,
      cpdHours: numberOf(cpdHours),
      sessions,
      prices: prices.map((price) => ({ ...price, amount: Number(price.amount) })),
      facilitator: facilitatorId === null ? null : { name: facilitatorName },
    };
  });

/** What is known of a workshop from its seats row. */
interface KnownFromSeats {
  sequence: number;
  announced: string | null;
  published_as: string | null;
}

/**
 * Returns the published workshop, or as it was last published: participants never see a draft.
 * @param publishedAs what `publishedForm` returned at its last publication
 */
export const findWorkshop = async (
  strapi: Core.Strapi,
  documentId: string,
  publishedAs: string | null,
): Promise<RegistrationWorkshopRow | null> =>
  (await findPublishedWorkshop(strapi, documentId)) ??
  (publishedAs === null ? null : (JSON.parse(publishedAs) as RegistrationWorkshopRow));

/** Returns a published workshop as it is kept for its participants, should it ever be unpublished. */
export const publishedForm = (row: RegistrationWorkshopRow): string => JSON.stringify(row);

/**
 * Returns the numbers of a workshop's sessions in calendars, in their order.
 * @param announced JSON of what was announced when it was published
 */
export const sessionNumbersOf = (announced: string | null, { sessions }: WorkshopTimes): number[] => {
  const numbered = parseAnnounced(announced)?.sessions ?? [];
  return sessions.map((_session, index) => numbered[index]?.n ?? index + 1);
};

/** A workshop with everything that registrations and emails need to know about it. */
export interface WorkshopContext {
  row: RegistrationWorkshopRow;
  times: WorkshopTimes;
  /** How many changes were announced so far. */
  sequence: number;
  /** The numbers of its sessions in calendars, in their order. */
  sessionNumbers: readonly number[];
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
  seats: KnownFromSeats,
): Promise<WorkshopContext | null> => {
  const row = typeof workshop === 'string' ? await findWorkshop(strapi, workshop, seats.published_as) : workshop;
  const times = row && timesOf(row);
  if (!row || !times) return null;
  const sessionNumbers = sessionNumbersOf(seats.announced, times);
  return { row, times, sequence: seats.sequence, sessionNumbers, practice: await practiceOfWorkshops(strapi) };
};
