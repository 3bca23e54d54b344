import type { CallRules } from 'shared';

/** The rules of a new practice. It takes no calls until the counsellor has entered her hours and opened it. */
export const usualCallRules: CallRules = {
  isOpen: false,
  hours: [],
  minutes: 25,
  everyMinutes: 30,
  bufferBefore: 5,
  bufferAfter: 10,
  noticeHours: 24,
  horizonDays: 42,
  maxPerDay: 3,
  maxPerWeek: null,
  channels: ['online', 'phone'],
  joining: null,
  keepDays: 14,
  staleHours: 24,
};
