import type { Core } from '@strapi/strapi';
import type { CallCalendars } from 'shared';
import { callRows, diaryId, type DiaryRow, diaryRows } from '#src/api/call/call-rows';
import { diaryRow, inDiaryTransaction } from '#src/api/call/diary';
import { callsAdminUrl } from '#src/api/call/links';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { consistentRead } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { isSameSecret, type LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { callFeed } from './invitation';
import { listCalendars } from './manage-calendars';

const dayMs = 86_400_000;
/** How long calls stay in the feed, and how many it has at most. */
const shownForMs = 30 * dayMs;
const maxCalls = 1_000;

/** A feed that there is. The time makes an address that was ended once different from all later ones. */
type Feed = Pick<DiaryRow, 'feed_version'> & { feed_since: NonNullable<DiaryRow['feed_since']> };

const tokenOf = (keys: LinkKeys, { feed_version, feed_since }: Feed): string =>
  `${feed_version}.${keys.sign('call feed', feed_version, instantOf(feed_since))}`;

/** Makes a new address for her feed and returns it, for the only time; the one before ends. */
export const createFeed = (strapi: Core.Strapi, now: Date): Promise<{ address: string }> =>
  inDiaryTransaction(strapi, async (uow) => {
    const feed = { feed_version: (await diaryRow(uow)).feed_version + 1, feed_since: now };
    await diaryRows(uow).where({ id: diaryId }).update(feed);
    const token = tokenOf(servicesOf(strapi).linkKeys, feed);
    return { address: new URL(`/calendar/${token}.ics`, settingsOf(strapi).siteUrl).href };
  });

/** Ends the address of her feed. */
export const revokeFeed = async (strapi: Core.Strapi, now: Date): Promise<CallCalendars> => {
  await inDiaryTransaction(strapi, async (uow) => {
    await diaryRows(uow).where({ id: diaryId }).update({ feed_since: null });
  });
  return listCalendars(strapi, now);
};

/**
 * Returns the booked calls as a calendar to which she subscribes.
 *
 * @throws NotFoundError (404) for a token that is not the present one
 */
export const readFeed = (strapi: Core.Strapi, token: string, now: Date): Promise<string> =>
  consistentRead(strapi, async (uow) => {
    const { feed_version, feed_since } = await diaryRow(uow);
    const isRight =
      feed_since !== null && isSameSecret(token, tokenOf(uow.services.linkKeys, { feed_version, feed_since }));
    found(isRight || null);
    const { timeZone } = await practiceOfCalls(strapi);
    const rows = await callRows(uow)
      .where({ state: 'booked' })
      .where('ends', '>', new Date(now.getTime() - shownForMs))
      .orderBy(['starts', 'id'])
      .limit(maxCalls)
      .select('document_id', 'sequence', 'channel', 'starts', 'ends');
    const calls = rows.map(({ document_id, sequence, channel, starts, ends }) => ({
      id: document_id,
      sequence,
      channel,
      starts: instantOf(starts),
      ends: instantOf(ends),
      dashboardUrl: callsAdminUrl(strapi),
    }));
    return callFeed(calls, timeZone, now);
  });
