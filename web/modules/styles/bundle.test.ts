import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleStyles, checkWeight } from './bundle';

const source = (name: string) => fileURLToPath(new URL(`../../app/assets/css/${name}.css`, import.meta.url));

describe('the style sheets', () => {
  let first = '';
  let later = '';
  beforeAll(async () => {
    first = await bundleStyles(source('first'));
    later = await bundleStyles(source('later'), '@font-face { font-family: "Own"; src: url("/_fonts/own.woff2") }');
  });

  it('are as light as readers need, and fetch no font before the first paint', () => {
    expect(() => checkWeight(first, later)).not.toThrow();
    expect(first.includes('url(')).toBe(false);
    expect(later.slice(0, 80)).toMatch(/^@font-face\{font-family:Own;src:url\(\/_fonts\/own\.woff2\)\}/);
  });

  it('have their layers in order, those of the first screen for both', () => {
    const layersOf = (css: string) => [...new Set([...css.matchAll(/@layer (\w+)/g)].map(([, name]) => name))];
    const all = layersOf(first);
    expect(all).toEqual(['tokens', 'base', 'layout', 'components', 'pages', 'focus', 'print']);
    expect(layersOf(later).filter((name) => !all.includes(name))).toEqual([]);
  });

  it('name no font so that a browser takes its first word for a generic family', () => {
    // Minified names have no quotes, and Chromium ignores "@font-face { font-family: Serif Georgia }".
    for (const [, name] of first.matchAll(/@font-face\{font-family:([^;]+)/g))
      expect(name).not.toMatch(/^(serif|sans|sans-serif|monospace|cursive|fantasy|system-ui)\b/i);
    expect(first.match(/@font-face/g)).toHaveLength(4);
  });

  it('print with fonts of the system in Firefox, whose PDFs lose the text of a variable font', () => {
    const [, print = ''] = later.split('@media print');
    expect(print).toContain(
      '@supports ((-moz-appearance:none)){:root{--serif:Georgia, serif;--sans:Arial, sans-serif}}',
    );
  });
});

describe('the budget', () => {
  /** Rules that can't be compressed to fewer bytes. */
  const heavy = (bytes: number) => `/*${randomBytes(bytes).toString('base64')}*/`;

  it.each([
    { first: heavy(6100), later: '', says: /first screen have 6\d{3} bytes compressed; the limit is 6000/ },
    { first: heavy(5000), later: heavy(4100), says: /together have 9\d{3} bytes compressed; the limit is 9000/ },
    { first: 'a::after{content:"</style>"}', later: '', says: /end tag/ },
    { first: '@font-face{font-family:A;src:url(a.woff2)}', later: '', says: /fetch a file/ },
  ])('fails a build that passes it: $says', ({ first, later, says }) => {
    expect(() => checkWeight(first, later)).toThrow(says);
  });

  it('accepts what is within it', () => {
    expect(() => checkWeight(heavy(5500), heavy(2800))).not.toThrow();
  });
});
