import { dayAfter, dayAt } from '#src/time/days';
import { announcedEnd, parseAnnounced, parseChanges } from './announced';
import { deletionDay } from './schedule';
import { type WorkshopTimes } from './times';

/** How many days participants’ details are kept at least after the dates have changed, so that a mistake can be undone. */
const keptAfterChange = 14;

interface Told {
  /** JSON of what participants were last told, and of the changes before. */
  announced: string | null;
  changes: string | null;
}

/**
 * Returns the day on which the details of participants are deleted. It counts from the end that they were last told,
 * whatever the workshop says by now, and is never within two weeks of a change of the dates.
 * @param otherwise used for a workshop of which nothing was ever announced
 * @param keepDays the counsellor's setting
 */
export const retentionDay = (
  told: Told,
  otherwise: { times: Pick<WorkshopTimes, 'ends'>; timeZone: string },
  keepDays: number,
): string => {
  const announced = parseAnnounced(told.announced);
  const timeZone = announced?.timeZone ?? otherwise.timeZone;
  const ends = (announced && announcedEnd(announced)) ?? otherwise.times.ends;
  const due = deletionDay(ends, timeZone, keepDays);
  const moved = parseChanges(told.changes).findLast(({ kind }) => kind === 'moved');
  const earliest = moved === undefined ? due : dayAfter(dayAt(moved.at, timeZone), keptAfterChange);
  return due > earliest ? due : earliest;
};
