import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CalendarError } from 'shared';
import type { Interval } from '#src/api/call/domain/intervals';
import { cmsFolder } from '#src/cms-folder';
import type { Reading } from './busy-times';
import { UnreadCalendar } from './calendar-request';

/** What the thread answers. */
export type ParsedCalendar = { busy: Interval[] } | { error: CalendarError };

const script = path.join(cmsFolder, 'dist/src/api/call/calendars/reading/parse-worker.js');
/** Megabytes; a calendar of 5 MB takes a fifth of it. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * Returns the busy times in a calendar, worked out in a thread that is ended when its time is up.
 *
 * @throws UnreadCalendar
 */
export const parseCalendar = (text: string, reading: Reading, timeoutMs: number): Promise<Interval[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { text, reading }, resourceLimits, env: {}, execArgv: [] });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new UnreadCalendar('too-many-events'))), timeoutMs);
    worker.once('message', (parsed: ParsedCalendar) =>
      end(() => ('busy' in parsed ? resolve(parsed.busy) : reject(new UnreadCalendar(parsed.error)))),
    );
    // Its memory ran out, or the script is not there.
    worker.once('error', () => end(() => reject(new UnreadCalendar('too-many-events'))));
    worker.once('exit', () => end(() => reject(new UnreadCalendar('too-many-events'))));
  });
