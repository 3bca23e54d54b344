import { brotliCompressSync } from 'node:zlib';
import { bundleAsync, transform } from 'lightningcss';

/** The oldest browsers that get the whole design, as Vite's default: those of spring 2023. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(111),
  edge: version(111),
  firefox: version(114),
  safari: version(16, 4),
  ios_saf: version(16, 4),
};

/** Compressed bytes that a reader may have to wait for: before the first paint, and in all. */
const limits = { first: 6000, all: 9000 };

const compressed = (css: string): number => brotliCompressSync(css).length;

/** Returns one style sheet with what it imports, for `targets`, as small as it gets. `before` is put in front of it. */
export async function bundleStyles(file: string, before = ''): Promise<string> {
  const { code } = await bundleAsync({ filename: file, minify: true, targets });
  const rules = transform({ filename: file, code: Buffer.from(before), minify: true, targets }).code;
  return rules.toString() + code.toString();
}

/**
 * @throws when the style sheets of the first screen and of the rest are heavier than their limits, brotli-compressed, or
 * when that of the first screen would fetch more
 */
export function checkWeight(first: string, later: string): void {
  const bytes = { first: compressed(first), all: compressed(first) + compressed(later) };
  if (bytes.first > limits.first)
    throw new Error(
      `The styles of the first screen have ${bytes.first} bytes compressed; the limit is ${limits.first}.`,
    );
  if (bytes.all > limits.all)
    throw new Error(`All styles together have ${bytes.all} bytes compressed; the limit is ${limits.all}.`);
  if (/url\(/.test(first)) throw new Error('The styles of the first screen fetch a file, such as a font.');
  // The text stands in a style element, which ends at the first end tag.
  if (first.includes('</')) throw new Error('The styles of the first screen contain the start of an end tag.');
}
