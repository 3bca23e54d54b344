/** Nitro's own list of the files of the build. */
declare module '#nitro-internal-virtual/public-assets' {
  export function getAsset(id: string): { etag: string; type: string } | undefined;
}
