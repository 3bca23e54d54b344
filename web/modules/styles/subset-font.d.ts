declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2';
    /** Pins each axis to a value or limits it to a range. */
    variationAxes: Record<string, number | { min: number; max: number }>;
    keepFeatures: readonly string[];
    noHinting: boolean;
  }
  /**
   * Returns the font with the glyphs of `text` alone.
   *
   * @see https://github.com/papandreou/subset-font#api
   */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
