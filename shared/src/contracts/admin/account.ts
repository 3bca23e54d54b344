import { z } from 'zod';
import { instant } from '../envelope.js';

/** The admin's endpoints about one's own two-step sign-in, below `/quiet-room/account`. Every answer is `{ data }`. */

/** `GET /account/second-factor`: whether it is on, since when, and how many recovery codes are left. */
export const secondFactorStatus = z.object({
  enabledAt: instant.nullable(),
  recoveryCodesLeft: z.int().min(0),
});
export type SecondFactorStatus = z.infer<typeof secondFactorStatus>;

/** The current password, which every change of the sign-in asks for. */
export const currentPasswordRequest = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  /** Of two-step sign-in, where it is on. */
  code: z.string().max(100).optional(),
});

/** `POST /account/second-factor/begin`: the key for an authenticator app, in base32 and as a QR code (SVG). */
export const secondFactorSetup = z.object({ key: z.string(), qrCode: z.string() });
export type SecondFactorSetup = z.infer<typeof secondFactorSetup>;

/** A code of six digits from an authenticator app, or a recovery code. */
export const codeRequest = z.strictObject({ code: z.string().trim().min(1).max(40) });

/** `POST /account/second-factor/confirm` and `…/recovery-codes`: the codes, which are shown this once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** What the admin has to ask for before it sends a request again; in `error.details.needs`. */
export const signInNeeds = ['second-factor', 'current-password'] as const;
export type SignInNeed = (typeof signInNeeds)[number];
