import type { Core } from '@strapi/strapi';
import type { FixedWindowLimiter } from 'shared';
import type { Mutex } from '#src/database/mutex';
import type { LinkKeys } from '#src/security/link-keys';
import type { SendingLimits } from '#src/security/sending-limits';

/** Services that the composition root creates once in a process and everything else takes from here. */
export interface Services {
  /** Keys that private links and links in emails are derived from. */
  readonly linkKeys: LinkKeys;
  /** Notifies the site that content has changed, so that it reads the tag versions at once. Never fails. */
  readonly notifySite: () => void;
  /** Sends queued emails soon; does nothing in a process that delivers none. */
  readonly wakeDelivery: () => void;
  /** One queue for actions that lock a workshop's seats. */
  readonly seatMutex: Mutex;
  /** One queue for actions that lock the diary of introductory calls. */
  readonly diaryMutex: Mutex;
  /** Limits emails to addresses that nobody has confirmed. */
  readonly sendingLimits: SendingLimits;
  /** Limits guesses of the short codes of private links: of one network for one comment, and of all together. */
  readonly codeGuesses: { readonly ofOne: FixedWindowLimiter; readonly ofAll: FixedWindowLimiter };
}

const key = 'quiet-room-services';

/** Called once, by the composition root. */
export const addServices = (strapi: Core.Strapi, services: Services): void => {
  strapi.add(key, () => services);
};

export const servicesOf = (strapi: Core.Strapi): Services => strapi.get<Services>(key);
