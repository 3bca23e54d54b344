/** What `aria-current` says of a link to `path` on the page `here`: this page, a page below it, or nothing. */
export function current(path: string, here: string): 'page' | 'true' | undefined {
  const at = here.replace(/\/+$/, '') || '/';
  if (at === path) return 'page';
  return path !== '/' && at.startsWith(`${path}/`) ? 'true' : undefined;
}
