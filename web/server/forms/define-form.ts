import type { SendingLimit } from 'shared';
import type { CmsResult, FieldIssue } from '#server/cms/commands';
import type { FormServices } from './form-services';
import type { FormToken, TokenForm } from './form-token';
import type { LimitName } from './rate-limiter';
import { type FormFields, isTicked, textField } from './read-form';

/** The response to a request for a page with a form: another page, or the page itself. `retryAfter` is in seconds. */
export type FormResult<View> = { to: string; status: 303 | 307 } | { status: number; retryAfter?: number; view: View };

/**
 * Returns a redirect to the page after a form: reloading that page sends nothing again.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4
 */
export const seeOther = (to: string) => ({ to, status: 303 }) as const;

/**
 * What a form handler gets of a request. Each handler adds the path's parameters and the part of the CMS that it uses.
 */
export interface FormRequest {
  /** The fields that were sent; undefined when the page is only read. */
  form: FormFields | undefined;
  forms: Pick<FormServices, 'verifyToken' | 'consume'>;
}

/** The fields as the contract has them, or what is wrong with them. */
export type ParsedForm<Values, Errors> = { ok: true; values: Values } | { ok: false; errors: Errors };

/** The state of a form after a request for its page. The handler's `view` turns it into the page. */
export type FormState<Data, Errors> =
  /** The page is only read. */
  | { name: 'empty' }
  /** The fields do not satisfy the schema. */
  | { name: 'invalid'; errors: Errors }
  /** There is no valid form token: the form was open for too long, or this is its first step. */
  | { name: 'unconfirmed'; token: Exclude<FormToken['state'], 'valid'> }
  /** The hidden field was filled in, perhaps by the browser: the sender is asked once more. Nothing was stored. */
  | { name: 'asked-again' }
  /** Too much was sent from one network, or the CMS can't send any more emails now. Nothing was stored. */
  | { name: 'limited'; retryAfter: number; limit: SendingLimit }
  /** The CMS accepted it, and the form has no `redirect`. */
  | { name: 'sent'; data: Data }
  /** The CMS found the fields invalid. */
  | { name: 'rejected'; issues: readonly FieldIssue[] }
  | { name: 'not-found' }
  | { name: 'conflict' }
  /** The CMS did not answer; it may have accepted the form all the same. */
  | { name: 'unavailable' };

const statuses = {
  empty: 200,
  invalid: 422,
  unconfirmed: 422,
  'asked-again': 422,
  limited: 429,
  sent: 200,
  rejected: 422,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<FormState<unknown, unknown>['name'], number>;

/** Returns the page for a state, with the status that belongs to the state unless another is given. */
export const pageFor = <View>(
  state: FormState<unknown, unknown>,
  view: View,
  status: number = statuses[state.name],
): { status: number; retryAfter?: number; view: View } => ({
  status,
  ...(state.name === 'limited' && { retryAfter: state.retryAfter }),
  view,
});

type Awaitable<T> = T | Promise<T>;
type ValidToken = Extract<FormToken, { state: 'valid' }>;

/** What makes one form different from another. */
export interface FormDefinition<Request extends FormRequest, Values, Errors, Data, View> {
  /** The form token that must come with it. Left out where sending the form twice does no harm. */
  token?: TokenForm;
  /** Whether the form has the hidden field that people leave empty, and that browsers fill in now and then. */
  honeypot?: boolean;
  /** The rate limit of valid forms. */
  limit?: LimitName;
  /** Checks the fields with the schema of the contract. */
  schema: (form: FormFields, request: Request) => ParsedForm<Values, Errors>;
  /** Sends the form to the CMS. `token` is there if the form has one. */
  submit: (values: Values, request: Request, token: ValidToken) => Promise<CmsResult<Data>>;
  /** The page after a form that was accepted; without it, `view` gets the state `sent`. */
  redirect?: (data: Data, request: Request, values: Values) => string;
  /** Renders the page; `values` are there as soon as the fields are valid. */
  view: (state: FormState<Data, Errors>, request: Request, values?: Values) => Awaitable<FormResult<View>>;
}

/** The hidden field, and the one that a form has in its place once its sender was asked. */
const honeypotField = 'homepage';
export const askedField = 'asked';

/** Returns whether the hidden field was filled in, and its sender has not been asked about it. */
const hasFilledHoneypot = (form: FormFields): boolean =>
  textField(form, honeypotField) !== '' && !isTicked(form, askedField);

/**
 * Returns the form token for a page: that which came with the form while it is valid, because nothing was sent with it,
 * or it is uncertain whether that arrived; otherwise a new one.
 */
export function formTokenFor(
  name: TokenForm,
  { forms, form }: { form: FormFields | undefined; forms: Pick<FormServices, 'createToken' | 'verifyToken'> },
): string {
  const token = form ? textField(form, 'formToken') : '';
  return token !== '' && forms.verifyToken(name, token).state === 'valid' ? token : forms.createToken(name);
}

const noToken: ValidToken = { state: 'valid', nonce: '' };

function stateOfFailure(result: Extract<CmsResult<unknown>, { ok: false }>): FormState<never, never> {
  switch (result.status) {
    case 429:
      return { name: 'limited', retryAfter: result.retryAfter, limit: result.limit ?? 'network' };
    case 404:
      return { name: 'not-found' };
    case 409:
      return { name: 'conflict' };
    case 503:
      return { name: 'unavailable' };
    default:
      return { name: 'rejected', issues: result.issues };
  }
}

/**
 * Returns the handler of a page with a form. All forms take the same steps: read the fields, check them, check the form
 * token and the hidden field, count against the rate limit, send to the CMS, and redirect. Whatever goes wrong, the
 * page is shown again with everything that was typed.
 */
export function defineForm<Request extends FormRequest, Values, Errors, Data, View>(
  definition: FormDefinition<Request, Values, Errors, Data, View>,
): (request: Request) => Promise<FormResult<View>> {
  const { token: tokenForm, honeypot = false, limit, schema, submit, redirect, view } = definition;
  return async (request) => {
    const { form, forms } = request;
    if (!form) return view({ name: 'empty' }, request);
    const parsed = schema(form, request);
    if (!parsed.ok) return view({ name: 'invalid', errors: parsed.errors }, request);
    const { values } = parsed;
    const token = tokenForm ? forms.verifyToken(tokenForm, textField(form, 'formToken')) : noToken;
    if (token.state !== 'valid') return view({ name: 'unconfirmed', token: token.state }, request, values);
    if (honeypot && hasFilledHoneypot(form)) return view({ name: 'asked-again' }, request, values);
    const wait = limit ? forms.consume(limit) : 0;
    if (wait > 0) return view({ name: 'limited', retryAfter: wait, limit: 'network' }, request, values);
    const result = await submit(values, request, token);
    if (!result.ok) return view(stateOfFailure(result), request, values);
    return redirect
      ? seeOther(redirect(result.data, request, values))
      : view({ name: 'sent', data: result.data }, request, values);
  };
}
