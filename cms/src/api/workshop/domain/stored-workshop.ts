import type { WorkshopFormat } from 'shared';

/** A session as she types it: times on the wall clock of the workshop's zone. */
export interface StoredSession {
  day: string | null;
  starts: string | null;
  ends: string | null;
}

/** What of a workshop decides about its times. */
export interface StoredTimes {
  sessions: readonly StoredSession[];
  timeZone: string;
  opensDay: string | null;
  opensTime: string | null;
  closesDay: string | null;
  closesTime: string | null;
}

/** What of it decides whether it can be published. */
export interface StoredWorkshop extends StoredTimes {
  title: string | null;
  description: unknown;
  format: WorkshopFormat;
  venueName: string | null;
  mapUrl: string | null;
  capacity: number | null;
  prices: readonly { label: string | null; amount: number | string | null }[];
  programme: readonly { title: string | null }[];
  cover: { alternativeText: string | null } | null;
}
