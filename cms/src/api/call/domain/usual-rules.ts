import type { CallRules } from 'shared';
import { usualCallSettings } from '#src/api/practice/domain/settings';

/** The rules of a new practice. It takes no calls until the counsellor has entered her hours and opened it. */
export const usualCallRules: CallRules = {
  ...usualCallSettings,
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
  staleHours: 24,
};
