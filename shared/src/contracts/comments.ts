import { z } from 'zod';
import { instant, many, one, pagination, slug } from './envelope.js';
import { line, multilineText } from './free-text.js';

/** Whom a comment is for. What is for the counsellor is never published. */
export const audiences = ['everyone', 'counsellor'] as const;
export type Audience = (typeof audiences)[number];

/** Characters (code points) that a reader may write. */
export const commentLimits = { name: { min: 1, max: 60 }, text: { min: 2, max: 5_000 }, email: 254 } as const;

/** A comment's public number, as it stands in its permalink and in the short code. */
export const commentNumber = z.number().int().positive().max(2_147_483_647);

/** What can be wrong with a field that a reader filled in: the `message` of each issue of the schemas below. */
export const fieldProblems = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'no-consent',
  'address-needed',
  'address-without-use',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

const noAddress = z
  .string()
  .trim()
  .length(0)
  .transform(() => null);
const someAddress = z
  .string()
  .trim()
  .max(commentLimits.email, { error: 'too-long' })
  .pipe(z.email({ error: 'not-an-address' }));
const optionalAddress = z.union([z.null(), noAddress, someAddress], { error: 'not-an-address' });

/** Where a reader of a form has to look first; the fields of the form in the order in which they stand. */
export const commentFields = z.object({
  name: line(commentLimits.name),
  email: optionalAddress,
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
  email: string | null;
  notifyOnApproval: boolean;
  notifyOnReply: boolean;
}

const addressAndUse = ({ value, issues }: z.core.ParsePayload<AddressAndUse>): void => {
  const wanted = value.notifyOnApproval || value.notifyOnReply;
  const problem =
    wanted && value.email === null ? 'address-needed' : !wanted && value.email !== null ? 'address-without-use' : null;
  if (problem) issues.push({ code: 'custom', path: ['email'], message: problem, input: value.email });
};

/**
 * What a reader types into the comment form, complete and valid. An address is given exactly when something is to be
 * told.
 */
export const commentForm = commentFields.check(addressAndUse);
export type CommentForm = z.output<typeof commentForm>;

/** Names one sending for good: the same nonce sent twice is one comment. 128 random bits, base64url. */
export const nonce = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * What the site adds to a form: whom it answers, the honeypot that people don't see, and how old the form's stamp was
 * (seconds).
 */
export const submission = commentFields
  .extend({
    nonce,
    parent: commentNumber.nullable(),
    honeypot: z.boolean(),
    formTokenAge: z.number().int().min(0).max(90_000),
  })
  .check(addressAndUse);
export type Submission = z.output<typeof submission>;

/** The secret part of a private link: public number, version of the link and a MAC over both. */
export const privateToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);
/**
 * The eight characters to write down, in Crockford's base 32 (no I, L, O, U); small letters, spaces and hyphens are
 * forgiven.
 */
export const privateCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));

/**
 * `confirms`: an address was given, so an email asks to confirm it unless that was done before. It is never said which:
 * anybody can type anybody's address.
 */
export const sentComment = z.object({
  number: commentNumber,
  audience: z.enum(audiences),
  token: privateToken,
  code: z.string(),
  confirms: z.boolean(),
});
export type SentComment = z.infer<typeof sentComment>;

/**
 * POST /api/posts/:slug/comments -> 201, or 200 with the first one's answer if that nonce was sent before; 400
 * (`details.issues`: path and problem of each field), 404 when the post or what it answers is not there, 409 when
 * comments are closed or what it answers can't be answered.
 */
export const submissionResponse = one(sentComment);
export type SubmissionResponse = z.infer<typeof submissionResponse>;

/** Why nothing can be written now: the post says so, it is too old, or she is away (`until`, with her kind line). */
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

/** Who wrote it: the counsellor by her name, or a reader by the name that they chose; null once it was taken off. */
export const writer = z.object({ kind: z.enum(['counsellor', 'reader']), name: z.string().nullable() });
export type Writer = z.infer<typeof writer>;

/**
 * A comment as everybody sees it. `text` is plain text, empty lines between paragraphs. One that was removed and has
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

/** GET /api/posts/:slug/comments?page= -> 200, or 404: threads, oldest first, each with all its replies, oldest first.
 * `count` counts comments and replies that can be read; `changesAt` is when the clock alone changes this answer. */
export const threadsQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
export const threadsResponse = z.object({
  data: z.array(thread),
  meta: z.object({
    pagination,
    count: z.number().int().min(0),
    openness,
    readersMayReply: z.boolean(),
    changesAt: instant.nullable(),
  }),
});
export type ThreadsResponse = z.infer<typeof threadsResponse>;

/** Where a comment is read (`page` of its post's threads), and the comment itself, for the form that answers it. */
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

/**
 * GET /api/posts/:slug/latest-comments -> 200, or 404: who and when, newest first, without text; for the feed (50 at
 * most)
 */
export const latestCommentsResponse = many(publicComment.pick({ number: true, at: true, by: true }));
export type LatestCommentsResponse = z.infer<typeof latestCommentsResponse>;
