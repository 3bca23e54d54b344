import { z } from 'zod';
import { audiences, commentFields, commentNumber, privateCode, privateToken } from './comments.js';
import { instant, one, slug } from './envelope.js';

/** How a writer shows that it is theirs: the private link's secret, or the number with the short code. */
export const privateKey = z.union([
  z.strictObject({ token: privateToken }),
  z.strictObject({ number: commentNumber, code: privateCode }),
]);
export type PrivateKey = z.input<typeof privateKey>;

/** What a writer is told. What was put aside as spam reads as `waiting`: nobody is called that to their face. */
export const privateStates = ['waiting', 'approved', 'declined', 'read'] as const;

/**
 * A comment as its writer sees it. `onPage` while it can be read there. `mayChange`: no decision yet.
 * `replies` are the counsellor's answers to a note. `address`: null without one, else whether the email about this
 * very comment was answered; whether the address is known from elsewhere is not said, for anybody can type anybody's.
 * `version` counts changes of the text; `token` is always the present link's. `post` is null once it was deleted.
 */
export const privateComment = z.object({
  number: commentNumber,
  token: privateToken,
  code: z.string(),
  post: z.object({ slug, title: z.string() }).nullable(),
  audience: z.enum(audiences),
  state: z.enum(privateStates),
  hidden: z.boolean(),
  name: z.string().nullable(),
  text: z.string(),
  version: z.number().int().min(1),
  sentAt: instant,
  decidedAt: instant.nullable(),
  mayChange: z.boolean(),
  onPage: z.boolean(),
  hasReplies: z.boolean(),
  replies: z.array(z.object({ text: z.string(), at: instant })),
  address: z.enum(['confirmed', 'unconfirmed']).nullable(),
  notifyOnApproval: z.boolean(),
  notifyOnReply: z.boolean(),
});
export type PrivateComment = z.infer<typeof privateComment>;

/**
 * POST /api/private-comments/look {token} or {number, code} -> 200; 404 for a wrong or ended one; 429 after too many
 * wrong codes
 */
export const privateCommentResponse = one(privateComment);
export type PrivateCommentResponse = z.infer<typeof privateCommentResponse>;

/**
 * POST /api/private-comments/change -> 200; 400 (`details.issues`); 404; 409 when it was decided or changed meanwhile
 */
export const privateChange = z.strictObject({
  token: privateToken,
  version: z.number().int().min(1),
  name: commentFields.shape.name,
  text: commentFields.shape.text,
});
export type PrivateChange = z.input<typeof privateChange>;

/**
 * What else a writer can do: POST /api/private-comments/take-name-off -> 200,
 * POST /api/private-comments/renew-link -> 200 with the new link (the old one ends), or 404;
 * POST /api/private-comments/delete -> 200 `removed`, or 404.
 */
export const privateCommand = z.strictObject({ token: privateToken });
export const removedResponse = one(z.object({ removed: z.literal(true) }));
