/** One font file: the characters and the part of the weight axis that it contains. */
export interface Face {
  family: string;
  /** The npm package and the start of its file names. */
  source: { package: string; file: string };
  style: 'normal' | 'italic';
  /** One fixed weight, or the range that stays variable. */
  weight: number | readonly [number, number];
  characters: readonly (readonly [number, number])[];
  /**
   * What a reader sees until it is there, and if it comes late: `swap` shows it whenever it comes, `optional` keeps the
   * stand-in for the rest of the visit to the page, which saves laying out its words again. Stand-ins have the same widths.
   */
  display: 'swap' | 'optional';
}

/**
 * The characters of English prose: ASCII, Western European letters (é, ö, ß …), typographic quotation marks, dashes,
 * spaces, ellipsis, primes, and the few signs that a price, a footnote or a heading needs.
 */
const english = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xa3, 0xa3],
  [0xa9, 0xa9],
  [0xab, 0xab],
  [0xb0, 0xb0],
  [0xb7, 0xb7],
  [0xbb, 0xbe],
  [0xc0, 0xff],
  [0x152, 0x153],
  [0x2010, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
] as const;

/**
 * Letters in names from the rest of Europe (Škoda, Wałęsa, ŵ). A browser fetches this file only where one of them
 * occurs.
 */
const names = [
  [0x100, 0x151],
  [0x154, 0x17f],
  [0x218, 0x21b],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ef2, 0x1ef3],
] as const;

const serif = { family: 'Brygada 1918', package: '@fontsource-variable/brygada-1918', file: 'brygada-1918' };
const sans = { family: 'Figtree', package: '@fontsource-variable/figtree', file: 'figtree' };

function facesOf(font: typeof serif, style: Face['style'], weight: Face['weight'], display: Face['display']): Face[] {
  const face = (subset: 'latin' | 'latin-ext', characters: Face['characters']): Face => ({
    family: font.family,
    source: { package: font.package, file: `${font.file}-${subset}-wght-${style}` },
    style,
    weight,
    characters,
    display,
  });
  // The one that comes last wins where their ranges overlap.
  return [face('latin-ext', names), face('latin', english)];
}

/** The weights that the stylesheet uses. Italics are rare and never bold, so one weight halves their file. */
export const faces: readonly Face[] = [
  ...facesOf(serif, 'normal', [400, 640], 'swap'),
  ...facesOf(serif, 'italic', 430, 'optional'),
  ...facesOf(sans, 'normal', [400, 700], 'optional'),
];
