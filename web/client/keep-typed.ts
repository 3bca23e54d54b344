/**
 * Keeps what was typed while other times are looked at: once there is something to lose, a link to them, and the choice
 * of a zone, press a button of the form instead, as on the page that its server answers with.
 */
export function keepTyped(page: Document): void {
  const zoneForm = page.querySelector<HTMLFormElement>('#zone-form');
  const form = page.querySelector<HTMLFormElement>('#zone-form ~ form');
  if (!zoneForm || !form) return;

  const instead = (event: Event, query: URLSearchParams) => {
    if (![...new FormData(form)].some(([name, value]) => value && !/^(formToken|from|zone)$/.test(name))) return;
    event.preventDefault();
    const button = page.createElement('button');
    const zone = page.createElement('input');
    zone.type = 'hidden';
    button.name = 'show';
    button.value = query.get('from') ?? '';
    zone.name = 'zone';
    zone.value = query.get('zone') ?? '';
    form.prepend(zone, button);
    button.click();
    // What is sent is read at the click. Whoever comes back finds the form as it was.
    zone.remove();
    button.remove();
  };
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="/book?"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) instead(event, new URLSearchParams(link.search));
  });
  zoneForm.onsubmit = (event) => instead(event, new URLSearchParams([...new FormData(zoneForm)] as [string, string][]));
}
