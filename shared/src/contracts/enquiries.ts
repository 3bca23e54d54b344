import { z } from 'zod';
import { emailAddress, maxAddressCharacters } from '../email-address.js';
import { containsPhoneNumber } from '../phone-number.js';
import { commentNumber, nonce, senderNetwork } from './comments.js';
import { day, instant, one, slug } from './envelope.js';
import { line, multilineText, optionalText } from './free-text.js';

/**
 * What a message of the contact form is about. `space` asks to be told when the counsellor has space again; the last
 * two are about personal data: a request (access, correction, erasure), and a complaint about how it was handled.
 */
export const enquiryKinds = ['enquiry', 'space', 'workshop', 'data-request', 'data-complaint'] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

/** Returns whether a message is about personal data: the law says by when these are dealt with. */
export const isAboutData = (kind: EnquiryKind): boolean => kind === 'data-request' || kind === 'data-complaint';

/** How the counsellor answers. A message for `space` is answered by email only. */
export const replyChannels = ['email', 'phone'] as const;
export type ReplyChannel = (typeof replyChannels)[number];

/** Lengths in characters (code points). */
export const enquiryLimits = {
  name: { max: 100 },
  email: maxAddressCharacters,
  phone: { max: 40 },
  goodTimes: { max: 200 },
  text: { min: 2, max: 5_000 },
} as const;

/** The error codes of fields: the `message` of each issue of the schemas below. */
export const enquiryErrorCodes = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'not-a-number',
  'no-consent',
  'no-such-workshop',
] as const;
export type EnquiryErrorCode = (typeof enquiryErrorCodes)[number];

/** Returns whether a message of this kind is nothing without a text. */
const needsText = (kind: EnquiryKind): boolean => kind === 'workshop' || isAboutData(kind);

/**
 * Returns whether the text of a message of this kind needs consent. The law is the reason to store those about personal
 * data (UK GDPR, Article 12; Data Protection Act 2018, section 164A).
 */
const needsConsent = (kind: EnquiryKind): boolean => kind === 'enquiry' || kind === 'workshop';

const phoneNumber = line({ min: 1, max: enquiryLimits.phone.max }).refine(
  (number) => number === '' || containsPhoneNumber(number),
  { error: 'not-a-number' },
);

const workshopSlug = z
  .string()
  .nullable()
  .refine((chosen) => chosen === null || slug.safeParse(chosen).success, { error: 'no-such-workshop' });

/** The fields of the form as they were typed, in its order. What the kind or the channel doesn't ask for is ignored. */
const typedFields = z.object({
  kind: z.enum(enquiryKinds),
  name: z.string().nullable(),
  /** Null while nothing was chosen. */
  channel: z.enum(replyChannels, { error: 'missing' }).nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mayLeaveMessage: z.boolean(),
  goodTimes: z.string().nullable(),
  workshop: z.string().nullable(),
  text: z.string().nullable(),
  consent: z.boolean(),
});
type TypedEnquiry = z.output<typeof typedFields>;

/** Returns the schema of the fields that a message of this kind has, and null or false for all others. */
const fieldsFor = (kind: EnquiryKind, chosen: ReplyChannel | null) => {
  const channel = kind === 'space' ? 'email' : chosen;
  const nothing = z.unknown().transform(() => null);
  const no = z.unknown().transform(() => false);
  const text = needsText(kind) ? multilineText(enquiryLimits.text) : optionalText(enquiryLimits.text);
  return z.object({
    kind: z.literal(kind),
    name: optionalText(enquiryLimits.name).transform((name) => name?.replace(/\s+/gu, ' ') ?? null),
    channel: z
      .unknown()
      .transform(() => channel)
      .pipe(z.enum(replyChannels, { error: 'missing' })),
    email: channel === 'email' ? emailAddress : nothing,
    phone: channel === 'phone' ? phoneNumber : nothing,
    mayLeaveMessage: channel === 'phone' ? z.boolean() : no,
    goodTimes: channel === 'phone' ? optionalText(enquiryLimits.goodTimes) : nothing,
    workshop: kind === 'workshop' ? workshopSlug : nothing,
    text: kind === 'space' ? nothing : text,
    consent: z.boolean(),
  });
};

