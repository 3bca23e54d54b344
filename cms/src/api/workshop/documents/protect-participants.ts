import type { Core } from '@strapi/strapi';
import { dayWords, type WorkshopEnding } from 'shared';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { announcedEnd, parseAnnounced } from '#src/api/workshop/domain/announced';
import { dateChangeErrors, passedDayErrors } from '#src/api/workshop/domain/date-changes';
import { retentionDay } from '#src/api/workshop/domain/retention';
import type { WorkshopTimes } from '#src/api/workshop/domain/times';
import { activeStates, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { seatsOf, type SeatsRow } from '#src/api/workshop/seats/seat-rows';
import type { RegistrationWorkshopRow } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import { refuseInUse } from '#src/documents/refuse-in-use';

/** Returns how many people have a place, an offer, are on the waitlist or have not confirmed yet. */
const countParticipants = async (uow: UnitOfWork, workshop: string): Promise<number> => {
  const counted: { n: number | string }[] = await registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereIn('state', [...activeStates])
    .count({ n: '*' });
  return Number(counted[0]?.n ?? 0);
};

const hasParticipants = async (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  (await countParticipants(uow, workshop)) > 0;

const endings = {
  unpublish: { then: 'take it off the site', page: 'Their private pages need it' },
  delete: { then: 'delete it', page: 'Their details and private pages would be lost' },
} as const;

/** What the counsellor can do instead: cancel a workshop that lies ahead, or wait for the day of deletion. */
const insteadOf = async (
  uow: UnitOfWork,
  seats: SeatsRow,
  ending: keyof typeof endings,
  now: Date,
): Promise<string | null> => {
  const { then, page } = endings[ending];
  const announced = parseAnnounced(seats.announced);
  const ends = announced && announcedEnd(announced);
  if (announced === null || ends === null || now.toISOString() < ends) {
    return seats.cancelled_at === null
      ? `Cancel it instead, on its page under “Workshops”, so that they are told. Then you can ${then}.`
      : null;
  }
  if (seats.cancelled_at !== null) return null;
  const { timeZone } = announced;
  const { keepDays } = await practiceOfWorkshops(uow.strapi);
  const day = dayWords(`${retentionDay(seats, { times: { ends }, timeZone }, keepDays)}T12:00:00.000Z`, 'Etc/UTC');
  return `It has taken place, and the people who took part are still on its list. ${page} until ${day}, when their details are deleted. Then you can ${then}.`;
};

/**
 * Refuses to unpublish or delete a workshop while people are on its list, unless it is cancelled and they were told.
 * @param seats locked
 * @throws ValidationError with what to do instead
 */
export const refuseWithParticipants = async (
  uow: UnitOfWork,
  seats: SeatsRow,
  ending: keyof typeof endings,
  now: Date,
): Promise<void> => {
  if (!(await hasParticipants(uow, seats.workshop_id))) return;
  const message = await insteadOf(uow, seats, ending, now);
  if (message === null) return;
  throwIfInvalid([{ field: 'title', message: `People have registered for this workshop. ${message}` }]);
};

/** Returns what taking a workshop off the site, or deleting it, means for the people on its list. */
export const endingOf = (strapi: Core.Strapi, workshop: string, now: Date): Promise<WorkshopEnding> =>
  inReadTransaction(strapi, async (uow) => {
    const [seats, people] = [await seatsOf(uow, workshop), await countParticipants(uow, workshop)];
    if (seats === null || people === 0) return { people, before: { unpublish: null, delete: null } };
    return {
      people,
      before: {
        unpublish: await insteadOf(uow, seats, 'unpublish', now),
        delete: await insteadOf(uow, seats, 'delete', now),
      },
    };
  });

/** Refuses to delete an author who leads workshops, and says which. */
export const refuseDeletingFacilitator =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action, params: { documentId } }, next) => {
    if (uid === 'api::author.author' && action === 'delete' && documentId !== undefined) {
      const rows = await strapi.db.query('api::workshop.workshop').findMany({
        select: ['documentId', 'title'],
        where: { facilitator: { documentId } },
        orderBy: [{ title: 'asc' }, { id: 'asc' }],
      });
      refuseInUse(
        rows as { documentId: string; title: string | null }[],
        (list) => `This author leads ${list}. Choose someone else there first.`,
      );
    }
    return next();
  };

/**
 * Refuses dates that can't be meant, more of them when people on the list would be told. Past workshops may be written
 * by a program, such as an import: nobody has typed them.
 * @param workshop the published row, in the transaction that publishes it
 * @throws ValidationError beside the session
 */
export const refuseMistypedDates = async (
  uow: UnitOfWork,
  workshop: RegistrationWorkshopRow,
  times: WorkshopTimes,
  seats: SeatsRow,
  now: Date,
): Promise<void> => {
  const before = parseAnnounced(seats.announced);
  const { timeZone, confirmedDay } = workshop;
  const dates = { sessions: times.sessions, timeZone, confirmedDay };
  if (before !== null && (await hasParticipants(uow, workshop.documentId)))
    throwIfInvalid(dateChangeErrors(before, dates, now));
  const isTyped = uow.strapi.requestContext.get() !== undefined;
  if (isTyped) throwIfInvalid(passedDayErrors(before, dates, now));
};
