import type { Style } from './sheet';

/** The colours of the site's light theme. */
const colours = {
  paper: '#faf6f2',
  ink: '#24253a',
  soft: '#5a5567',
  ochre: '#8c5215',
  light: '#f9e9c8',
  rule: '#dccec3',
} as const;

/** A4 landscape, in points. */
export const page = { width: 841.89, height: 595.28 } as const;

/** The grid of the site: labels in the margin, text in the column. */
export const margin = 66;
export const column = 252;
export const right = page.width - margin;

/** The patch of window light behind the name. */
export const light = { left: margin - 26, right: right + 26, top: 174, height: 196, bar: column - 28 } as const;
/** The tops of the practice's name, the heading, the facts and the last line. */
export const tops = { practice: 53, heading: 100, facts: 399, last: 529 } as const;
export const factsHeight = 104;
export const afterMark = 28;
export const wordSpace = 3;

const style = (changes: Partial<Style>): Style => ({
  typeface: 'sans',
  colour: colours.ink,
  width: right - column,
  height: 24,
  size: 12,
  leading: 1.4,
  ...changes,
});

export const styles = {
  practice: style({ typeface: 'strongSerif', size: 17, height: 26, width: right - margin - afterMark }),
  heading: style({ typeface: 'serif', size: 38, height: 60, leading: 1.2, width: right - margin }),
  hours: style({
    typeface: 'serif',
    colour: colours.ochre,
    size: 30,
    height: 40,
    leading: 1.2,
    width: light.bar - margin - 18,
  }),
  hoursNote: style({ size: 10.5, height: 60, width: light.bar - margin - 18 }),
  aside: style({ typeface: 'italic', colour: colours.ochre, size: 14, leading: 1.3 }),
  name: style({ typeface: 'serif', size: 46, height: 62, leading: 1.2 }),
  title: style({ typeface: 'serif', size: 25, height: 60, leading: 1.15 }),
  label: style({ colour: colours.soft, size: 10.5, width: light.bar - margin - 18 }),
  fact: style({ height: 32 }),
  number: style({ size: 11, width: column - margin - 8 }),
  check: style({ colour: colours.soft, size: 11 }),
} as const;

/** How far the window light falls for each point to the right. */
const slope = Math.tan((1.1 * Math.PI) / 180);

/** Returns two panes of light with the bar of the window between them, as an SVG path. */
function windowLight(): string {
  const fall = (x: number): number => (x - page.width / 2) * slope;
  const pane = (from: number, to: number): string =>
    `M${from} ${light.top + fall(from)} L${to} ${light.top + fall(to)} L${to} ${light.top + light.height + fall(to)} L${from} ${light.top + light.height + fall(from)} Z`;
  return `${pane(light.left, light.bar - 6)} ${pane(light.bar, light.right)}`;
}

/** The logo of the site: a window of four panes in a square of 24. */
const mark = 'M3 2l8 2v7l-8-2zM13 4.5l8 2v7l-8-2zM3 11l8 2v7l-8-2zM13 13.5l8 2v7l-8-2z';

/** Draws paper, light, logo and rule as an artifact, which screen readers skip. */
export function drawRoom(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact');
  doc.rect(0, 0, page.width, page.height).fill(colours.paper);
  doc.path(windowLight()).fill(colours.light);
  doc
    .save()
    .translate(margin - 3, tops.practice + 1.5)
    .path(mark)
    .fill(colours.ochre)
    .restore();
  doc
    .moveTo(margin, tops.last - 14)
    .lineTo(right, tops.last - 14)
    .lineWidth(0.75)
    .stroke(colours.rule);
  doc.endMarkedContent();
}
