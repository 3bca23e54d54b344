const longestSlug = 100;

/**
 * The path that Wix gives a post unless its writer changes it: `/post/` and the title in small letters; whatever is no
 * letter or digit is a hyphen, apostrophes too ("it-s-okay"). Null if nothing is left.
 */
export function wixPath(title: string): string | null {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/gu, '');
  return slug ? `/post/${slug}` : null;
}
