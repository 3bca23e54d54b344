import { type HelpLine, helpLines as builtIn, type Practice } from 'shared';

/** The help lines to show. `isBuiltIn`: they are the copy that was built into the site. */
export interface HelpLineList {
  lines: readonly HelpLine[];
  isBuiltIn: boolean;
}

/** Returns the practice's help lines, or the built-in copy when the practice is unknown or has none. */
export function helpLinesOf(practice: Practice | null): HelpLineList {
  const own = practice?.helpLines ?? [];
  return own.length > 0 ? { lines: own, isBuiltIn: false } : { lines: builtIn, isBuiltIn: true };
}

/** A section of the page "Help now". */
export interface HelpLineGroup {
  id: string;
  heading: string;
  kind: HelpLine['kind'];
  lines: HelpLine[];
}

/** In order of urgency. */
const groups: Omit<HelpLineGroup, 'lines'>[] = [
  { kind: 'emergency', id: 'danger', heading: 'In an emergency' },
  { kind: 'talk', id: 'talk', heading: 'To talk to someone' },
  { kind: 'particular', id: 'particular', heading: 'For particular situations' },
];

/** Returns the lines grouped by kind, most urgent first, without empty groups. */
export const groupHelpLines = (lines: readonly HelpLine[]): HelpLineGroup[] =>
  groups
    .map((group) => ({ ...group, lines: lines.filter(({ kind }) => kind === group.kind) }))
    .filter((group) => group.lines.length > 0);

/** The lines that are named first, all of them for the whole of the UK. */
export interface PrimaryHelpLines {
  /** To call in an emergency. */
  emergency?: HelpLine;
  /** To call and talk to someone. */
  talk?: HelpLine;
  /** To text with someone. */
  text?: HelpLine;
}

/** Returns the lines for the top of "Help now" and for short texts such as the footer. */
export function primaryHelpLines(lines: readonly HelpLine[]): PrimaryHelpLines {
  const firstOf = (kind: HelpLine['kind'], way: 'call' | 'text') =>
    lines.find((line) => line.kind === kind && line.nation === 'UK' && line[way] !== null);
  return { emergency: firstOf('emergency', 'call'), talk: firstOf('talk', 'call'), text: firstOf('talk', 'text') };
}

/**
 * Returns the earliest day on which one of the lines was last checked: every number on the page was checked then or
 * later. Null if any was not checked since it changed.
 */
export function earliestCheck(lines: readonly HelpLine[]): string | null {
  const days = lines.flatMap(({ checked }) => checked ?? []).sort();
  return days.length === lines.length ? (days[0] ?? null) : null;
}

/** Returns what it costs and when someone answers, as in "Free, day and night, every day". */
export const costAndHours = ({ free, hours }: Pick<HelpLine, 'free' | 'hours'>): string =>
  free ? `Free, ${hours.charAt(0).toLowerCase()}${hours.slice(1)}` : hours;
