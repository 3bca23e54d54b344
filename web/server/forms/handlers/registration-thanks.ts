import { registered } from 'shared';
import { z } from 'zod';
import type { Unsealed } from '#server/forms/sealed-state';

/** What the page after registering is sealed with: the address, so that a typing mistake in it is seen at once. */
const thanks = registered.extend({ email: z.string(), title: z.string(), timeZone: z.string() });
export type RegistrationThanks = z.infer<typeof thanks>;

/** What that page may still say; `over` after ten minutes; null for an address that nobody here made. */
export function registrationThanksOf(unsealed: Unsealed): RegistrationThanks | 'over' | null {
  if (unsealed.state === 'expired') return 'over';
  return unsealed.state === 'open' ? (thanks.safeParse(unsealed.value).data ?? null) : null;
}
