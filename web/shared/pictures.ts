import type { Picture, PictureSize } from 'shared';

/** Originals wider than this, in pixels, are offered to nobody when a smaller size exists: no column is that wide. */
const widest = 2000;

/** Where readers find a file of the CMS: `/uploads/a.jpg` -> `/media/a.jpg`. */
export const mediaAddress = (url: string): string => url.replace(/^\/uploads\//, '/media/');

/** The sizes of a picture that a browser may choose from, narrowest first, one a width. */
function offered(picture: Picture): PictureSize[] {
  const { url, width, height } = picture;
  const original = picture.sizes.length === 0 || width <= widest ? [{ url, width, height }] : [];
  const byWidth = new Map([...picture.sizes, ...original].map((size) => [size.width, size]));
  return [...byWidth.values()].sort((a, b) => a.width - b.width);
}

/** The attribute `srcset` of a picture. */
export const srcset = (picture: Picture): string =>
  offered(picture)
    .map((size) => `${mediaAddress(size.url)} ${size.width}w`)
    .join(', ');

/** The size for whoever doesn't choose (feeds, previews of links): the widest up to 1,200 pixels, else the narrowest. */
export function usual(picture: Picture): PictureSize {
  const sizes = offered(picture);
  return sizes.filter((size) => size.width <= 1200).at(-1) ?? sizes[0] ?? picture;
}

/**
 * The point that must stay visible, one of five steps each way in percent; null is the middle. The stylesheet knows the
 * steps, because the page's policy forbids a `style` of its own.
 */
export function focusSteps(focus: Picture['focus']): { x: number | null; y: number | null } {
  const step = (percent: number | undefined) => {
    if (percent === undefined) return null;
    const near = Math.min(90, Math.max(10, Math.round((percent - 10) / 20) * 20 + 10));
    return near === 50 ? null : near;
  };
  return { x: step(focus?.x), y: step(focus?.y) };
}
