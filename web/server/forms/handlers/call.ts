import {
  type BookedCall,
  bookedCall,
  type CallErrorCode,
  callErrorCodes,
  type CallForm,
  callForm,
  type CallPage,
  type CallRequest,
  type PrivateCall,
} from 'shared';
import { z } from 'zod';
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
  type CallField,
  callFieldNames,
  type ShownTimes,
  shownTimes,
  toCallInput,
  type TypedCall,
  typedCall,
} from './typed-call';

export type CallFieldError = FieldError<CallField, CallErrorCode>;
const fieldList = { fields: callFieldNames, codes: callErrorCodes };

/** `closed` has no form: no calls can be booked here now, but what was typed is given back. */
export interface CallView {
  step: 'write' | 'closed';
  typed: TypedCall;
  times: ShownTimes;
  errors: readonly CallFieldError[];
  notice: 'again' | 'asked-again' | 'limited' | 'unavailable' | null;
  formToken: string;
  /** Whether its reader was asked about the hidden field, which the form then has no more. */
  asked: boolean;
  /** Whether something was typed that a link to other times would lose. */
  isTyped: boolean;
  /** Null when the CMS is unavailable. */
  page: CallPage | null;
}

export interface CallPageRequest extends FormRequest {
  /** `?from=` of the URL. */
  from: string;
  /** `?zone=` of the URL. */
  zone: string;
  cms: Pick<Cms, 'callPage' | 'currentCallPage' | 'bookCall'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume' | 'network'>;
}

type CallState = FormState<BookedCall, CallFieldError[]>;
type LoadedRequest = CallPageRequest & { page: CallPage | null };

/**
 * What the URL of the page after booking contains: the email address, so that a typing mistake in it is noticed, and
 * the practice's zone.
 */
const thanks = bookedCall.extend({ email: z.string(), practiceZone: z.string() });

/** Where times are shown if nothing is known of the practice. */
const usualZone = 'Europe/London';

/** Returns the zone in which times are shown. */
export const zoneOf = ({ zone }: ShownTimes, page: Pick<CallPage, 'timeZone'> | null): string =>
  zone === '' ? (page?.timeZone ?? usualZone) : zone;

const typedIn = ({ form, page }: LoadedRequest): TypedCall => typedCall(form ?? new Map(), page?.channels ?? []);

const callView = (request: LoadedRequest, shown: Partial<CallView> = {}): CallView => ({
  step: 'write',
  typed: typedIn(request),
  times: shownTimes(request),
  errors: [],
  notice: request.page === null ? 'unavailable' : null,
  formToken: formTokenFor('call', request),
  asked: isTicked(request.form ?? new Map(), askedField),
  isTyped: request.form !== undefined,
  page: request.page,
  ...shown,
});

const taken: CallFieldError = { field: 'starts', code: 'no-such-time' };

/** Returns the errors with that of a time which was taken while the others were made. */
const withTaken = (errors: CallFieldError[], { starts }: TypedCall, page: CallPage | null): CallFieldError[] =>
  page && starts !== '' && !page.slots.includes(starts) && errors.every(({ field }) => field !== 'starts')
    ? [...errors, taken].toSorted((a, b) => callFieldNames.indexOf(a.field) - callFieldNames.indexOf(b.field))
    : errors;

/** What a state changes on the empty page. */
function shownFor(state: CallState, request: LoadedRequest): Partial<CallView> {
  switch (state.name) {
    case 'unconfirmed':
      return { notice: 'again' };
    case 'asked-again':
      return { notice: 'asked-again', asked: true };
    case 'limited':
      return { notice: 'limited' };
    case 'invalid':
      return { errors: withTaken(state.errors, typedIn(request), request.page) };
    case 'rejected': {
      const errors = toFieldErrors(fieldList, state.issues);
      return { errors, notice: errors.length > 0 ? null : 'unavailable' };
    }
    case 'conflict':
      return { errors: [taken] };
    case 'empty':
    case 'sent':
      return {};
    default:
      return { notice: 'unavailable' };
  }
}

const closed = (request: LoadedRequest): FormResult<CallView> => ({
  status: request.form ? 409 : 200,
  view: callView(request, { step: 'closed' }),
});

const isOpen = (page: CallPage | null): boolean => page === null || page.state === 'open';

const toRequest = (values: CallForm, { forms }: CallPageRequest, nonce: string): CallRequest => ({
  ...values,
  nonce,
  network: forms.network,
});

const sendForm = defineForm<LoadedRequest, CallForm, CallFieldError[], BookedCall, CallView>({
  token: 'call',
  honeypot: true,
  limit: 'call',
  schema: (_form, request) =>
    parseWith(callForm, toCallInput(typedIn(request), zoneOf(shownTimes(request), request.page)), fieldList),
  submit: (values, request, { nonce }) => request.cms.bookCall(toRequest(values, request, nonce)),
  redirect: (booked, { forms, page }, { email }) =>
    `/book/thanks/${forms.seal({ ...booked, email, practiceZone: page?.timeZone ?? booked.timeZone })}`,
  view: async (state, request) => {
    // What was known when the page was read may be why the time was lost.
    const page = state.name === 'conflict' ? await request.cms.currentCallPage().catch(() => request.page) : null;
    const current = page ? { ...request, page } : request;
    return isOpen(current.page) ? pageFor(state, callView(current, shownFor(state, current))) : closed(current);
  },
});

/**
 * The page `/book`: the free times, and booking one. Whatever goes wrong, everything that was typed is on the page that
 * says so. A button with the name `show` only leads to other times.
 */
export async function bookCall(request: CallPageRequest): Promise<FormResult<CallView>> {
  const page = await request.cms.callPage().catch(() => null);
  const loaded: LoadedRequest = { ...request, page };
  if (!isOpen(page)) return closed(loaded);
  if (request.form?.has('show')) return { status: page ? 200 : 503, view: callView(loaded) };
  if (!page && !request.form) return { status: 503, view: callView(loaded) };
  return sendForm(loaded);
}

/** What was booked, and the call as it is now: null while the CMS is unavailable. */
export interface CallThanks {
  booked: z.infer<typeof thanks>;
  call: PrivateCall | null;
}

/**
 * Returns what the page after booking shows: `expired` after ten minutes, and once its call has another link; null for
 * a URL that was not made here.
 */
export async function callThanks(
  unsealed: Unsealed,
  cms: Pick<Cms, 'getCall'>,
): Promise<CallThanks | 'expired' | null> {
  const booked = openSealed(thanks, unsealed);
  if (booked === null || booked === 'expired') return booked;
  const result = await cms.getCall(booked.token);
  if (result.ok) return { booked, call: result.data };
  return result.status === 404 ? 'expired' : { booked, call: null };
}
