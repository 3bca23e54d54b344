import { namesLabel, pluralise } from '#src/admin/components/labels';
import type { TypedRules } from './rules-form';

/*
 * What each part of the rules says at the moment, as typed: in sight while the part is closed. Something that is not a
 * number is left for the field to say.
 */

const counted = (typed: string, noun: string): string => pluralise(Number(typed) || 0, noun);

/** `25 minutes, every 30 minutes, with a break of 5 minutes before and 10 after`. */
export const breaksNote = (
  typed: Pick<TypedRules, 'minutes' | 'everyMinutes' | 'bufferBefore' | 'bufferAfter'>,
): string => {
  const [before, after] = [Number(typed.bufferBefore) || 0, Number(typed.bufferAfter) || 0];
  const breaks = [
    ...(before > 0 ? [`${pluralise(before, 'minute')} before`] : []),
    ...(after > 0 ? [`${pluralise(after, 'minute')} after`] : []),
  ];
  const withBreaks = breaks.length === 0 ? 'no breaks' : `a break of ${namesLabel(breaks)}`;
  return `${counted(typed.minutes, 'minute')} long, beginning every ${counted(typed.everyMinutes, 'minute')}, with ${withBreaks}`;
};

const limitNote = (typed: string, of: string): string[] => (Number(typed) > 0 ? [`${Number(typed)} a ${of}`] : []);

/** `At least 24 hours ahead, at most 42 days; at most 3 a day`. */
export const limitsNote = (
  typed: Pick<TypedRules, 'noticeHours' | 'horizonDays' | 'maxPerDay' | 'maxPerWeek'>,
): string => {
  const limits = [...limitNote(typed.maxPerDay, 'day'), ...limitNote(typed.maxPerWeek, 'week')];
  const notice =
    Number(typed.noticeHours) > 0 ? `At least ${counted(typed.noticeHours, 'hour')} ahead` : 'Without notice';
  const many = limits.length === 0 ? 'as many calls as fit' : `at most ${namesLabel(limits)}`;
  return `${notice}, and up to ${counted(typed.horizonDays, 'day')}; ${many}`;
};

/** `Online and by phone`, and whether people are told how to join. */
export const waysNote = ({
  isOnline,
  isByPhone,
  joining,
}: Pick<TypedRules, 'isOnline' | 'isByPhone' | 'joining'>): string => {
  const ways =
    isOnline && isByPhone ? 'Online and by phone' : isOnline ? 'Online only' : isByPhone ? 'By phone only' : 'Neither';
  return isOnline && joining.trim() === '' ? `${ways}. You have not said yet how to join online.` : ways;
};

/** `Calls are deleted after 14 days; other calendars count for 24 hours after they were read`. */
export const keepNote = ({ keepDays, staleHours }: Pick<TypedRules, 'keepDays' | 'staleHours'>): string =>
  `Calls are deleted after ${counted(keepDays, 'day')}; other calendars count for ${counted(staleHours, 'hour')} after they were read`;
