import { z } from 'zod';

/** An error of Strapi's fetch client (the answer below `response`), or of its RTK Query API (the answer itself). */
const apiError = z.object({ status: z.number(), message: z.string() }).partial();
const fetchError = z.object({
  response: z.object({ status: z.number(), data: z.object({ error: apiError }).partial() }).partial(),
});

const parseError = (error: unknown): { status?: number; message?: string } => {
  const fetched = fetchError.safeParse(error);
  if (fetched.success) {
    const { status, data } = fetched.data.response;
    return { ...data?.error, ...(status !== undefined && { status }) };
  }
  return apiError.safeParse(error).data ?? {};
};

/** Returns the HTTP status that an API error carries; undefined when the server was not reached. */
export const statusOf = (error: unknown): number | undefined => parseError(error).status;

/** Returns a sentence about what went wrong: the server's own where it wrote one for the counsellor (400, 409). */
export const errorMessage = (error: unknown): string => {
  const { status, message } = parseError(error);
  if (status === 404) return 'This no longer exists. It may have been removed.';
  if (status === 403) return 'Your account isn’t allowed to do this.';
  if ((status === 400 || status === 409) && message) return message;
  return 'That didn’t work, and nothing was changed. Please try again in a moment.';
};
