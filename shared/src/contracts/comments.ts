import { z } from 'zod';
import { maxAddressCharacters, optionalEmailAddress } from '../email-address.js';
import { instant, many, one, pagination, slug } from './envelope.js';
import { line, multilineText } from './free-text.js';

/** Whom a comment is for. A private note, for the counsellor only, is never published. */
export const audiences = ['everyone', 'counsellor'] as const;
export type Audience = (typeof audiences)[number];

/** Lengths in characters (code points). */
export const commentLimits = {
  name: { min: 1, max: 60 },
  text: { min: 2, max: 5_000 },
  email: maxAddressCharacters,
} as const;

/** A character has at most four bytes of UTF-8, each percent-encoded as three, such as `%F0`. */
const maxBytesPerCharacter = 4 * 3;
const bytesForOtherFields = 5 * 1024;
/**
 * How large the body of a form may be, in bytes: the longest comment in any script, percent-encoded, with the fields
 * beside it, rounded up to whole kilobytes (64 kB for 5,000 characters).
 */
export const maxFormBytes =
  Math.ceil((commentLimits.text.max * maxBytesPerCharacter + bytesForOtherFields) / 1024) * 1024;

/** A comment's public number, as in its permalink. */
export const commentNumber = z.number().int().positive().max(2_147_483_647);

/** Error codes of the form's fields: the `message` of each issue of the schemas below. */
export const commentErrorCodes = ['missing', 'too-short', 'too-long', 'not-an-address', 'no-consent'] as const;
export type CommentErrorCode = (typeof commentErrorCodes)[number];

/** The fields in the order of the form, in which errors are listed. */
export const commentFields = z.object({
  name: line(commentLimits.name),
  email: optionalEmailAddress,
  text: multilineText(commentLimits.text),
  audience: z.enum(audiences, { error: 'missing' }),
  /** 'Tell me when it appears.' */
  notifyOnApproval: z.boolean(),
  /** 'Tell me when someone replies.' */
  notifyOnReply: z.boolean(),
  /** Explicit consent to keep it: what people write here may be about their health (UK GDPR, Article 9(2)(a)). */
  consent: z.literal(true, { error: 'no-consent' }),
});

interface AddressAndUse {
  audience: Audience;
  email: string | null;
  notifyOnApproval: boolean;
  notifyOnReply: boolean;
}

/** What a reader gave of an address and its use, where only both together are of any. */
export const addressMismatches = ['address-without-use', 'use-without-address'] as const;
export type AddressMismatch = (typeof addressMismatches)[number];

/**
 * Returns what of an address and its use is missing; null if both are there, or neither. A private note is on no page:
 * its address can only be for saying that there is an answer, and nothing has to be ticked.
 */
export const addressMismatch = (form: AddressAndUse): AddressMismatch | null => {
  const isWanted = form.audience === 'counsellor' || form.notifyOnApproval || form.notifyOnReply;
  if (form.email !== null && !isWanted) return 'address-without-use';
  return form.email === null && (form.notifyOnApproval || form.notifyOnReply) ? 'use-without-address' : null;
};

/**
 * Keeps an address only with what it is for: without a use there is no consent to keep it. The comment itself is never
 * refused for that, because its writer may be in danger; the page after sending says what happened to the address.
 */
const withUseOfAddress = <Form extends AddressAndUse>(form: Form): Form => {
  if (form.email === null || addressMismatch(form) !== null)
    return { ...form, email: null, notifyOnApproval: false, notifyOnReply: false };
  return form.audience === 'counsellor' ? { ...form, notifyOnApproval: false, notifyOnReply: true } : form;
};

/**
 * A complete and valid comment form. It has an address if and only if the reader wants an email; with a note, the
 * address alone says so.
 */
export const commentForm = commentFields.transform(withUseOfAddress);
export type CommentForm = z.output<typeof commentForm>;

/**
 * The idempotency key of a form: 128 random bits, base64url. The same content sent twice with one nonce is stored once;
 * other content is another sending.
 */
export const nonce = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * The network that a form was sent from, as a keyed hash of 128 bits (base64url), so that the CMS can limit what one
 * network causes. It is counted in memory and never stored; null where the site does not know it.
 */
export const senderNetwork = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .nullable();

/**
 * What the site sends to the CMS: the form, the comment that it replies to, and whether the hidden field that people
 * don't see was filled in.
 */
