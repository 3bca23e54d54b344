import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DuplicatedWorkshop } from '#src/api/workshop/admin-contract';
import { dayAfter, dayAt, daysBetween, type StoredSession } from '#src/api/workshop/domain/times';
import { inTransaction } from '#src/database/unit-of-work';
import { found } from '#src/http/request';

interface Copied {
  sessions: StoredSession[];
  timeZone: string;
  opensDay: string | null;
  closesDay: string | null;
}

const uid = 'api::workshop.workshop';

/** Shifts all dates by `days`; the local times stay the same, also across a change of the clocks. */
const shifted = ({ sessions, opensDay, closesDay }: Copied, days: number) => {
  const later = (day: string | null): string | null => (day === null ? null : dayAfter(day, days));
  return {
    sessions: sessions.map(({ day, starts, ends }) => ({ day: later(day), starts, ends })),
    opensDay: later(opensDay),
    closesDay: later(closesDay),
  };
};

/**
 * Makes a draft of the workshop, whose first session is on `day`. Participants, seats and slug are not copied.
 *
 * @throws NotFoundError without such a workshop; ValidationError for a day that is not to come
 */
export const duplicateWorkshop = (
  strapi: Core.Strapi,
  workshop: string,
  day: string,
  now: Date,
): Promise<DuplicatedWorkshop> =>
  inTransaction(strapi, async () => {
    const workshops = strapi.documents(uid);
    const original = found(
      (await workshops.findOne({
        documentId: workshop,
        status: 'draft',
        populate: ['sessions'],
      })) as unknown as Copied | null,
    );
    if (day <= dayAt(now.toISOString(), original.timeZone))
      throw new errors.ValidationError('Choose a day after today.');
    const first = original.sessions[0]?.day ?? null;
    const { documentId: copy } = found(await workshops.clone({ documentId: workshop }));
    // Afterwards, because Strapi merges a list that it is given into the original's.
    const data = shifted(original, first === null ? 0 : daysBetween(first, day));
    await workshops.update({ documentId: copy, data: data as Parameters<typeof workshops.update>[0]['data'] });
    return { id: copy };
  });
