/**
 * What the admin's API answers about workshops, as far as the tests look at it: they ask as the admin does, over HTTP.
 */
export interface PlaceOutcome {
  number: number;
  became: string;
  because?: string;
}

export interface SeatCounts {
  capacity: number;
  confirmed: number;
  pending: number;
  offered: number;
  waitlisted: number;
  free: number;
  accessNeeds: number;
}

export interface Participant {
  number: number;
  version: number;
  state: string;
  name: string;
  attended: boolean | null;
}

export interface AdminWorkshopPage {
  id: string;
  counts: SeatCounts;
  participants: Participant[];
}

export interface EmailPreview {
  subject: string;
  text: string;
  html: string;
  recipients: { name: string; email: string }[];
  copyTo: string;
}
