import { z } from 'zod';
import {
  audiences,
  commentFields,
  commentNumber,
  nonce,
  privateCode,
  privateToken,
  senderNetwork,
} from './comments.js';
import { instant, one, slug } from './envelope.js';

/** How writers prove that a comment is theirs: the token of the private link, or the number with the short code. */
export const privateKey = z.union([
  z.strictObject({ token: privateToken }),
  z.strictObject({ number: commentNumber, code: privateCode, network: senderNetwork }),
]);
export type PrivateKey = z.input<typeof privateKey>;

/** The state that a writer sees. Spam is shown as `waiting`, so that nobody is called a spammer to their face. */
export const privateStates = ['waiting', 'approved', 'declined', 'read'] as const;

/**
 * A comment as its writer sees it. `onPage`: everyone can read it. `mayChange`: there is no decision yet. `hasReplies`:
 * there are public replies, which stay when it is deleted. `messages` are what the counsellor and the writer have written
 * to each other about it, which nobody else can read; `mayWriteBack`: its writer can add to them, except while the
 * counsellor is away (`awayUntil`). `address`: null without one, otherwise whether this very comment was
 * confirmed by email; whether the address is confirmed otherwise stays secret, because anybody can type anybody's
 * address. `version` counts changes of the text; `token` is that of the current link. `post` is null if it was deleted.
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
  messages: z.array(z.object({ by: z.enum(['counsellor', 'writer']), text: z.string(), at: instant })),
  mayWriteBack: z.boolean(),
  awayUntil: instant.nullable(),
  address: z.enum(['confirmed', 'unconfirmed']).nullable(),
  notifyOnApproval: z.boolean(),
  notifyOnReply: z.boolean(),
});
export type PrivateComment = z.infer<typeof privateComment>;

/** POST /api/private-comments/look -> 200; 404 for a wrong or renewed link; 429 after ten wrong codes of one network. */
export const privateCommentResponse = one(privateComment);
export type PrivateCommentResponse = z.infer<typeof privateCommentResponse>;

/** POST /api/private-comments/change -> 200; 400 (`details.issues`); 404; 409 if it was decided or changed meanwhile. */
export const privateChange = z.strictObject({
  token: privateToken,
  version: z.number().int().min(1),
  name: commentFields.shape.name,
  text: commentFields.shape.text,
});
export type PrivateChange = z.input<typeof privateChange>;

/** How many messages a writer can send that the counsellor has not read. */
export const maxUnreadMessages = 10;

/**
 * POST /api/private-comments/write-back -> 200, also if that form was sent before; 400 (`details.issues`); 404; 409 while
 * nothing can be written back: before the counsellor has read it, while they are away, or with too many unread messages.
 */
export const privateMessage = z.strictObject({ token: privateToken, text: commentFields.shape.text, nonce });
export type PrivateMessage = z.input<typeof privateMessage>;

/**
 * POST /api/private-comments/remove-name -> 200, or 404.
 * POST /api/private-comments/renew-link -> 200 with the new link, which ends the old one, or 404.
 * POST /api/private-comments/delete -> 200 `removed`, or 404.
 */
export const privateCommand = z.strictObject({ token: privateToken });
export const removedResponse = one(z.object({ removed: z.literal(true) }));
