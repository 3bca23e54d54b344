import { calendarRows } from '#src/api/call/call-rows';
import { diaryRow, rulesOf, staleAt } from '#src/api/call/diary';
import type { ReadinessCheck } from '#src/health/readiness';

/** By their numbers, `6 (unreachable), 7`: anybody may read this. */
const listOf = (rows: { id: number; error: string | null }[]): string =>
  rows.map(({ id, error }) => `${id}${error === null ? '' : ` (${error})`}`).join(', ');

/**
 * Whether every one of her calendars was read within the time that its copy counts for; her readers can't book else.
 */
export const calendarsCheck: ReadinessCheck = {
  name: 'calendars',
  run: async (strapi, now) => {
    const rules = rulesOf(await diaryRow(strapi));
    const rows = await calendarRows(strapi).orderBy('id').select('id', 'read_at', 'error');
    const stale = rows.filter((row) => staleAt(row, rules) <= now.getTime());
    if (stale.length > 0)
      return {
        status: 'warning',
        message:
          `Nobody can book a call, because these calendars were not read for long: ${listOf(stale)}. ` +
          'The counsellor’s page “Your calendars” says what to do.',
      };
    const failing = rows.filter(({ error }) => error !== null);
    return failing.length > 0
      ? {
          status: 'warning',
          message:
            `${failing.length} of ${rows.length} other calendars can’t be read: ${listOf(failing)}. ` +
            'Their last copies count for now.',
        }
      : { status: 'ok', message: `All of the counsellor’s other calendars are read (${rows.length}).` };
  },
};
