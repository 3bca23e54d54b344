/** Older names of zones that browsers still report, with those that people know. */
const newNames = new Map([
  ['America/Godthab', 'America/Nuuk'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Europe/Kiev', 'Europe/Kyiv'],
]);

/** Returns the name that a zone (IANA) has today. */
export const currentZoneName = (zone: string): string => newNames.get(zone) ?? zone;

/** Returns the city that a zone is named after: `New York`, `Buenos Aires`, `Kolkata` for `Asia/Calcutta`. */
export const zoneCity = (zone: string): string => (currentZoneName(zone).split('/').at(-1) ?? zone).replace(/_/g, ' ');
