import { errors } from '@strapi/utils';
import type { SignInNeed } from 'shared';
import { StorageError } from '#src/database/storage-error';

/** Strapi's sign-in passes on the message of errors with this code only. */
const passedOn = 'LOGIN_NOT_ALLOWED';

/**
 * Returns the error of a sign-in or reset that needs a code. The admin asks for it and sends the request again.
 * @param message is shown above the field
 */
export const codeNeeded = (message: string) =>
  new errors.ApplicationError(message, { code: passedOn, needs: 'second-factor' satisfies SignInNeed });

/** Returns the error of a sign-in that a code can't help now. */
export const signInRefused = (message: string) => new errors.ApplicationError(message, { code: passedOn });

/**
 * Returns the error of a sign-in for which the database could not be asked: 503, where Strapi would respond with 501.
 */
export const signInUnavailable = (cause: unknown) =>
  Object.assign(new StorageError('A sign-in could not be checked.', { cause }), { details: { code: passedOn } });

/**
 * Returns an error that the admin's forms show below the field.
 * @param needs the admin asks for it in a dialog where its form has no such field
 */
export const fieldError = (field: string, message: string, needs?: SignInNeed) =>
  new errors.ValidationError(message, {
    errors: [{ path: field.split('.'), message, name: 'ValidationError' }],
    ...(needs && { needs }),
  });
