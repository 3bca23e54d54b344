import type { Core } from '@strapi/strapi';
import {
  type CallSettings,
  cleanAddress,
  type HelpLine,
  type PageLink,
  type Picture,
  type Practice,
  timeZones,
} from 'shared';
import { consistentRead, inReadTransaction, selectRaw } from '#src/database/unit-of-work';
import type { ReadinessCheck } from '#src/health/readiness';
import { blocksOf, pictureFields, pictureOf, sourcesOf, type StoredFile } from '#src/http/serialise';
import { settingsOf } from '#src/settings';
import { textOrNull } from '#src/text/text-or-null';
import { availabilityOf, type StoredAvailability } from './domain/availability';
import { credentialsOf, type StoredCredential } from './domain/credentials';
import { feesOf, legalDetailsOf, locationOf, type StoredFacts, type StoredLocation } from './domain/facts';
import { onlineOf, questionsOf, roomOf, type StoredRoom } from './domain/room';
import {
  callSettings,
  commentSettings,
  contactSettings,
  type StoredCommentSettings,
  type StoredContactSettings,
  type StoredWorkshopSettings,
  usualWorkshopSettings,
  workshopSettings,
} from './domain/settings';
import { shownPractice } from './domain/shown-practice';
import { awayOf, type StoredAway } from './practice-of-comments';

const optionalTexts = ['strapline', 'phone', 'worksWith', 'town', 'bookingUrl', 'blogIntro'] as const;
const texts = ['name', 'counsellor', 'sentence', 'description', 'email', 'invitation'] as const;

type Row = StoredAway &
  StoredFacts &
  StoredLocation &
  StoredRoom &
  StoredAvailability & { availabilityUpdated: string | null } & Record<(typeof texts)[number], string> &
  Record<(typeof optionalTexts)[number], string | null> & {
    work: unknown;
    timeZone: Practice['timeZone'] | null;
    picture: StoredFile | null;
    pictureAtNight: StoredFile | null;
    credentials: StoredCredential[];
    helpLines: HelpLine[];
    comments: StoredCommentSettings | null;
    workshops: StoredWorkshopSettings | null;
    contact: StoredContactSettings | null;
  };

const helpLineOf = (line: HelpLine): HelpLine => ({
  name: line.name,
  kind: line.kind,
  nation: line.nation,
  about: line.about,
  call: textOrNull(line.call),
  text: textOrNull(line.text),
  keyword: textOrNull(line.keyword),
  chat: textOrNull(line.chat),
  relay: textOrNull(line.relay),
  hours: line.hours,
  free: line.free,
  checked: textOrNull(line.checked),
});

const textsOf = (row: Row) =>
  ({
    ...Object.fromEntries(texts.map((field) => [field, row[field]])),
    ...Object.fromEntries(optionalTexts.map((field) => [field, textOrNull(row[field])])),
    email: cleanAddress(row.email),
  }) as Pick<Row, (typeof texts)[number] | (typeof optionalTexts)[number]>;

const pagesInNavigation = async (strapi: Core.Strapi): Promise<PageLink[]> => {
  const rows = (await strapi.db.query('api::page.page').findMany({
    select: ['slug', 'title'],
    where: { publishedAt: { $notNull: true }, inNavigation: true },
    orderBy: [{ position: 'asc' }, { title: 'asc' }],
    limit: 50,
  })) as PageLink[];
  return rows.map(({ slug, title }) => ({ slug, title }));
};

/** Returns the portrait of the author who has the counsellor's name, or null. */
const portraitOf = async (strapi: Core.Strapi, counsellor: string): Promise<Picture | null> => {
  const author = (await strapi.db.query('api::author.author').findOne({
    select: ['id'],
    where: { name: counsellor },
    populate: { portrait: { select: pictureFields } },
  })) as { portrait: StoredFile | null } | null;
  return pictureOf(author?.portrait);
};

const lists = {
  credentials: true,
  room: true,
  online: true,
  questions: true,
  fees: true,
  helpLines: true,
  comments: true,
  workshops: true,
  contact: true,
} as const;
/** Returns the settings of introductory calls, which the diary of calls has. */
const callSettingsOf = async (strapi: Core.Strapi): Promise<CallSettings> => {
  const diary = (await strapi.db.query('api::call.call-diary').findOne({ select: ['id', 'rules'] })) as {
    rules: Partial<CallSettings> | null;
  } | null;
  return callSettings(diary?.rules ?? null);
};

