declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2';
    /** Each axis is pinned to a value or cut down to a range. */
    variationAxes: Record<string, number | { min: number; max: number }>;
    keepFeatures: readonly string[];
    noHinting: boolean;
  }
  /** The font with the glyphs of `text` alone (https://github.com/papandreou/subset-font#api). */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
