import type { Core } from '@strapi/strapi';
import {
  type ListedMessage,
  type ListedMessages,
  type MessageCounts,
  type MessageListName,
  messageListNames,
  type WaitingMessages,
} from 'shared';
import { deadlineOf, nearDays } from '#src/api/enquiry/domain/duties';
import { dutyIsDue, type EnquiryRow } from '#src/api/enquiry/enquiry-rows';
import { practiceTimeZone } from '#src/api/practice/read-practice';
import { inReadTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { dayAfter, dayAt, daysBetween } from '#src/time/days';

const perPage = 25;
/** Characters (code points) of a message that a list shows. */
const excerptLength = 200;
const onHomePage = 5;

/** Which rows belong to each list. */
const listConditions: Readonly<Record<MessageListName, string>> = {
  open: "state = 'open' and is_spam = false and kind <> 'space'",
  answered: "state = 'answered' and is_spam = false and kind <> 'space'",
  space: "state = 'open' and is_spam = false and kind = 'space'",
  spam: 'is_spam = true',
};

/** The day as the clock of the practice has it, in the words of the database. */
interface Today {
  day: string;
  timeZone: string;
}

const todayOf = async (uow: UnitOfWork, now: Date): Promise<Today> => {
  const timeZone = await practiceTimeZone(uow.strapi);
  return { day: dayAt(now.toISOString(), timeZone), timeZone };
};

/** Returns a row as a list shows it. */
export const toListedMessage = (row: EnquiryRow, { day, timeZone }: Today): ListedMessage => {
  const characters = [...(row.text ?? '')];
  return {
    number: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    isSpam: Boolean(row.is_spam),
    name: row.name,
    channel: row.channel,
    workshop: row.workshop_title,
    excerpt: characters.slice(0, excerptLength).join(''),
    isTruncated: characters.length > excerptLength,
    sentAt: instantOf(row.sent_at),
    isOpened: row.opened_at !== null,
    waitingDays: Math.max(0, daysBetween(dayAt(instantOf(row.waiting_since), timeZone), day)),
    isOverdue: row.state === 'open' && row.reply_by !== null && day > row.reply_by,
    care: row.care_kind === null ? null : { kind: row.care_kind, urgent: Boolean(row.care_urgent) },
    deadline: deadlineOf(row),
  };
};

/** Danger first, then writers who seem to be struggling, then what the law wants soon, then by time. */
const inOrder = (list: MessageListName): string =>
  list === 'open'
    ? `care_urgent desc, (care_kind is not null) desc,
       (due_on is not null and ${dutyIsDue}) desc, waiting_since, id`
    : list === 'space'
      ? 'sent_at, id'
      : 'sent_at desc, id desc';

const selectPage = (
  uow: UnitOfWork,
  list: MessageListName,
  { limit, offset, day }: { limit: number; offset: number; day: string },
): Promise<EnquiryRow[]> =>
  selectRaw<EnquiryRow>(
    uow,
    `select * from enquiries where ${listConditions[list]} order by ${inOrder(list)} limit ? offset ?`,
    [...(list === 'open' ? [dayAfter(day, nearDays)] : []), limit, offset],
  );

/** Counts the messages that meet a condition, or what else is distinct of them. */
const countWhere = async (
  uow: UnitOfWork,
  condition: string,
  { values = [], what = '*' }: { values?: readonly string[]; what?: '*' | 'distinct email_key' } = {},
): Promise<number> => {
  const statement = `select count(${what}) as n from enquiries where ${condition}`;
  const [counted] = await selectRaw<{ n: number | string }>(uow, statement, values);
  return Number(counted?.n ?? 0);
};

/** Returns one page of a list; the last page for a number beyond it. @param page from 1 */
export const listMessages = (
  strapi: Core.Strapi,
  { list, page }: { list: MessageListName; page: number },
  now: Date,
): Promise<ListedMessages> =>
  inReadTransaction(strapi, async (uow) => {
    const today = await todayOf(uow, now);
    const total = await countWhere(uow, listConditions[list]);
    const pageCount = Math.ceil(total / perPage);
    const shown = Math.max(1, Math.min(page, pageCount));
    const rows = await selectPage(uow, list, { limit: perPage, offset: (shown - 1) * perPage, day: today.day });
    return { messages: rows.map((row) => toListedMessage(row, today)), page: shown, pageCount, total };
  });

/** Returns how many messages each list has. */
export const countMessages = (strapi: Core.Strapi): Promise<MessageCounts> =>
  inReadTransaction(strapi, async (uow) => {
    const lists: Partial<Record<MessageListName, number>> = {};
    for (const list of messageListNames) lists[list] = await countWhere(uow, listConditions[list]);
    // People: whoever asked twice is told once.
    lists.space = await countWhere(uow, listConditions.space, { what: 'distinct email_key' });
    return { lists: lists as Record<MessageListName, number> };
  });

/** Returns what waits for the counsellor: how many, how many of them longer than promised, and the first few. */
export const summariseMessages = (strapi: Core.Strapi, now: Date): Promise<WaitingMessages> =>
  inReadTransaction(strapi, async (uow) => {
    const today = await todayOf(uow, now);
    const rows = await selectPage(uow, 'open', { limit: onHomePage, offset: 0, day: today.day });
    return {
      count: await countWhere(uow, listConditions.open),
      overdue: await countWhere(uow, `${listConditions.open} and reply_by < ?`, { values: [today.day] }),
      first: rows.map((row) => toListedMessage(row, today)),
    };
  });
