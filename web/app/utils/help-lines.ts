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

/**
 * Returns the two lines for short texts such as the footer: one for emergencies and one to talk to, both with a UK-wide
 * number.
 */
export function primaryHelpLines(lines: readonly HelpLine[]): { emergency?: HelpLine; talk?: HelpLine } {
  const firstOf = (kind: HelpLine['kind']) =>
    lines.find((line) => line.kind === kind && line.nation === 'UK' && line.call !== null);
  return { emergency: firstOf('emergency'), talk: firstOf('talk') };
}

/**
 * Returns the earliest day on which one of the lines was last checked: every number on the page was checked then or
 * later.
 */
export const earliestCheck = (lines: readonly HelpLine[]): string | null =>
  lines
    .map((line) => line.checked)
    .sort()
    .at(0) ?? null;
