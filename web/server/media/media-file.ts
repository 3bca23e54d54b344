/**
 * The content types of the uploads that are served, by file extension. All others are not served, whatever the CMS
 * stores.
 */
const contentTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** How Strapi names an upload and its resized copies: a slug, ten hexadecimal digits, the extension. */
const uploadName = /^[\w-]{1,200}_[0-9a-f]{10}\.([a-z]{3,4})$/i;

export interface MediaFile {
  name: string;
  contentType: string;
  /** Documents are saved rather than shown: they must not open on the site's own origin. */
  isDownload: boolean;
}

/** Returns the upload with this name, or undefined for a name that Strapi would not have given. */
export function mediaFile(name: string): MediaFile | undefined {
  const contentType = contentTypes[uploadName.exec(name)?.[1]?.toLowerCase() ?? ''];
  return contentType ? { name, contentType, isDownload: contentType === 'application/pdf' } : undefined;
}
