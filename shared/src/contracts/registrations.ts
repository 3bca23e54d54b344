import { z } from 'zod';
import { emailAddress } from '../email-address.js';
import { commentLimits, commentNumber, nonce, senderNetwork } from './comments.js';
import { day, instant, one, slug } from './envelope.js';
import { line, optionalText } from './free-text.js';
import { calendarFile, price, priceKey, session, workshopFormats, workshopStates } from './workshops.js';

/** The length of each field in characters (code points). */
export const registrationLimits = {
  name: { min: 1, max: 100 },
  accessNeeds: { min: 1, max: 1_000 },
  email: commentLimits.email,
} as const;

/** How many hours a seat or waitlist entry waits for its confirmation, and an offer for its answer, at most. */
export const registrationHours = { pending: 24, offer: 48 } as const;

/** A registration's public number. */
export const registrationNumber = commentNumber;

/** The error codes of fields: the `message` of each issue of the schemas below. */
export const registrationErrorCodes = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'no-consent',
  'no-such-price',
] as const;
export type RegistrationErrorCode = (typeof registrationErrorCodes)[number];

const accessNeeds = optionalText(registrationLimits.accessNeeds);

/** The fields of the form, in its order. `price` is the key of a price; null for a workshop without prices. */
export const registrationFields = z.object({
  name: line(registrationLimits.name),
  email: emailAddress,
  price: z.union([z.null(), priceKey], { error: 'no-such-price' }),
  accessNeeds,
  /**
   * Explicit consent to store access needs, which may reveal something about health (UK GDPR, Article 9(2)(a)). Only
   * required together with access needs.
   */
  consent: z.boolean(),
});

const consentFields = z.object({ accessNeeds, consent: z.boolean() });
const hasConsent = (given: { accessNeeds: string | null; consent: boolean }): boolean =>
  given.accessNeeds === null || given.consent;
/** Reported together with other errors: zod would otherwise refine only data without any. */
const consentRequired = {
  path: ['consent'],
  error: 'no-consent',
  when: ({ value }: z.core.ParsePayload) => consentFields.safeParse(value).success,
};

/** A complete and valid form. */
export const registrationForm = registrationFields.refine(hasConsent, consentRequired);
export type RegistrationForm = z.output<typeof registrationForm>;

/**
 * The form with what the site adds: the nonce of the form token, and the network that it was sent from.
 */
export const registrationRequest = registrationFields
  .extend({ nonce, network: senderNetwork })
  .refine(hasConsent, consentRequired);
export type RegistrationRequest = z.output<typeof registrationRequest>;

/** The secret part of a registration's private link: its number, the version of the link, and a MAC. */
export const registrationToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);
/** The secret part of the link that confirms, which is only sent by email: the registration's number, and a MAC. */
export const confirmationToken = z.string().regex(/^[1-9]\d{0,9}\.[A-Za-z0-9_-]{43}$/);

/**
 * What is reserved until `until`, while the email is not confirmed. The receipt looks the same for an address that is
 * registered already, so that nobody can find out who takes part. `earlier` is what was sent with the same form before
 * it was changed: that email went to another address, or spoke of another price, and is still waiting for an answer.
 */
export const registrationReceipt = z.object({
  number: registrationNumber,
  token: registrationToken,
  reserved: z.enum(['seat', 'waitlist']),
  until: instant,
  earlier: z.object({ at: instant, email: z.string(), token: registrationToken }).nullable(),
});
export type RegistrationReceipt = z.infer<typeof registrationReceipt>;

/**
 * POST /api/workshops/:slug/registrations -> 201, or 200 with the first response if the same was sent with that nonce
 * before; 400 (`details.issues`); 404; 409 when nobody can register now (not yet open, closed, under way, past,
 * cancelled); 429 when no further email can be sent to that address now (`details.limit`), whether or not it is
 * registered already.
 */
export const registrationReceiptResponse = one(registrationReceipt);
export type RegistrationReceiptResponse = z.infer<typeof registrationReceiptResponse>;

/**
 * The states of a registration as its participant sees them. `unconfirmed`: the email has not been confirmed yet;
 * `offered`: a seat is reserved until `until`; `expired`: an offer was declined or has run out.
 */
