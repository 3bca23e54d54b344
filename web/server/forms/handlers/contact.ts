import { createError } from 'h3';
import {
  type ContactPage,
  type EnquiryErrorCode,
  enquiryErrorCodes,
  type EnquiryForm,
  enquiryForm,
  type EnquiryKind,
  type SentEnquiry,
  sentEnquiry,
} from 'shared';
import type { Cms } from '#server/cms/client';
import {
  askedField,
  defineForm,
  type FormRequest,
  type FormResult,
  type FormState,
  formTokenFor,
  pageFor,
} from '#server/forms/define-form';
import { type FieldError, parseWith, toFieldErrors } from '#server/forms/field-errors';
import type { FormServices } from '#server/forms/form-services';
import { isTicked } from '#server/forms/read-form';
import { openSealed, type Unsealed } from '#server/forms/sealed-state';
import {
  type EnquiryField,
  enquiryFieldNames,
  enquiryKind,
  toEnquiryInput,
  type TypedEnquiry,
  typedEnquiry,
} from './typed-enquiry';

export type EnquiryFieldError = FieldError<EnquiryField, EnquiryErrorCode>;
const fieldList = { fields: enquiryFieldNames, codes: enquiryErrorCodes };

/** `closed` has no form: messages of this kind are not taken now, but what was typed is given back. */
export interface ContactView {
  step: 'write' | 'closed';
  kind: EnquiryKind;
  typed: TypedEnquiry;
  errors: readonly EnquiryFieldError[];
  notice: 'again' | 'asked-again' | 'rate-limited' | 'unavailable' | null;
  formToken: string;
  /** Whether its reader was asked about the hidden field, which the form then has no more. */
  asked: boolean;
  /** Null when the CMS is unavailable. */
  page: ContactPage | null;
}

export interface ContactRequest extends FormRequest {
  /** The last part of the path; empty for `/contact`. */
  kind: string;
  /** `?about=` of the URL. */
  about: string;
  cms: Pick<Cms, 'contactPage' | 'sendEnquiry'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume' | 'network'>;
}

type ContactState = FormState<SentEnquiry, EnquiryFieldError[]>;

/** A request for a kind that there is. */
type KnownRequest = ContactRequest & { enquiryKind: EnquiryKind; page: ContactPage | null };

const contactView = (request: KnownRequest, shown: Partial<ContactView> = {}): ContactView => ({
  step: 'write',
  kind: request.enquiryKind,
  typed: typedEnquiry(request.form ?? new Map(), request.about),
  errors: [],
  notice: request.page === null ? 'unavailable' : null,
  formToken: formTokenFor('contact', request),
  asked: isTicked(request.form ?? new Map(), askedField),
  page: request.page,
  ...shown,
});

/** What a state changes on the empty page. */
function shownFor(state: ContactState): Partial<ContactView> {
  switch (state.name) {
    case 'unconfirmed':
      return { notice: 'again' };
    case 'asked-again':
      return { notice: 'asked-again', asked: true };
    case 'limited':
      return { notice: 'rate-limited' };
    case 'invalid':
      return { errors: state.errors };
    case 'rejected': {
      const errors = toFieldErrors(fieldList, state.issues);
      return { errors, notice: errors.length > 0 ? null : 'unavailable' };
    }
    case 'empty':
    case 'sent':
      return {};
    default:
      return { notice: 'unavailable' };
  }
}

const sendForm = defineForm<KnownRequest, EnquiryForm, EnquiryFieldError[], SentEnquiry, ContactView>({
  token: 'contact',
  honeypot: true,
  limit: 'contact',
  schema: (form, { enquiryKind: kind }) =>
    parseWith(enquiryForm, toEnquiryInput(kind, typedEnquiry(form, '')), fieldList),
  submit: (values, { cms, forms, form }, { nonce }) =>
    cms.sendEnquiry({ ...values, nonce, network: forms.network, honeypot: isTicked(form ?? new Map(), askedField) }),
  redirect: (sent, { forms }) => `/contact/thanks/${forms.seal(sent)}`,
  view: (state, request) => pageFor(state, contactView(request, shownFor(state))),
});

/**
 * The pages `/contact` and `/contact/<kind>`: the form, and the sending of it. Whatever goes wrong, everything that was
 * typed is on the page that says so.
 *
 * @throws 404 for a kind that there is not
 */
export async function contact(request: ContactRequest): Promise<FormResult<ContactView>> {
  const kind = enquiryKind(request.kind);
  if (kind === null) throw createError({ status: 404 });
  const page = await request.cms.contactPage().catch(() => null);
  const known: KnownRequest = { ...request, enquiryKind: kind, page };
  if (page && !page.kinds.includes(kind))
    return { status: request.form ? 409 : 200, view: contactView(known, { step: 'closed' }) };
  if (!page && !request.form) return { status: 503, view: contactView(known) };
  return sendForm(known);
}

/** Returns what the page after sending shows; null for a URL that was not made here. */
export const contactThanks = (unsealed: Unsealed) => openSealed(sentEnquiry, unsealed);
