import { type AddressMismatch, addressMismatch, audiences } from 'shared';
import { z } from 'zod';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** The comment form as it was filled in, valid or not. */
export interface TypedComment {
  name: string;
  text: string;
  audience: string;
  email: string;
  notifyOnApproval: boolean;
  notifyOnReply: boolean;
  consent: boolean;
  /** The number of the comment that it replies to, or empty. */
  reply: string;
  /** The hidden field, which people leave empty. */
  honeypot: string;
}

/** The empty form. Comments are for everyone by default, as most of them are. */
export const emptyComment = (reply: string): TypedComment => ({
  name: '',
  text: '',
  audience: 'everyone',
  email: '',
  notifyOnApproval: false,
  notifyOnReply: false,
  consent: false,
  reply,
  honeypot: '',
});

/** Returns the form as it was filled in. */
export const typedComment = (form: FormFields): TypedComment => ({
  name: textField(form, 'name'),
  text: textField(form, 'text'),
  audience: textField(form, 'audience'),
  email: textField(form, 'email'),
  notifyOnApproval: isTicked(form, 'notifyOnApproval'),
  notifyOnReply: isTicked(form, 'notifyOnReply'),
  consent: isTicked(form, 'consent'),
  reply: textField(form, 'reply'),
  honeypot: textField(form, 'homepage'),
});

/** What the form has of an address and its use, where only both together are of any. */
export const mismatchIn = ({ audience, email, ...uses }: TypedComment): AddressMismatch | null => {
  const known = z.enum(audiences).safeParse(audience);
  return known.success ? addressMismatch({ ...uses, audience: known.data, email: email.trim() || null }) : null;
};
