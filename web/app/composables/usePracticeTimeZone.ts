import { type Practice, timeZones } from 'shared';
import type { InjectionKey } from 'vue';

const key: InjectionKey<string> = Symbol('practice time zone');

/** Lets everything inside this component read dates in the practice's time zone; the usual one while it is unknown. */
export const providePracticeTimeZone = (practice: Practice | null): void =>
  provide(key, practice?.timeZone ?? timeZones[0]);

/** Returns the time zone (IANA) in which the site's dates are read: where the counsellor works. */
export const usePracticeTimeZone = (): string => inject(key, timeZones[0]);
