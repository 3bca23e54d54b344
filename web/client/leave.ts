import { dropDrafts } from './draft';

/** The link "Leave this site" of the page. */
export const leaveLink = (page: Document): HTMLAnchorElement | null => page.querySelector('a.exit');

/**
 * Blanks the page at once, then goes to `address` in its place: Back does not come back here. (After GOV.UK's "Exit this
 * page". What was read before stays in the browser's history; /help-now says so.) What was typed goes with it, and so do drafts.
 */
export function leave(address: string): void {
  dropDrafts();
  for (const form of document.forms) form.reset();
  const loading = document.createElement('p');
  loading.setAttribute('role', 'alert');
  loading.textContent = 'Loading.';
  document.title = 'Loading';
  document.body.replaceChildren(loading);
  location.replace(address);
}
