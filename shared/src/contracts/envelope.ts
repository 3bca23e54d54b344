import { z } from 'zod';

/** Strapi's response with one entry: `{ data, meta: {} }`. */
export const one = <T extends z.ZodType>(data: T) => z.object({ data, meta: z.object({}) });

/** Which part of a list a response contains. `page` counts from 1; `pageCount` is 0 for an empty list. */
export const pagination = z.object({
  page: z.number().int().min(1),
  pageSize: z.number().int().min(1),
  pageCount: z.number().int().min(0),
  total: z.number().int().min(0),
});
export type Pagination = z.infer<typeof pagination>;

/** Strapi's response with a list: `{ data: [...], meta: { pagination } }`. */
export const many = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), meta: z.object({ pagination }) });

/** The part of a URL that identifies one post, topic, author or page: lower-case words joined by hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(200);

/** An instant as ISO 8601 in UTC, e.g. `2025-07-25T08:00:00.000Z`. */
export const instant = z.iso.datetime();

/** A calendar day, e.g. `2026-11-01`. */
export const day = z.iso.date();

/** What limits emails to addresses that nobody has confirmed. */
export const sendingLimits = ['mailbox', 'network', 'site'] as const;
export type SendingLimit = (typeof sendingLimits)[number];

/**
 * The CMS's response when it refuses a request: Strapi's `{ data: null, error }`.
 * 400 `ValidationError`, 401 `UnauthorizedError`, 403 `ForbiddenError`, 404 `NotFoundError`, 409 `ConflictError`,
 * 429 `RateLimitError` (with `Retry-After`; `details.limit` says what too many emails were asked for: to one mailbox, by
 * one network, or of the whole site). `details.issues` says which fields are invalid.
 */
export const refusal = z.object({
  data: z.null(),
  error: z.object({
    status: z.number().int(),
    name: z.string(),
    message: z.string(),
    details: z
      .looseObject({
        limit: z.enum(sendingLimits).optional(),
        issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string() })).optional(),
      })
      .optional(),
  }),
});
export type Refusal = z.infer<typeof refusal>;
