import type { Seo } from 'shared';
import { textOrNull } from './nullable';
import { pictureFields, pictureOf, type StoredFile } from './picture';

export interface StoredSeo {
  title: string | null;
  description: string | null;
  image: StoredFile | null;
  noindex: boolean | null;
}

/** Returns what search engines and previews are told instead of title, summary and cover. */
export const seoOf = (seo: StoredSeo | null): Seo => ({
  title: textOrNull(seo?.title),
  description: textOrNull(seo?.description),
  image: pictureOf(seo?.image),
  noindex: seo?.noindex ?? false,
});

export const seoFields = { populate: { image: { select: pictureFields } } };
