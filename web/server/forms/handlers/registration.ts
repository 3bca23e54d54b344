import {
  type Price,
  type RegistrationErrorCode,
  registrationErrorCodes,
  type RegistrationForm,
  registrationForm,
  type RegistrationReceipt,
  registrationReceipt,
  type Workshop,
} from 'shared';
import { z } from 'zod';
import type { Cms } from '#server/cms/client';
import {
  defineForm,
  type FormRequest,
  type FormResult,
  type FormState,
  pageFor,
  type ParsedForm,
} from '#server/forms/define-form';
import { type FieldError, issuesOf, toFieldErrors } from '#server/forms/field-errors';
import type { FormServices } from '#server/forms/form-services';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';
import { openSealed, type Unsealed } from '#server/forms/sealed-state';
import { errorStatus } from '#shared/error-status';

/** The form as it was filled in, valid or not. */
export interface TypedRegistration {
  name: string;
  email: string;
  /** The number of a price, or empty. */
  price: string;
  accessNeeds: string;
  consent: boolean;
  /** The hidden field, which people leave empty. */
  honeypot: string;
}

/** The fields in the order of the page. */
export const registrationFieldNames = ['name', 'email', 'price', 'accessNeeds', 'consent'] as const;
export type RegistrationField = (typeof registrationFieldNames)[number];
export type RegistrationFieldError = FieldError<RegistrationField, RegistrationErrorCode>;
const fieldList = { fields: registrationFieldNames, codes: registrationErrorCodes };

const typedRegistration = (form: FormFields): TypedRegistration => ({
  name: textField(form, 'name'),
  email: textField(form, 'email'),
  price: textField(form, 'price'),
  accessNeeds: textField(form, 'accessNeeds'),
  consent: isTicked(form, 'consent'),
  honeypot: textField(form, 'homepage'),
});

/** What was asked for too often: by this connection, for this email address, or by everyone together. */
const limitNotices = { network: 'rate-limited', mailbox: 'mailbox-limited', site: 'busy' } as const;
type LimitNotice = (typeof limitNotices)[keyof typeof limitNotices];

/** `closed` has no form: nobody can register (now), but what was typed is given back. */
export interface RegistrationFormView {
  step: 'write' | 'closed';
  typed: TypedRegistration;
  errors: readonly RegistrationFieldError[];
  notice: 'again' | LimitNotice | 'unavailable' | null;
  formToken: string;
  /** Null when the CMS is unavailable. */
  workshop: Workshop | null;
}

export interface RegisterRequest extends FormRequest {
  slug: string;
  cms: Pick<Cms, 'workshop' | 'redirect' | 'register'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume' | 'network'>;
}

/** A request for a workshop that is open for registration. */
type OpenRequest = RegisterRequest & { workshop: Workshop };

/**
 * What the URL of the page after registering contains: the email address, so that a typing mistake in it is noticed.
 */
const thanks = registrationReceipt.extend({ email: z.string(), title: z.string(), timeZone: z.string() });
export type RegistrationThanks = z.infer<typeof thanks>;

const isOpen = ({ state }: Workshop): boolean => state === 'open' || state === 'full';

/**
 * Returns the workshop, or null when the CMS is unavailable.
 * @throws 404 when there is no such workshop
 */
async function loadWorkshop({ cms, slug }: RegisterRequest): Promise<Workshop | null> {
  try {
    return (await cms.workshop(slug)).data;
  } catch (error) {
    if (errorStatus(error) === 404) throw error;
    return null;
  }
}

/** Returns the number of the chosen price. Where there is one price, or none, nobody has to choose. */
function chosenPrice(typed: string, prices: readonly Price[]): number | null {
  const [first, second] = prices;
  if (!second) return first?.number ?? null;
  return /^[1-9]\d?$/.test(typed) ? Number(typed) : null;
}

function priceIssues(typed: string, prices: readonly Price[]): { path: string[]; code: RegistrationErrorCode }[] {
  if (prices.length < 2 || prices.some(({ number }) => String(number) === typed)) return [];
  return [{ path: ['price'], code: typed === '' ? 'missing' : 'no-such-price' }];
}

