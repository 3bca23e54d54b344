import { parentPort, workerData } from 'node:worker_threads';
import { busyTimesIn, type Reading } from './busy-times';
import { UnreadCalendar } from './calendar-request';
import type { ParsedCalendar } from './parse-calendar';

/* A thread of its own for each calendar: whatever is in it, the CMS goes on answering. */

const parsed = ({ text, reading }: { text: string; reading: Reading }): ParsedCalendar => {
  try {
    return { busy: busyTimesIn(text, reading) };
  } catch (error) {
    // What it was stays here: messages may repeat what is in the calendar.
    return { error: error instanceof UnreadCalendar ? error.reason : 'not-a-calendar' };
  }
};

parentPort?.postMessage(parsed(workerData as { text: string; reading: Reading }));
