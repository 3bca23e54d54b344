import { errors } from '@strapi/utils';

/** 429: too many wrong codes. `wait` in seconds. */
export class TooManyCodes extends errors.RateLimitError {
  constructor(readonly wait: number) {
    super(`Too many codes were wrong. Please wait ${Math.ceil(wait / 60)} minutes, or use the private link.`);
  }
}