export const registrationStates = [
  'unconfirmed',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
  'expired',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/**
 * A registration as its participant sees it. `until` is when a reserved seat expires. `ahead` counts those who are
 * earlier on the waitlist. `joining` is null without a confirmed seat. `certificate`: there is one to download.
 * `canChange`: access needs can be changed and the registration cancelled. `version` rises with each change. `token`
 * belongs to the current private link.
 */
export const privateRegistration = z.object({
  number: registrationNumber,
  token: registrationToken,
  state: z.enum(registrationStates),
  until: instant.nullable(),
  ahead: z.number().int().min(0).nullable(),
  reserved: z.enum(['seat', 'waitlist']),
  workshop: z.object({
    slug,
    title: z.string(),
    state: z.enum(workshopStates),
    sessions: z.array(session).min(1),
    timeZone: z.string(),
    namesZone: z.boolean(),
    format: z.enum(workshopFormats),
    venue: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
    mapUrl: z.string().nullable(),
    cancellationTerms: z.string().nullable(),
    cancellationMessage: z.string().nullable(),
  }),
  name: z.string(),
  certificateName: z.string(),
  price: price.omit({ key: true }).nullable(),
  paid: z.boolean(),
  howToPay: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  joining: z.string().nullable(),
  certificate: z.boolean(),
  canChange: z.boolean(),
  version: z.number().int().min(1),
  deletedOn: day,
});
export type PrivateRegistration = z.infer<typeof privateRegistration>;

/** POST /api/private-registrations/look {token} -> 200, or 404 for a wrong or revoked link */
export const privateRegistrationResponse = one(privateRegistration);
export type PrivateRegistrationResponse = z.infer<typeof privateRegistrationResponse>;

/**
 * POST /api/private-registrations/change -> 200; 400 (`details.issues`); 404; 409 when someone else has changed it
 * meanwhile, or it can't be changed any more. `certificateName` is the name as the certificate shows it.
 */
export const registrationChange = z
  .strictObject({
    token: registrationToken,
    version: z.number().int().min(1),
    certificateName: line(registrationLimits.name),
    accessNeeds,
    consent: z.boolean(),
  })
  .refine(hasConsent, consentRequired);
export type RegistrationChange = z.output<typeof registrationChange>;

/**
 * POST /api/private-registrations/cancel, /accept (an offer), /decline (an offer) -> 200 with the registration as it is
 * afterwards, also when sent again; 404; 409 when it is too late (the offer has run out, the workshop has begun).
 */
export const registrationCommand = z.strictObject({ token: registrationToken });

/** POST /api/private-registrations/calendar -> 200 with the sessions as a calendar file; 404; 409 without a seat */
export const registrationCalendarResponse = one(calendarFile);

/**
 * POST /api/private-registrations/certificate -> 200 with the PDF in base64; 404; 409 when there is no certificate; 422
 * (`UnprintableName`) when the name contains letters that the fonts lack
 */
export const certificateResponse = one(z.object({ number: z.string(), pdf: z.base64() }));
export type CertificateResponse = z.infer<typeof certificateResponse>;

/**
 * What the confirmation page shows: the state, and the token of the private link, which replaces any that was given out
 * before. `isOther`: another registration of the address was confirmed before, and this is that one.
 */
export const confirmedRegistration = z.object({
  token: registrationToken,
  state: z.enum(registrationStates),
  isOther: z.boolean(),
});
export type ConfirmedRegistration = z.infer<typeof confirmedRegistration>;

/**
 * POST /api/private-registrations/confirm {token} -> 200, also when sent again; 404 for a wrong link, and for a
 * registration that is cancelled or has expired
 */
export const registrationConfirmation = z.strictObject({ token: confirmationToken });
export const confirmedRegistrationResponse = one(confirmedRegistration);
export type ConfirmedRegistrationResponse = z.infer<typeof confirmedRegistrationResponse>;

/**
 * POST /api/private-registrations/disown {token} -> 200, also when sent again: the owner of the address did not
 * register. The place is given back, its private links end, and nothing more is sent to that address about it; 404 for
 * a wrong link, and for a registration that has expired; 409 if it was confirmed.
 */
export const disownedRegistrationResponse = one(z.object({ disowned: z.literal(true) }));
