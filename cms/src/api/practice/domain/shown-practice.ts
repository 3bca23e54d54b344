import { isVisible, type Practice, practice, timeZones } from 'shared';
import { feesOf, legalDetailsOf } from './facts';
import { onlineOf, roomOf } from './room';
import { callSettings, commentSettings, contactSettings, workshopSettings } from './settings';

/** What is said where a required text is missing all the same, for example in a database that was changed by hand. */
export interface StandIns {
  readonly name: string;
  readonly email: string;
}

/** What readers get, and the fields that are not as they were stored. */
interface Shown {
  readonly practice: Practice;
  readonly invalid: readonly string[];
}

const required = ['name', 'counsellor', 'sentence', 'description', 'invitation'] as const;

const invalidPaths = (stored: Practice): string[][] => [
  ...required.filter((field) => !isVisible(String(stored[field] ?? ''))).map((field) => [field]),
  ...(practice.safeParse(stored).error?.issues ?? []).map(({ path }) => path.map(String)),
];

/** Returns a list without the entries that can't be shown; without its address, one is still shown. */
const shownEntries = <Entry>(
  entries: readonly Entry[],
  list: 'credentials' | 'helpLines' | 'pages' | 'questions',
  paths: readonly string[][],
) =>
  entries.flatMap((entry, index) => {
    const wrong = paths.filter(([name, at]) => name === list && at === String(index)).map(([, , field]) => field);
    const repaired = { ...entry, ...Object.fromEntries(wrong.map((field) => [field ?? '', null])) };
    const { success } = practice.shape[list].element.safeParse(repaired);
    return success ? [repaired] : [];
  });

/**
 * Returns what can be shown of a practice: one field that is empty or broken must not take every page down. Fields that
 * may be empty are left out, entries of lists likewise, and required texts are stood in for.
 */
export const shownPractice = (stored: Practice, standIns: StandIns): Shown => {
  const paths = invalidPaths(stored);
  const invalid = [...new Set(paths.map(([field]) => field ?? ''))];
  if (invalid.length === 0) return { practice: stored, invalid };
  const name = !isVisible(String(stored.name ?? '')) ? standIns.name : stored.name;
  const instead: Practice = {
    ...stored,
    name,
    counsellor: name,
    portrait: null,
    sentence: name,
    description: name,
    invitation: '',
    away: null,
    availability: null,
    fees: feesOf({}),
    legal: legalDetailsOf({}),
    worksWith: null,
    room: roomOf({}),
    online: onlineOf({}),
    email: standIns.email,
    strapline: null,
    work: [],
    picture: null,
    pictureAtNight: null,
    phone: null,
    address: null,
    area: null,
    town: null,
    timeZone: timeZones[0],
    bookingUrl: null,
    blogIntro: null,
    credentials: shownEntries(stored.credentials, 'credentials', paths),
    questions: shownEntries(stored.questions, 'questions', paths),
    helpLines: shownEntries(stored.helpLines, 'helpLines', paths),
    pages: shownEntries(stored.pages, 'pages', paths),
    comments: commentSettings(null),
    workshops: workshopSettings(null),
    contact: contactSettings(null),
    calls: callSettings(null),
  };
  const replaced = Object.entries(instead).filter(([field]) => invalid.includes(field));
  return { practice: { ...stored, ...Object.fromEntries(replaced) }, invalid };
};
