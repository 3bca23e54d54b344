import { addressMismatches, sentComment } from 'shared';
import { z } from 'zod';
import { openSealed, type Unsealed } from '#server/forms/sealed-state';

/** What the page after sending is told. */
const thanksState = sentComment.extend({ mismatch: z.enum(addressMismatches).nullable().default(null) });
export type CommentThanks = z.infer<typeof thanksState>;

/** Returns what the page after sending shows; null for a URL that was not made here. */
export const commentThanks = (unsealed: Unsealed) => openSealed(thanksState, unsealed);
