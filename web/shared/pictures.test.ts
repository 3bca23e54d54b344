import { readFile } from 'node:fs/promises';
import type { Picture } from 'shared';
import { describe, expect, it } from 'vitest';
import { defaultSize, focusSteps, layoutSize, shapeStep, srcset } from './pictures';

const size = (name: string, width: number) => ({ url: `/uploads/${name}.jpg`, width, height: width / 2 });
const picture = (width: number, sizes: number[]): Picture => ({
  ...size('room', width),
  alt: 'A room',
  caption: null,
  focus: null,
  sizes: sizes.map((w) => size(`small_${w}`, w)),
});

describe('srcset', () => {
  it('lists every size, narrowest first, with its path on this site', () => {
    expect(srcset(picture(1600, [1200, 480]))).toBe(
      '/media/small_480.jpg 480w, /media/small_1200.jpg 1200w, /media/room.jpg 1600w',
    );
  });
  it('leaves out a huge original unless it is the only size', () => {
    expect(srcset(picture(6000, [480]))).toBe('/media/small_480.jpg 480w');
    expect(srcset(picture(6000, []))).toBe('/media/room.jpg 6000w');
  });
  it('lists no width twice', () => {
    expect(srcset(picture(480, [480]))).toBe('/media/room.jpg 480w');
  });
});

describe('defaultSize', () => {
  it.each([
    { widths: [480, 1200], is: 1200 },
    { widths: [480], is: 480 },
    { widths: [1500], is: 1500 },
  ])('is $is for the widths $widths', ({ widths, is }) => {
    expect(defaultSize(picture(6000, widths)).width).toBe(is);
  });
});

describe('focusSteps', () => {
  it.each([
    { focus: null, x: null, y: null },
    { focus: { x: 50, y: 48 }, x: null, y: null },
    { focus: { x: 0, y: 100 }, x: 10, y: 90 },
    { focus: { x: 33, y: 71 }, x: 30, y: 70 },
  ])('rounds $focus to a step', ({ focus, x, y }) => {
    expect(focusSteps(focus)).toEqual({ x, y });
  });
});

describe('shapeStep', () => {
  it.each([
    { width: 300, height: 400, step: 75 },
    { width: 1200, height: 800, step: 150 },
    { width: 4032, height: 3024, step: 133 },
    { width: 1080, height: 1920, step: 56 },
    { width: 5000, height: 1000, step: 250 },
    { width: 100, height: 3000, step: 30 },
  ])('rounds $width × $height down to $step hundredths', ({ width, height, step }) => {
    expect(shapeStep({ width, height })).toBe(step);
  });

  it('has a rule in the stylesheet for each step', async () => {
    const css = await readFile(new URL('../app/assets/css/first/prose.css', import.meta.url), 'utf8');
    for (let ratio = 1; ratio < 500; ratio += 1) {
      const step = shapeStep({ width: ratio, height: 100 });
      expect(css).toContain(`[data-shape='${step}'] {\n    --shape: ${step / 100};`);
    }
  });
});

describe('layoutSize', () => {
  it.each([
    { width: 6000, height: 4000, is: { width: 318, height: 212 } },
    { width: 2400, height: 800, is: { width: 318, height: 106 } },
    { width: 1600, height: 2000, is: { width: 320, height: 400 } },
    { width: 300, height: 800, is: { width: 300, height: 800 } },
    { width: 6000, height: 3, is: { width: 161, height: 1 } },
  ])('of $width × $height has the same shape and fits a phone', ({ is, ...picture }) => {
    expect(layoutSize(picture)).toEqual(is);
  });
});