/** Returns the one practice as it is stored, or null before anybody has filled it in. */
const storedPractice = (strapi: Core.Strapi): Promise<Practice | null> =>
  consistentRead(strapi, async () => {
    const picture = { select: pictureFields };
    const row = (await strapi.db.query('api::practice.practice').findOne({
      populate: { picture, pictureAtNight: picture, ...lists },
    })) as Row | null;
    if (row === null) return null;
    return {
      ...textsOf(row),
      ...locationOf(row),
      work: blocksOf(row.work, await sourcesOf(strapi, row.work)),
      portrait: await portraitOf(strapi, row.counsellor),
      picture: pictureOf(row.picture),
      pictureAtNight: pictureOf(row.pictureAtNight),
      timeZone: row.timeZone ?? timeZones[0],
      away: awayOf(row),
      availability: availabilityOf(row, row.availabilityUpdated),
      credentials: credentialsOf(row.credentials),
      fees: feesOf(row),
      legal: legalDetailsOf(row),
      room: roomOf(row),
      online: onlineOf(row),
      questions: questionsOf(row),
      helpLines: row.helpLines.map(helpLineOf),
      pages: await pagesInNavigation(strapi),
      comments: commentSettings(row.comments),
      workshops: workshopSettings(row.workshops),
      contact: contactSettings(row.contact),
      calls: await callSettingsOf(strapi),
    };
  });

const shown = async (strapi: Core.Strapi) => {
  const stored = await storedPractice(strapi);
  const { fromName: name, from: email } = settingsOf(strapi).mail;
  return stored && shownPractice(stored, { name, email });
};

/** Returns what can be shown of the practice, or null before anybody has filled it in. */
export const findPractice = async (strapi: Core.Strapi): Promise<Practice | null> =>
  (await shown(strapi))?.practice ?? null;

/** Says when a field of the practice can't be shown: readers see something else in its place. */
export const practiceCheck: ReadinessCheck = {
  name: 'practice',
  run: async (strapi) => {
    const invalid = (await shown(strapi))?.invalid ?? [];
    if (invalid.length === 0) return { status: 'ok', message: 'All of the practice’s fields can be shown.' };
    return {
      status: 'warning',
      message: `These fields of the practice are empty or can’t be shown, and the site does without them: ${invalid.join(', ')}. Fill them in under “Practice” in the admin.`,
    };
  },
};

/** Returns the IANA zone in which the counsellor works: the site's dates are read in it. Joins the open transaction. */
export const practiceTimeZone = async (strapi: Core.Strapi): Promise<string> => {
  const row = (await strapi.db.query('api::practice.practice').findOne({ select: ['id', 'timeZone'] })) as Pick<
    Row,
    'timeZone'
  > | null;
  return row?.timeZone ?? timeZones[0];
};

/** What workshops need to know of the practice. */
export interface PracticeOfWorkshops {
  name: string;
  email: string;
  /** Null unless the counsellor wants it to be shown. */
  address: string | null;
  keepDays: number;
  howToPay: string | null;
  /** The IANA zone in which the counsellor works. */
  timeZone: string;
}

interface WorkshopPracticeRow extends StoredLocation {
  name: string;
  email: string;
  timeZone: string | null;
  keepDays: number | null;
  howToPay: string | null;
}

/** Written out, because everybody who registers waits for it. */
const workshopsStatement = `
  select p.name, p.email, p.address, p.shows_location as "showsLocation", p.time_zone as "timeZone",
    s.keep_days as "keepDays", s.how_to_pay as "howToPay"
  from practices p
  left join practices_cmps with_settings on with_settings.entity_id = p.id and with_settings.field = 'workshops'
  left join components_workshop_settings s on s.id = with_settings.cmp_id
  limit 1`;

/** Joins the transaction that is open. */
export const practiceOfWorkshops = async (strapi: Core.Strapi): Promise<PracticeOfWorkshops> => {
  const [row] = await inReadTransaction(strapi, (uow) => selectRaw<WorkshopPracticeRow>(uow, workshopsStatement, []));
  return {
    name: row?.name ?? '',
    email: cleanAddress(row?.email ?? ''),
    address: locationOf(row ?? {}).address,
    keepDays: row?.keepDays ?? usualWorkshopSettings.keepDays,
    howToPay: textOrNull(row?.howToPay),
    timeZone: row?.timeZone ?? timeZones[0],
  };
};
