import { type HelpLine, helpLines as copy, type Practice } from 'shared';

/** The help lines to show, and whether they are the copy that was built into the site. */
export interface KnownHelpLines {
  lines: readonly HelpLine[];
  copied: boolean;
}

/** The practice's help lines; the copy when the practice isn't known or has none. */
export function helpLinesOf(practice: Practice | null): KnownHelpLines {
  const own = practice?.helpLines ?? [];
  return own.length > 0 ? { lines: own, copied: false } : { lines: copy, copied: true };
}

const headings: Record<HelpLine['kind'], { id: string; heading: string }> = {
  emergency: { id: 'danger', heading: 'If life is in danger' },
  talk: { id: 'talk', heading: 'To talk to someone' },
  particular: { id: 'particular', heading: 'For particular things' },
};

export interface HelpShelf {
  id: string;
  heading: string;
  kind: HelpLine['kind'];
  lines: HelpLine[];
}

/** The lines by kind, what is most pressing first; a shelf without a line isn't there. */
export const helpShelves = (lines: readonly HelpLine[]): HelpShelf[] =>
  (['emergency', 'talk', 'particular'] as const)
    .map((kind) => ({ ...headings[kind], kind, lines: lines.filter((line) => line.kind === kind) }))
    .filter((shelf) => shelf.lines.length > 0);

/** The two lines of every page's foot: one to ring in danger and one to talk to, anywhere in the country. */
export function footLines(lines: readonly HelpLine[]): { danger?: HelpLine; talk?: HelpLine } {
  const reachable = (kind: HelpLine['kind']) =>
    lines.find((line) => line.kind === kind && line.nation === 'UK' && line.call !== null);
  return { danger: reachable('emergency'), talk: reachable('talk') };
}

/** The day on which the line that was checked longest ago was checked: no number on the page is older than it says. */
export const checkedSince = (lines: readonly HelpLine[]): string | null =>
  lines
    .map((line) => line.checked)
    .sort()
    .at(0) ?? null;
