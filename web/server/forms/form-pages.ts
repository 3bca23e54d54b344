import type { H3EventContext } from 'h3';
import { bookCall } from './handlers/call';
import { findCertificate, verifyCertificate } from './handlers/certificate';
import { writeComment } from './handlers/comment';
import { contact } from './handlers/contact';
import { decideByLink } from './handlers/decision-link';
import { confirmMailbox, unsubscribeMailbox } from './handlers/mailbox';
import { managePrivateCall } from './handlers/private-call';
import { findComment, managePrivateComment } from './handlers/private-comment';
import { managePrivateEnquiry } from './handlers/private-enquiry';
import { confirmRegistration, managePrivateRegistration } from './handlers/private-registration';
import { register } from './handlers/registration';
import { reportComment } from './handlers/report';

/** What a handler gets of a request: the parameters of its page, empty where the path has none, and what was sent. */
export interface FormPageRequest extends Pick<H3EventContext, 'cms' | 'forms'> {
  form: H3EventContext['form'];
  slug: string;
  number: string;
  token: string;
  kind: string;
  /** `?reply=` of the URL. */
  reply: string;
  /** `?about=` of the URL. */
  about: string;
  /** `?from=` of the URL. */
  from: string;
  /** `?zone=` of the URL. */
  zone: string;
}

/** The handlers of all pages with a form. A page names its own with `definePageMeta({ form })`. */
export const formPages = {
  bookCall,
  confirmMailbox,
  confirmRegistration,
  contact,
  decideByLink,
  findCertificate,
  findComment,
  managePrivateCall,
  managePrivateComment,
  managePrivateEnquiry,
  managePrivateRegistration,
  register,
  reportComment,
  unsubscribeMailbox,
  verifyCertificate,
  writeComment,
};
export type FormPage = keyof typeof formPages;

/** What a page with a form shows, and its status; `retryAfter` is in seconds. */
export type ShownForm<Page extends FormPage = FormPage> = Exclude<
  Awaited<ReturnType<(typeof formPages)[Page]>>,
  { to: string }
>;

export const isFormPage = (name: string): name is FormPage => Object.hasOwn(formPages, name);
