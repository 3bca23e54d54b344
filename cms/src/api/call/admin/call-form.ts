import {
  type AddCallBlockRequest,
  addCallBlockRequest,
  type AddCallRequest,
  addCallRequest,
  type CallBlockKind,
  type CallChannel,
  callLimits,
  maxAddressCharacters,
} from 'shared';
import { tooLongMessage } from '#src/admin/components/labels';
import { instantAt, isDay } from './call-times';

/** A day and a time of the practice's clock, as typed. */
export type TypedTime = { day: string; time: string };

const noDay = 'Enter the whole date: day, month and year.';
const skipped = 'The clocks go forward then and skip this time. Enter another time.';

type TimeErrors = Partial<Record<keyof TypedTime, string>>;

/** Returns the moment of what was typed, or what is wrong with it, by field. */
export const checkTime = ({ day, time }: TypedTime, timeZone: string): { starts: string } | { errors: TimeErrors } => {
  const errors: TimeErrors = {
    ...(isDay(day) ? {} : { day: noDay }),
    ...(time === '' ? { time: 'Enter the time.' } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const starts = instantAt(day, time, timeZone);
  return starts === null ? { errors: { time: skipped } } : { starts };
};

/** A call that is added by hand, as typed. */
export type TypedCall = TypedTime & { channel: string; name: string; email: string; phone: string };

type CallErrors = Partial<Record<'day' | 'time' | 'name' | 'email' | 'phone', string>>;

const callError = (field: string, code: string, typed: TypedCall): string => {
  if (field === 'phone')
    return code === 'missing' ? 'Enter the number to call.' : tooLongMessage(typed.phone, callLimits.phone.max);
  if (field === 'name') return code === 'too-long' ? tooLongMessage(typed.name, callLimits.name.max) : 'Enter a name.';
  return code === 'too-long'
    ? tooLongMessage(typed.email, maxAddressCharacters)
    : 'Enter an email address in the correct format, such as robin@example.org, or leave this empty.';
};

/** Returns the request that adds a call, or what is wrong, by field. */
export const checkCall = (
  typed: TypedCall,
  { notify, nonce, timeZone }: { notify: boolean; nonce: string; timeZone: string },
): { call: AddCallRequest } | { errors: CallErrors } => {
  const when = checkTime(typed, timeZone);
  const email = typed.email.trim() === '' ? null : typed.email;
  const parsed = addCallRequest.safeParse({
    channel: typed.channel as CallChannel,
    // What is wrong with the time is said already.
    starts: 'starts' in when ? when.starts : new Date(0).toISOString(),
    name: typed.name,
    email,
    phone: typed.phone,
    notify: notify && email !== null,
    nonce,
  });
  const errors: CallErrors = 'errors' in when ? { ...when.errors } : {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0]);
    if (field === 'name' || field === 'email' || field === 'phone') errors[field] ??= callError(field, message, typed);
  }
  return parsed.success && Object.keys(errors).length === 0 ? { call: parsed.data } : { errors };
};

/** Time off or an extra opening, as typed; `isWhole` is `yes` for whole days. */
export type TypedBlock = {
  kind: string;
  day: string;
  lastDay: string;
  isWhole: string;
  from: string;
  to: string;
  note: string;
};

type BlockErrors = Partial<Record<'day' | 'lastDay' | 'from' | 'to' | 'note', string>>;

const noteLimit = 200;

/** Returns what is missing in the days and times; without a last day, it is the first. */
const blockErrors = ({ day, lastDay, isWhole, from, to, note }: TypedBlock): BlockErrors => ({
  ...(isDay(day) ? {} : { day: noDay }),
  ...(lastDay === '' || isDay(lastDay) ? {} : { lastDay: noDay }),
  ...(isDay(lastDay) && lastDay < day ? { lastDay: 'Enter a last day that is not before the first.' } : {}),
  ...(isWhole === '' && from === '' ? { from: 'Enter the time at which it begins.' } : {}),
  ...(isWhole === '' && to === '' ? { to: 'Enter the time at which it ends.' } : {}),
  ...([...note.trim()].length > noteLimit ? { note: tooLongMessage(note, noteLimit) } : {}),
});

/** Returns the request that adds time off or an opening, or what is wrong, by field. */
export const checkBlock = (
  typed: TypedBlock,
  { nonce, timeZone }: { nonce: string; timeZone: string },
): { block: AddCallBlockRequest } | { errors: BlockErrors } => {
  const errors = blockErrors(typed);
  if (Object.keys(errors).length > 0) return { errors };
  const { day, lastDay, isWhole, kind, note } = typed;
  const last = lastDay === '' ? day : lastDay;
  const starts = isWhole === '' ? instantAt(day, typed.from, timeZone) : instantAt(day, '00:00', timeZone);
  // A time input shows the midnight that ends a day as that which begins it.
  const end = isWhole !== '' || typed.to === '00:00' ? '24:00' : typed.to;
  const ends = instantAt(last, end, timeZone);
  if (starts === null || ends === null) return { errors: { [starts === null ? 'from' : 'to']: skipped } };
  if (starts >= ends) return { errors: { to: 'The end must be after the start.' } };
  return { block: addCallBlockRequest.parse({ kind: kind as CallBlockKind, starts, ends, note, nonce }) };
};
