/** What may be shown of an upload, by the ending of its name. Everything else is not served, whatever the CMS holds. */
const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** As Strapi names an upload and the sizes that it makes of it: words, ten hexadecimal digits, ending. */
const made = /^[\w-]{1,200}_[0-9a-f]{10}\.([a-z]{3,4})$/i;

export interface MediaFile {
  name: string;
  type: string;
  /** Saved rather than shown: a document is nothing to open on the site's own address. */
  download: boolean;
}

/** The upload that a name stands for; undefined for what Strapi would not have made. */
export function mediaFile(name: string): MediaFile | undefined {
  const type = types[made.exec(name)?.[1]?.toLowerCase() ?? ''];
  return type ? { name, type, download: type === 'application/pdf' } : undefined;
}
