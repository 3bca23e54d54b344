import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registerStop } from './running.ts';

const hourMs = 3_600_000;

/** Returns a calendar that is busy for an hour from each of these instants, with titles that nobody may see. */
export const calendarWith = (starts: readonly string[], title = 'Oncologist'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fake//Calendar//EN',
    ...starts.flatMap((start, index) => [
      'BEGIN:VEVENT',
      `UID:event-${index}@fake.example`,
      `SUMMARY:${title}`,
      `DTSTART:${compact(Date.parse(start))}`,
      `DTEND:${compact(Date.parse(start) + hourMs)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const compact = (moment: number): string => new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '');

export interface FakeCalendar {
  /** A secret address of a calendar on this server. */
  readonly address: (path: string) => string;
  /** What the server answers at a path from now on. */
  answer: (path: string, how: string | RequestListener) => void;
  /** How often a path was asked for, and how often it was answered with “not changed”. */
  readonly asked: Map<string, { all: number; unchanged: number }>;
}

/** A server for calendars on this machine, which sends ETags. Whatever it was not told is not found. */
export const startFakeCalendar = async (): Promise<FakeCalendar> => {
  const answers = new Map<string, string | RequestListener>();
  const asked: FakeCalendar['asked'] = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const counts = asked.get(path) ?? { all: 0, unchanged: 0 };
    asked.set(path, counts);
    counts.all += 1;
    const how = answers.get(path);
    if (how === undefined) response.writeHead(404).end();
    else if (typeof how === 'function') how(request, response);
    else {
      const etag = `"${createHash('sha256').update(how).digest('hex')}"`;
      if (request.headers['if-none-match'] === etag) {
        counts.unchanged += 1;
        response.writeHead(304).end();
      } else response.writeHead(200, { 'Content-Type': 'text/calendar', ETag: etag }).end(how);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registerStop(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (path, how) => void answers.set(path, how),
    asked,
  };
};
