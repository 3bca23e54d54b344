import { calendarRows } from '#src/api/call/call-rows';
import { diaryRow, rulesOf, staleAt } from '#src/api/call/diary';
import type { ReadinessCheck } from '#src/health/readiness';

/**
 * Whether every one of her calendars was read within the time that its copy counts for; her readers can't book else.
 */
export const calendarsCheck: ReadinessCheck = {
  name: 'calendars',
  run: async (strapi, now) => {
    const rules = rulesOf(await diaryRow(strapi));
    const rows = await calendarRows(strapi).orderBy('id').select('id', 'read_at', 'error');
    const stale = rows.filter((row) => staleAt(row, rules) <= now.getTime());
    if (stale.length === 0) return { status: 'ok', message: `${rows.length} other calendars are read.` };
    const listed = stale.map(({ id, error }) => `${id}${error === null ? '' : ` (${error})`}`).join(', ');
    return {
      status: 'warning',
      message: `Nobody can book a call, because these calendars were not read for long: ${listed}. The counsellor’s page “Your calendars” says what to do.`,
    };
  },
};
