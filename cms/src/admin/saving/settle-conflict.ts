import { isRecord, looksTheSame } from 'shared';
import { z } from 'zod';
import { dayAndClockTime } from '#src/admin/components/labels';
import { askAboutConflict } from './ConflictDialog';
import { changedByOther, changedFields, inWords, type Values, withKnownIds } from './form-values';
import { isJoinable, joinVersions } from './join-versions';
import type { OpenedForm } from './opened-forms';

/** The error of the CMS when something was saved since a form was opened; `current` is that version. */
export const conflict = z.object({
  status: z.literal(409),
  details: z.object({ current: z.record(z.string(), z.unknown()) }),
});

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const lastSaved = z.object({
  updatedAt: z.coerce.date(),
  updatedBy: z.object({ firstname: z.string() }).nullish(),
});

/** Returns when and by whom a version was saved, such as “on Tuesday at 10:20 by Nora”. */
const savedWords = (version: Values): string => {
  const { updatedAt, updatedBy } = lastSaved.parse(version);
  const when = dayAndClockTime(updatedAt.getTime(), Date.now());
  return updatedBy ? `${when} by ${updatedBy.firstname}` : when;
};

interface Versions {
  form: OpenedForm;
  /** What the form holds, and what was typed into. */
  values: Values;
  mine: readonly string[];
  /** The fields that the other version changed. */
  others: readonly string[];
  current: Values;
}

const joinableIn = ({ form, mine, others }: Versions): string[] =>
  mine.filter((name) => others.includes(name) && isJoinable(form.screen?.typeOf(name)));

/** Whether a form holds a value as the CMS sends it. Of rows and files it holds other objects. */
const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((part) => isRecord(part) && !('id' in part)) : !isRecord(value);

/**
 * Puts both versions of each text into the form, one after the other, and returns them. The form then holds all of it,
 * also when it turns out to be too long to be saved, and is based on the other version.
 */
const joinInForm = (versions: Versions, before: Values): Values => {
  const { form, values, mine, others, current } = versions;
  const joinable = joinableIn(versions);
  const joined = Object.fromEntries(joinable.map((name) => [name, joinVersions(values[name], current[name])]));
  const theirs = pick(
    current,
    others.filter((name) => !mine.includes(name)),
  );
  const isWhole = Object.values(theirs).every(isPlain);
  const filled = { ...(isWhole && theirs), ...joined };
  form.screen?.fill(filled);
  form.sent = { ...(form.sent ?? values), ...filled };
  if (isWhole) form.base = { revision: String(current.updatedAt), values: { ...before, ...pick(current, others) } };
  return joined;
};

const ask = (versions: Versions): ReturnType<typeof askAboutConflict> => {
  const { form, values, mine, others, current } = versions;
  return askAboutConflict({
    fields: [...new Set([...others, ...mine.filter((name) => name in current)])].map((name) => ({
      label: form.screen?.labelOf(name) ?? name,
      mine: inWords(values[name]),
      other: inWords(current[name]),
    })),
    saved: savedWords(current),
    canKeepBoth: form.screen !== null && mine.length > 0 && !mine.some((name) => others.includes(name)),
    canJoin: joinableIn(versions).length > 0,
  });
};

/** Returns what is sent instead after a conflict, `other` to take the other version, or null to send nothing. */
export const settleConflict = async (
  form: OpenedForm,
  sent: Values,
  current: Values,
): Promise<Values | 'other' | null> => {
  const { screen } = form;
  const before = form.base?.values ?? screen?.initialValues() ?? {};
  const values = screen?.values() ?? sent;
  const mine = Object.keys(screen ? changedFields(before, values) : sent);
  const others = changedByOther(screen ? before : sent, current).filter(
    (name) => !looksTheSame(values[name], current[name]) && screen?.labelOf(name) !== null,
  );
  const asMine = withKnownIds({ ...sent, updatedAt: current.updatedAt }, current) as Values;
  // It was only published, say: there is nothing to choose between.
  if (others.length === 0) return asMine;
  const versions = { form, values, mine, others, current };
  const choice = await ask(versions);
  const ofMine = pick(asMine, [...mine, 'updatedAt']);
  if (choice === 'both') return ofMine;
  if (choice === 'joined') return { ...ofMine, ...joinInForm(versions, before) };
  return choice === 'mine' ? asMine : choice;
};
