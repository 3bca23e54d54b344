import type { Picture, PictureSize } from 'shared';

/** Originals wider than this, in pixels, are not offered when a smaller size exists: no column is that wide. */
const maxWidth = 2000;
/** The widest size for feeds and link previews, in pixels. */
const maxPreviewWidth = 1200;

/** The width of pictures where no style sheet lays them out, in pixels: that of the narrowest phones. */
const plainWidth = 320;

/**
 * Returns the `width` and `height` of a picture's element, in pixels. Style sheets only go by their ratio, and reserve
 * the place of a picture before it is loaded; where there are none, a phone shows that size without scrolling sideways.
 */
export function layoutSize({ width, height }: Pick<Picture, 'width' | 'height'>): { width: number; height: number } {
  if (width <= plainWidth) return { width, height };
  const heightAt = (candidate: number): number => (candidate * height) / width;
  const errorAt = (candidate: number): number => Math.abs(heightAt(candidate) - Math.round(heightAt(candidate)));
  // Whole numbers of the same ratio, or nearly: otherwise a picture would move the text by a pixel when it arrives.
  let best = plainWidth;
  for (let candidate = plainWidth; candidate > plainWidth / 2; candidate -= 1)
    if (errorAt(candidate) < errorAt(best)) best = candidate;
  return { width: best, height: Math.max(1, Math.round(heightAt(best))) };
}

/** Returns the path at which the site serves a file of the CMS: `/uploads/a.jpg` -> `/media/a.jpg`. */
export const mediaPath = (url: string): string => url.replace(/^\/uploads\//, '/media/');

/** Returns the sizes that a browser may choose from, narrowest first, one for each width. */
function availableSizes(picture: Picture): PictureSize[] {
  const { url, width, height } = picture;
  const original = picture.sizes.length === 0 || width <= maxWidth ? [{ url, width, height }] : [];
  const byWidth = new Map([...picture.sizes, ...original].map((size) => [size.width, size]));
  return [...byWidth.values()].sort((a, b) => a.width - b.width);
}

/** Returns the `srcset` attribute of a picture. */
export const srcset = (picture: Picture): string =>
  availableSizes(picture)
    .map((size) => `${mediaPath(size.url)} ${size.width}w`)
    .join(', ');

/**
 * Returns the size for clients that cannot choose (`src`, feeds, link previews): the widest up to 1,200 pixels, else
 * the narrowest.
 */
export function defaultSize(picture: Picture): PictureSize {
  const sizes = availableSizes(picture);
  return sizes.filter((size) => size.width <= maxPreviewWidth).at(-1) ?? sizes[0] ?? picture;
}

/**
 * Returns the focal point rounded to one of five steps each way, in per cent; null is the middle. The stylesheet has a
 * rule for each step, because the content security policy forbids inline styles.
 */
export function focusSteps(focus: Picture['focus']): { x: number | null; y: number | null } {
  const step = (percent: number | undefined) => {
    if (percent === undefined) return null;
    const nearest = Math.min(90, Math.max(10, Math.round((percent - 10) / 20) * 20 + 10));
    return nearest === 50 ? null : nearest;
  };
  return { x: step(focus?.x), y: step(focus?.y) };
}

/** Proportions of pictures, in hundredths (width to height). The stylesheet has a rule for each. */
const shapes = [30, 40, 50, 56, 66, 75, 80, 100, 125, 133, 150, 177, 250];

/**
 * Returns the proportions of a picture, rounded down to one of a few steps. With them the stylesheet limits the height
 * of a picture by its width, and so reserves its whole size before it is loaded.
 */
export const shapeStep = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  shapes.findLast((shape) => shape <= (100 * width) / height) ?? 30;
