import { z } from 'zod';
import { blocks, picture } from './content.js';
import { day, instant, one } from './envelope.js';
import { pageLink } from './pages.js';
import { credential, fees, legalDetails, onlineSessions, question, room } from './practice-facts.js';
import { timeZones } from './workshops.js';

/** Where a help line can be reached. */
export const nations = ['UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'] as const;
/** The section of /help-now that it is in. */
export const helpLineKinds = ['emergency', 'talk', 'particular'] as const;

/**
 * A service that answers people in crisis. `call`, `text` and `relay` are numbers as people write them ("116 123");
 * `keyword` is the word to text; `chat` is an https address; `free`: calls and texts cost nothing; `checked` is the day
 * on which someone last called it or compared it with the service's own page; null since a number has changed.
 */
export const helpLine = z.object({
  name: z.string().min(1),
  kind: z.enum(helpLineKinds),
  nation: z.enum(nations),
  about: z.string(),
  call: z.string().nullable(),
  text: z.string().nullable(),
  keyword: z.string().nullable(),
  chat: z.url({ protocol: /^https$/ }).nullable(),
  relay: z.string().nullable(),
  hours: z.string(),
  free: z.boolean(),
  checked: day.nullable(),
});
export type HelpLine = z.infer<typeof helpLine>;

/**
 * Which comments wait for the counsellor: all of them, or all but those of trusted commenters, who had one approved
 * before and have confirmed this one from their mailbox.
 */
export const moderated = ['all', 'first-timers'] as const;

/** The current settings of comments, as the pages show them. `closeAfterDays` null: comments stay open. */
export const commentSettings = z.object({
  moderated: z.enum(moderated),
  readersMayReply: z.boolean(),
  closeAfterDays: z.number().int().min(1).nullable(),
  keepAddressDays: z.number().int().min(1),
  keepSpamDays: z.number().int().min(1),
  keepDeclinedDays: z.number().int().min(1),
  keepNotesDays: z.number().int().min(1),
});
export type CommentSettings = z.infer<typeof commentSettings>;

/**
 * The current settings of workshops. `shown`: they are in the navigation; `keepDays`: participants' data is deleted so
 * many days after the last session.
 */
export const workshopSettings = z.object({ shown: z.boolean(), keepDays: z.number().int().min(1) });
export type WorkshopSettings = z.infer<typeof workshopSettings>;

/**
 * The current settings of the contact form, as the pages show them. `spaceList`: people can ask to be told when there
 * is space; `keepDays`: a message is deleted so many days after it was answered; `keepDataDays`: the same of requests
 * and complaints about personal data.
 */
export const contactSettings = z.object({
  spaceList: z.boolean(),
  keepDays: z.number().int().min(1),
  keepDataDays: z.number().int().min(1),
});
export type ContactSettings = z.infer<typeof contactSettings>;

/**
 * The current settings of introductory calls, as the pages show them. `isOpen`: readers can book one on the site,
 * unless the practice has a booking address; `keepDays`: a call is deleted so many days after it.
 */
export const callSettings = z.object({ isOpen: z.boolean(), keepDays: z.number().int().min(1) });
export type CallSettings = z.infer<typeof callSettings>;

/** Whether the counsellor has space for new people. */
export const availabilityStates = ['now', 'from', 'full', 'ask'] as const;
export type AvailabilityState = (typeof availabilityStates)[number];

/**
 * What the counsellor says about her space. `from`: the day from which she has some, with the state `from`; `updated`:
 * when she last changed it.
 */
export const availability = z.object({
  state: z.enum(availabilityStates),
  from: day.nullable(),
  note: z.string().nullable(),
  updated: instant,
});
export type Availability = z.infer<typeof availability>;

/** After how many weeks what is said about space counts as old. */
export const availabilityWeeks = 6;

/** After how many days an entry that waits to be told about space is deleted. */
export const keepSpaceDays = 90;

/** That the counsellor is away until then: nobody can send a comment or a note. It may have passed. */
export const away = z.object({ until: instant, message: z.string().nullable() });
export type Away = z.infer<typeof away>;

/**
 * The business and its settings. `strapline` is shown beside the name; `sentence` is the heading of the home page;
 * `pictureAtNight` is the same view for dark mode; `timeZone` is where the counsellor works, and how the site's dates
 * are read; `address` and `area`, the part of the town, are null unless
 * she wants them to be shown; `credentials` may have lapsed (`currentCredentials`); `portrait` is that of the author
 * who has the counsellor's name; `pages` are those in the navigation, in order.
 */
export const practice = z.object({
  name: z.string().min(1),
  strapline: z.string().nullable(),
  counsellor: z.string().min(1),
  portrait: picture.nullable(),
  sentence: z.string(),
  description: z.string(),
  work: blocks,
  picture: picture.nullable(),
  pictureAtNight: picture.nullable(),
  email: z.string().min(1),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  area: z.string().nullable(),
  town: z.string().nullable(),
  timeZone: z.enum(timeZones),
  credentials: z.array(credential),
  bookingUrl: z.url({ protocol: /^https?$/ }).nullable(),
  blogIntro: z.string().nullable(),
  invitation: z.string(),
  away: away.nullable(),
  availability: availability.nullable(),
  fees,
  legal: legalDetails,
  worksWith: z.string().nullable(),
  room,
  online: onlineSessions,
  questions: z.array(question),
  helpLines: z.array(helpLine),
  pages: z.array(pageLink),
  comments: commentSettings,
  workshops: workshopSettings,
  contact: contactSettings,
  calls: callSettings,
});
export type Practice = z.infer<typeof practice>;

/** GET /api/practice -> 200, or 404 before it is filled in */
export const practiceResponse = one(practice);
export type PracticeResponse = z.infer<typeof practiceResponse>;