export const submission = commentFields
  .extend({
    nonce,
    parent: commentNumber.nullable(),
    honeypot: z.boolean(),
    network: senderNetwork,
  })
  .transform(withUseOfAddress);
export type Submission = z.output<typeof submission>;

/** The secret part of a private link: the comment's number, the version of the link, and a MAC of both. */
export const privateToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);
/**
 * The eight characters that a reader writes down. Lower case, spaces and hyphens are accepted, and I, L and O are read
 * as 1 and 0.
 * @see https://www.crockford.com/base32.html
 */
export const privateCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));

/**
 * The outcome of a submission. `confirms`: an address was given and emails can go out, so one asks to confirm it unless it
 * is confirmed already. The response never says which, because anybody can type anybody's address. `earlier` is what was sent with
 * the same form before it was changed: it is still there.
 */
export const sentComment = z.object({
  number: commentNumber,
  audience: z.enum(audiences),
  token: privateToken,
  code: z.string(),
  confirms: z.boolean(),
  earlier: z.object({ at: instant, audience: z.enum(audiences), token: privateToken }).nullable(),
});
export type SentComment = z.infer<typeof sentComment>;

/**
 * POST /api/posts/:slug/comments -> 201, or 200 with the first response if the same was sent with that nonce before; 400
 * (`details.issues`: path and error code of each field); 404 if the post or the parent does not exist; 409 if comments
 * are closed or the parent can't be replied to.
 */
export const submissionResponse = one(sentComment);
export type SubmissionResponse = z.infer<typeof submissionResponse>;

/** Why comments are closed: the post's own switch, its age, or the counsellor's absence (`until`, with a message). */
export const closedReasons = ['post', 'age', 'away'] as const;
export const openness = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true) }),
  z.object({
    open: z.literal(false),
    why: z.enum(closedReasons),
    until: instant.nullable(),
    message: z.string().nullable(),
  }),
]);
export type Openness = z.infer<typeof openness>;

/** Who wrote a comment. `name` is null once its writer has removed it. */
export const writer = z.object({ kind: z.enum(['counsellor', 'reader']), name: z.string().nullable() });
export type Writer = z.infer<typeof writer>;

/**
 * A comment as everyone sees it. `text` is plain text with empty lines between paragraphs. A removed comment that has
 * replies keeps its place without name or text. `answers` is set on a reply to a reply.
 */
export const publicComment = z.object({
  number: commentNumber,
  at: instant,
  by: writer,
  text: z.string().nullable(),
  removed: z.enum(['by its writer', 'by the counsellor']).nullable(),
  answers: z.object({ number: commentNumber, name: z.string().nullable() }).nullable(),
});
export type PublicComment = z.infer<typeof publicComment>;

export const thread = publicComment.extend({ replies: z.array(publicComment) });
export type Thread = z.infer<typeof thread>;

export const threadsPerPage = 20;

/**
 * GET /api/posts/:slug/comments?page= -> 200, or 404: threads with all their replies, oldest first. `post` is what they
 * are about; `count` counts the comments and replies that can be read; `changesAt` is when time alone changes the
 * response.
 */
export const threadsQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
export const threadsResponse = z.object({
  data: z.array(thread),
  meta: z.object({
    post: z.object({ slug, title: z.string() }),
    pagination,
    count: z.number().int().min(0),
    openness,
    readersMayReply: z.boolean(),
    changesAt: instant.nullable(),
  }),
});
export type ThreadsResponse = z.infer<typeof threadsResponse>;

/** The post and page of threads that a comment is on, and the comment itself, for the form that replies to it. */
export const commentLocation = z.object({
  post: z.object({ slug, title: z.string() }),
  page: z.number().int().min(1),
  comment: publicComment,
  mayBeAnswered: z.boolean(),
});
export type CommentLocation = z.infer<typeof commentLocation>;

/** GET /api/comments/:number -> 200, or 404 for one that readers can't see */
export const commentLocationResponse = one(commentLocation);
export type CommentLocationResponse = z.infer<typeof commentLocationResponse>;

/** GET /api/posts/:slug/latest-comments -> 200, or 404: for the feed, at most 50, newest first, without text. */
export const latestCommentsResponse = many(publicComment.pick({ number: true, at: true, by: true }));
export type LatestCommentsResponse = z.infer<typeof latestCommentsResponse>;
