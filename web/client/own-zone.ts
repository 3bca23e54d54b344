import { currentZoneName, zoneCity } from '../shared/zone-names';
import { localTime } from './local-time';

/**
 * Offers the times of a page in the reader's own zone, where its clocks show something else. The page stays as it is
 * until the link is followed.
 *
 * @param ownZone the browser's zone (IANA)
 */
export function offerOwnZone(page: Document, ownZone: string, search: string): void {
  const beside = page.querySelector<HTMLElement>('[data-zone-shown]');
  const { zoneShown = '' } = beside?.dataset ?? {};
  const starts = Array.from(page.querySelectorAll<HTMLInputElement>('input[name="starts"]'), ({ value }) => value);
  // Without a city, as `UTC` and `GMT`, a zone says more about the device's settings than about where it is.
  if (!beside || !ownZone.includes('/') || starts.every((start) => localTime(start, zoneShown, ownZone) === '')) return;
  const query = new URLSearchParams(search);
  query.set('zone', currentZoneName(ownZone));
  const link = page.createElement('a');
  link.href = `/book?${query}`;
  link.textContent = `Show times in ${zoneCity(ownZone)} time`;
  const line = page.createElement('p');
  line.append(link);
  beside.before(line);
}