/** Checks the fields that the kind asks for, all at once, so that every error is reported. */
const forKind = (typed: TypedEnquiry, context: z.core.$RefinementCtx): EnquiryForm => {
  const parsed = fieldsFor(typed.kind, typed.channel).safeParse(typed);
  for (const { path, message } of parsed.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  const hasText = (optionalText(enquiryLimits.text).safeParse(typed.text).data ?? '') !== '';
  if (hasText && needsConsent(typed.kind) && !typed.consent)
    context.addIssue({ code: 'custom', path: ['consent'], message: 'no-consent' });
  return parsed.success ? parsed.data : z.NEVER;
};

/** A message as it is stored: what its kind and its channel do not ask for is null or false. */
export interface EnquiryForm {
  kind: EnquiryKind;
  name: string | null;
  channel: ReplyChannel;
  /** Set if the channel is `email`. */
  email: string | null;
  /** Set if the channel is `phone`, as it was typed. */
  phone: string | null;
  mayLeaveMessage: boolean;
  goodTimes: string | null;
  /** The slug of the workshop that a question is about; null if none was chosen. */
  workshop: string | null;
  text: string | null;
  /**
   * Explicit consent to keep the text, which may be about the sender's health (UK GDPR, Article 9(2)(a)). Required
   * together with a text, except where the law itself requires that it is kept.
   */
  consent: boolean;
}

/** A complete and valid form. */
export const enquiryForm = typedFields.transform(forKind);

/** What the site sends: the form, its nonce, the sender's network, and whether the hidden field was filled in. */
export const enquiryRequest = typedFields
  .extend({ nonce, network: senderNetwork, honeypot: z.boolean() })
  .transform(({ nonce, network, honeypot, ...typed }, context) => ({
    ...forKind(typed, context),
    nonce,
    network,
    honeypot,
  }));
export type EnquiryRequest = z.output<typeof enquiryRequest>;

/** The secret part of a message's private link: its number, the version of the link, and a MAC. */
export const enquiryToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);

/**
 * What was stored. `replyBy` is the promised day; null for `space`, and where the law says by when. `confirms`: an
 * email says that the message has arrived. `earlier` is what was sent with the same form before it was changed: it is
 * still there.
 */
export const sentEnquiry = z.object({
  number: commentNumber,
  kind: z.enum(enquiryKinds),
  channel: z.enum(replyChannels),
  token: enquiryToken,
  replyBy: day.nullable(),
  confirms: z.boolean(),
  earlier: z.object({ at: instant, token: enquiryToken }).nullable(),
});
export type SentEnquiry = z.infer<typeof sentEnquiry>;

/**
 * POST /api/enquiries -> 201, or 200 with the first response if the same was sent with that nonce before; 400
 * (`details.issues`). Whoever asks twice to be told about space is told once.
 */
export const sentEnquiryResponse = one(sentEnquiry);
export type SentEnquiryResponse = z.infer<typeof sentEnquiryResponse>;

/**
 * What the contact page says. `replyBy`: the day by which a message that is sent now is answered, counted in the
 * counsellor's working days; `awayUntil`: she is away until then; `kinds`: those that are taken now; `workshops`: the
 * published ones that are not over, soonest first; `changesAt`: when time alone changes the response.
 */
export const contactPage = z.object({
  replyBy: day,
  awayUntil: instant.nullable(),
  kinds: z.array(z.enum(enquiryKinds)),
  workshops: z.array(z.object({ slug, title: z.string() })),
  changesAt: instant,
});
export type ContactPage = z.infer<typeof contactPage>;

/** GET /api/contact -> 200 */
export const contactPageResponse = one(contactPage);
export type ContactPageResponse = z.infer<typeof contactPageResponse>;

/**
 * A message as its sender sees it. `additions` is what the sender has added since; what the counsellor answered went to
 * the channel and is not shown. `mayAdd`: more can be added now. `deletedOn`: the day on which it is deleted by itself;
 * null while it waits for an answer.
 */
export const privateEnquiry = z.object({
  number: commentNumber,
  token: enquiryToken,
  kind: z.enum(enquiryKinds),
  state: z.enum(['open', 'answered']),
  name: z.string().nullable(),
  channel: z.enum(replyChannels),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mayLeaveMessage: z.boolean(),
  goodTimes: z.string().nullable(),
  workshop: z.object({ title: z.string(), slug: slug.nullable() }).nullable(),
  text: z.string().nullable(),
  additions: z.array(z.object({ at: instant, text: z.string() })),
  sentAt: instant,
  answeredAt: instant.nullable(),
  replyBy: day.nullable(),
  mayAdd: z.boolean(),
  deletedOn: day.nullable(),
});
export type PrivateEnquiry = z.infer<typeof privateEnquiry>;

/** POST /api/private-enquiries/look -> 200, or 404 for a wrong link, and for what was withdrawn or deleted */
export const privateEnquiryResponse = one(privateEnquiry);
export type PrivateEnquiryResponse = z.infer<typeof privateEnquiryResponse>;

/**
 * POST /api/private-enquiries/add -> 200, also if that form was sent before; 400 (`details.issues`); 404; 409 for
 * `space`, and with too many additions that the counsellor has not read.
 */
export const enquiryAddition = z.strictObject({
  token: enquiryToken,
  text: multilineText(enquiryLimits.text),
  nonce,
});
export type EnquiryAddition = z.output<typeof enquiryAddition>;

/** POST /api/private-enquiries/withdraw -> 200 `removed`, or 404. Everything that was sent is deleted. */
export const enquiryCommand = z.strictObject({ token: enquiryToken });

/** How many additions a sender can make that the counsellor has not read. */
export const maxUnreadAdditions = 10;
