import { errors } from '@strapi/utils';

/** The request can no longer be carried out (409). `message` is for the person who sent it. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  /** What the client needs to show or settle the conflict. */
  details: object = {};
}

/** Too much was asked for (429), and when it may be asked again. `message` is for the person who asked. */
export class TryLaterError extends errors.RateLimitError {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    details: object = {},
  ) {
    super(message, details);
  }
}

/** @throws ConflictError with `message` if `refused` */
export const refuseWhen = (refused: boolean, message: string): void => {
  if (refused) throw new ConflictError(message);
};

const has = <K extends string>(error: unknown, key: K): error is Record<K, unknown> =>
  typeof error === 'object' && error !== null && key in error;

/**
 * Returns a plain error for what the parsers of JSON (co-body) and forms (formidable) throw, null for anything else.
 * Their own errors repeat parts of the body, which must reach neither the response nor the log.
 */
export const plainBodyFault = (error: unknown): Error | null => {
  if (error instanceof SyntaxError && has(error, 'status') && error.status === 400) {
    return new errors.ValidationError('We can’t read what was sent.');
  }
  if (has(error, 'type') && error.type === 'entity.too.large')
    return new errors.PayloadTooLargeError('This is too much to send at once.');
  if (has(error, 'httpCode') && error.httpCode === 413) {
    return new errors.PayloadTooLargeError(
      'A file is larger than 10 MB, or there are more than 20 files. Please send less at once.',
    );
  }
  return has(error, 'httpCode') && error.httpCode === 400
    ? new errors.ValidationError('We can’t read what was sent.')
    : null;
};
