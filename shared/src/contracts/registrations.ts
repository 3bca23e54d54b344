import { z } from 'zod';
import { commentLimits, commentNumber, nonce } from './comments.js';
import { day, instant, one, slug } from './envelope.js';
import { line, multilineText } from './free-text.js';
import { calendarFile, price, session, workshopPlaces, workshopStates } from './workshops.js';

/** Characters (code points) that somebody may write who registers. */
export const registrationLimits = {
  name: { least: 1, most: 100 },
  needs: { least: 1, most: 1_000 },
  email: commentLimits.email,
} as const;

/** A registration's public number. */
export const registrationNumber = commentNumber;

/** What can be wrong with a field: the `message` of each issue of the schemas below. */
export const registrationProblems = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'no-consent',
  'no-such-price',
] as const;
export type RegistrationProblem = (typeof registrationProblems)[number];

const needs = z.union(
  [
    z.null(),
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    multilineText(registrationLimits.needs),
  ],
  { error: 'too-long' },
);

/** The fields of the form in the order in which they stand. `price` is a price's number; null where there is none to choose. */
export const registrationFields = z.object({
  name: line(registrationLimits.name),
  email: z
    .string({ error: 'missing' })
    .trim()
    .min(1, { error: 'missing' })
    .max(registrationLimits.email, { error: 'too-long' })
    .pipe(z.email({ error: 'not-an-address' })),
  price: z.union([z.null(), z.int().min(1).max(50)], { error: 'missing' }),
  needs,
  /** Explicit consent to keep access needs, which may say something about health (UK GDPR, Article 9(2)(a)). Asked for with needs only. */
  consent: z.boolean(),
});

const needsConsented = z.object({ needs, consent: z.boolean() });
const hasConsent = (given: { needs: string | null; consent: boolean }): boolean =>
  given.needs === null || given.consent;
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
export const registering = registrationFields.extend({ nonce, trap: z.boolean() }).refine(hasConsent, consentToNeeds);
export type Registering = z.output<typeof registering>;

/** The secret part of the private link of a registration: number, version of the link, and a MAC. */
export const placeToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);
/** The secret of the link that confirms, which goes by mail only: number and a MAC. */
export const confirmPlaceToken = z.string().regex(/^[1-9]\d{0,9}\.[A-Za-z0-9_-]{43}$/);

/**
 * The same for everybody, also for an address that has a place already: `held`, a place is held until `until`, or
 * `waitlist`; confirmed by the email that was sent.
 */
export const registered = z.object({
  number: registrationNumber,
  token: placeToken,
  answer: z.enum(['held', 'waitlist']),
  until: instant,
});
export type Registered = z.infer<typeof registered>;

/**
 * POST /api/workshops/:slug/registrations -> 201, or 200 with the first one's answer if that nonce was sent before; 400
 * (`details.issues`), 404, 409 when nobody can register now (not yet open, closed, under way, past, cancelled).
 */
export const registeredResponse = one(registered);
export type RegisteredResponse = z.infer<typeof registeredResponse>;

/**
 * What a participant is told of their registration. `unconfirmed`: the email was not answered yet; `offered`: a place is held
 * for them until `until`; `over`: it was not confirmed in time, or an offer was passed on or ran out.
 */
export const placeStates = ['unconfirmed', 'registered', 'waiting', 'offered', 'cancelled', 'over'] as const;
export type PlaceState = (typeof placeStates)[number];

/**
 * A registration as its participant sees it. `until` is the end of what is held, or null. `joining` only with a place.
 * `certificate`: it can be had now. `ahead` counts who waits before them. `mayChange`: needs can be changed, the place
 * be cancelled. `version` counts changes; `token` is always the present link's.
 */
export const privatePlace = z.object({
  number: registrationNumber,
  token: placeToken,
  state: z.enum(placeStates),
  until: instant.nullable(),
  ahead: z.number().int().min(0).nullable(),
  wouldHave: z.enum(['held', 'waitlist']),
  workshop: z.object({
    slug,
    title: z.string(),
    state: z.enum(workshopStates),
    sessions: z.array(session).min(1),
    timeZone: z.string(),
    place: z.enum(workshopPlaces),
    venue: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
    mapUrl: z.string().nullable(),
    cancellationTerms: z.string().nullable(),
    cancelledWords: z.string().nullable(),
  }),
  name: z.string(),
  certificateName: z.string(),
  price: price.omit({ number: true }).nullable(),
  paid: z.boolean(),
  howToPay: z.string().nullable(),
  needs: z.string().nullable(),
  joining: z.string().nullable(),
  certificate: z.boolean(),
  mayChange: z.boolean(),
  version: z.number().int().min(1),
  deleted: day,
});
export type PrivatePlace = z.infer<typeof privatePlace>;

/** POST /api/private-places/look {token} -> 200, or 404 for a wrong or ended link */
export const privatePlaceResponse = one(privatePlace);
export type PrivatePlaceResponse = z.infer<typeof privatePlaceResponse>;

/**
 * POST /api/private-places/change -> 200; 400 (`details.issues`); 404; 409 when it was changed meanwhile or can't be changed any more.
 * `certificateName` is how the name stands on the certificate.
 */
export const placeChange = z
  .strictObject({
    token: placeToken,
    version: z.number().int().min(1),
    certificateName: line(registrationLimits.name),
    needs,
    consent: z.boolean(),
  })
  .refine(hasConsent, consentToNeeds);
export type PlaceChange = z.output<typeof placeChange>;

/**
 * POST /api/private-places/cancel, /accept (an offer), /pass-on (an offer) -> 200 with the place as it is then, as often as it is sent; 404;
 * 409 when it can't be done any more (the offer has run out, the workshop has begun).
 */
export const placeCommand = z.strictObject({ token: placeToken });

/** POST /api/private-places/calendar -> 200: the sessions as a calendar entry, only with a place; 404; 409 without one */
export const placeCalendarResponse = one(calendarFile);

/** POST /api/private-places/certificate -> 200: the PDF in base64; 404; 409 when there is none to be had; 422 (`UnprintableName`) when the name has letters that our type lacks */
export const certificateResponse = one(z.object({ number: z.string(), pdf: z.base64() }));
export type CertificateResponse = z.infer<typeof certificateResponse>;

/** What the page says on which somebody confirms: the state, and the link to their private page. */
export const confirmedPlace = z.object({ token: placeToken, state: z.enum(placeStates) });
export type ConfirmedPlace = z.infer<typeof confirmedPlace>;

/** POST /api/private-places/confirm {token} -> 200, as often as it is sent; 404 for a wrong link, and for one whose place has been given back */
export const confirmPlace = z.strictObject({ token: confirmPlaceToken });
export const confirmedPlaceResponse = one(confirmedPlace);
export type ConfirmedPlaceResponse = z.infer<typeof confirmedPlaceResponse>;