function parse(form: FormFields, { workshop }: OpenRequest): ParsedForm<RegistrationForm, RegistrationFieldError[]> {
  const typed = typedRegistration(form);
  const parsed = registrationForm.safeParse({ ...typed, price: chosenPrice(typed.price, workshop.prices) });
  const issues = [...issuesOf(parsed.error), ...priceIssues(typed.price, workshop.prices)];
  return parsed.success && issues.length === 0
    ? { ok: true, values: parsed.data }
    : { ok: false, errors: toFieldErrors(fieldList, issues) };
}

/**
 * Returns the token that came with the form while it is valid: nothing was sent with it, or it is uncertain whether
 * that arrived.
 */
function tokenFor({ forms, form }: RegisterRequest): string {
  const token = form ? textField(form, 'formToken') : '';
  return token !== '' && forms.verifyToken('registration', token).state === 'valid'
    ? token
    : forms.createToken('registration');
}

const formView = (
  request: RegisterRequest,
  workshop: Workshop | null,
  shown: Partial<RegistrationFormView> = {},
): RegistrationFormView => ({
  step: 'write',
  typed: typedRegistration(request.form ?? new Map()),
  errors: [],
  notice: null,
  formToken: tokenFor(request),
  workshop,
  ...shown,
});

async function view(
  state: FormState<RegistrationReceipt, RegistrationFieldError[]>,
  request: OpenRequest,
): Promise<FormResult<RegistrationFormView>> {
  const show = (shown: Partial<RegistrationFormView>) => pageFor(state, formView(request, request.workshop, shown));
  switch (state.name) {
    case 'invalid':
      return show({ errors: state.errors });
    case 'unconfirmed':
      return show({ notice: 'again' });
    case 'limited':
      return show({ notice: limitNotices[state.limit] });
    case 'rejected': {
      const errors = toFieldErrors(fieldList, state.issues);
      return show({ errors, notice: errors.length > 0 ? null : 'unavailable' });
    }
    case 'conflict': {
      // It closed after the page was rendered, or its prices have changed: the page shows how it is now.
      const now = await loadWorkshop(request);
      if (now && !isOpen(now)) return pageFor(state, formView(request, now, { step: 'closed' }));
      const formToken = request.forms.createToken('registration');
      return pageFor(state, formView(request, now, { notice: 'again', formToken }));
    }
    case 'not-found':
    case 'unavailable':
      return pageFor(state, formView(request, request.workshop, { notice: 'unavailable' }), 503);
    default:
      return show({});
  }
}

const openPage = defineForm<
  OpenRequest,
  RegistrationForm,
  RegistrationFieldError[],
  RegistrationReceipt,
  RegistrationFormView
>({
  token: 'registration',
  limit: 'registration',
  schema: parse,
  submit: (values, { slug, cms, form, forms }, { nonce }) => {
    const honeypot = textField(form ?? new Map(), 'homepage') !== '';
    return cms.register(slug, { ...values, nonce, honeypot, network: forms.network });
  },
  redirect: ({ number, token, reserved, until }, { slug, forms, workshop }, { email }) => {
    const { title, timeZone } = workshop;
    const receipt: RegistrationThanks = { number, token, reserved, until, email, title, timeZone };
    const sealed = forms.seal(receipt);
    return `/workshops/${slug}/register/thanks/${sealed}`;
  },
  view,
});

/**
 * The page `/workshops/<slug>/register`: the form, and the sending of it. Whatever goes wrong, everything that was
 * typed is on the page that says so. Where the workshop has moved, the form is sent on (307).
 * @throws 404 when there is no such workshop
 */
export async function register(request: RegisterRequest): Promise<FormResult<RegistrationFormView>> {
  try {
    const workshop = await loadWorkshop(request);
    if (!workshop) return { status: 503, view: formView(request, null, { notice: 'unavailable' }) };
    if (!isOpen(workshop))
      return { status: request.form ? 409 : 200, view: formView(request, workshop, { step: 'closed' }) };
    return await openPage({ ...request, workshop });
  } catch (error) {
    const moved = await request.cms.redirect(`/workshops/${request.slug}`).catch(() => null);
    if (!moved) throw error;
    return { to: `${moved.to}/register`, status: 307 };
  }
}

/** Returns what the page after registering shows; null for a URL that was not made here. */
export const registrationThanks = (unsealed: Unsealed) => openSealed(thanks, unsealed);
