import { z } from 'zod';
import { commentLimits, commentNumber, nonce } from './comments.js';
import { day, instant, one, slug } from './envelope.js';
import { line, multilineText } from './free-text.js';
import { calendarFile, price, session, workshopFormats, workshopStates } from './workshops.js';

/** Characters (code points) that somebody may write who registers. */
export const registrationLimits = {
  name: { min: 1, max: 100 },
  accessNeeds: { min: 1, max: 1_000 },
  email: commentLimits.email,
} as const;

/** A registration's public number. */
export const registrationNumber = commentNumber;

/** What can be wrong with a field: the `message` of each issue of the schemas below. */
export const registrationErrorCodes = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'no-consent',
  'no-such-price',
] as const;
export type RegistrationErrorCode = (typeof registrationErrorCodes)[number];

const needs = z.union(
  [
    z.null(),
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    multilineText(registrationLimits.accessNeeds),
  ],
  { error: 'too-long' },
);

/**
 * The fields of the form in the order in which they stand. `price` is a price's number; null where there is none to
 * choose.
 */
export const registrationFields = z.object({
  name: line(registrationLimits.name),
  email: z
    .string({ error: 'missing' })
    .trim()
    .min(1, { error: 'missing' })
    .max(registrationLimits.email, { error: 'too-long' })
    .pipe(z.email({ error: 'not-an-address' })),
  price: z.union([z.null(), z.int().min(1).max(50)], { error: 'missing' }),
  accessNeeds: needs,
  /**
   * Explicit consent to keep access needs, which may say something about health (UK GDPR, Article 9(2)(a)). Asked for
   * with needs only.
   */
  consent: z.boolean(),
});

const needsConsented = z.object({ accessNeeds: needs, consent: z.boolean() });
const hasConsent = (given: { accessNeeds: string | null; consent: boolean }): boolean =>
  given.accessNeeds === null || given.consent;
/** Said with what else is wrong, not only once that is mended. */
const consentToNeeds = {
  path: ['consent'],
  error: 'no-consent',
  when: ({ value }: z.core.ParsePayload) => needsConsented.safeParse(value).success,
};

/** What somebody types who registers, complete and valid. */
export const registrationForm = registrationFields.refine(hasConsent, consentToNeeds);
export type RegistrationForm = z.output<typeof registrationForm>;

/** What the site adds: the nonce of the form's stamp, and whether the trap was filled in that people don't see. */
export const registrationRequest = registrationFields
  .extend({ nonce, honeypot: z.boolean() })
  .refine(hasConsent, consentToNeeds);
export type RegistrationRequest = z.output<typeof registrationRequest>;

/** The secret part of the private link of a registration: number, version of the link, and a MAC. */
export const registrationToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);
/** The secret of the link that confirms, which goes by mail only: number and a MAC. */
export const confirmationToken = z.string().regex(/^[1-9]\d{0,9}\.[A-Za-z0-9_-]{43}$/);

/**
 * The same for everybody, also for an address that has a place already: `held`, a place is held until `until`, or
 * `waitlist`; confirmed by the email that was sent.
 */
export const registrationReceipt = z.object({
  number: registrationNumber,
  token: registrationToken,
  reserved: z.enum(['seat', 'waitlist']),
  until: instant,
});
export type RegistrationReceipt = z.infer<typeof registrationReceipt>;

/**
 * POST /api/workshops/:slug/registrations -> 201, or 200 with the first one's answer if that nonce was sent before; 400
 * (`details.issues`), 404, 409 when nobody can register now (not yet open, closed, under way, past, cancelled).
 */
export const registrationReceiptResponse = one(registrationReceipt);
export type RegistrationReceiptResponse = z.infer<typeof registrationReceiptResponse>;

/**
 * What a participant is told of their registration. `unconfirmed`: the email was not answered yet; `offered`: a place
 * is held for them until `until`; `over`: it was not confirmed in time, or an offer was passed on or ran out.
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
 * A registration as its participant sees it. `until` is the end of what is held, or null. `joining` only with a place.
 * `certificate`: it can be had now. `ahead` counts who waits before them. `mayChange`: needs can be changed, the place
 * be cancelled. `version` counts changes; `token` is always the present link's.
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
    format: z.enum(workshopFormats),
    venue: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
    mapUrl: z.string().nullable(),
    cancellationTerms: z.string().nullable(),
    cancellationMessage: z.string().nullable(),
  }),
  name: z.string(),
  certificateName: z.string(),
  price: price.omit({ number: true }).nullable(),
  paid: z.boolean(),
  howToPay: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  joining: z.string().nullable(),
  certificate: z.boolean(),
  canChange: z.boolean(),
  version: z.number().int().min(1),
  deleted: day,
});
export type PrivateRegistration = z.infer<typeof privateRegistration>;

/** POST /api/private-registrations/look {token} -> 200, or 404 for a wrong or ended link */
export const privateRegistrationResponse = one(privateRegistration);
export type PrivateRegistrationResponse = z.infer<typeof privateRegistrationResponse>;

/**
 * POST /api/private-registrations/change -> 200; 400 (`details.issues`); 404; 409 when it was changed meanwhile or
 * can't be changed any more.
 * `certificateName` is how the name stands on the certificate.
 */
export const registrationChange = z
  .strictObject({
    token: registrationToken,
    version: z.number().int().min(1),
    certificateName: line(registrationLimits.name),
    accessNeeds: needs,
    consent: z.boolean(),
  })
  .refine(hasConsent, consentToNeeds);
export type RegistrationChange = z.output<typeof registrationChange>;

/**
 * POST /api/private-registrations/cancel, /accept (an offer), /pass-on (an offer) -> 200 with the place as it is then,
 * as often as it is sent; 404;
 * 409 when it can't be done any more (the offer has run out, the workshop has begun).
 */
export const registrationCommand = z.strictObject({ token: registrationToken });

/**
 * POST /api/private-registrations/calendar -> 200: the sessions as a calendar entry, only with a place; 404; 409
 * without one
 */
export const registrationCalendarResponse = one(calendarFile);

/**
 * POST /api/private-registrations/certificate -> 200: the PDF in base64; 404; 409 when there is none to be had; 422
 * (`UnprintableName`) when the name has letters that our type lacks
 */
export const certificateResponse = one(z.object({ number: z.string(), pdf: z.base64() }));
export type CertificateResponse = z.infer<typeof certificateResponse>;

/** What the page says on which somebody confirms: the state, and the link to their private page. */
export const confirmedRegistration = z.object({ token: registrationToken, state: z.enum(registrationStates) });
export type ConfirmedRegistration = z.infer<typeof confirmedRegistration>;

/**
 * POST /api/private-registrations/confirm {token} -> 200, as often as it is sent; 404 for a wrong link, and for one
 * whose place has been given back
 */
export const registrationConfirmation = z.strictObject({ token: confirmationToken });
export const confirmedRegistrationResponse = one(confirmedRegistration);
export type ConfirmedRegistrationResponse = z.infer<typeof confirmedRegistrationResponse>;
