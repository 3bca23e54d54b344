import {
  type Price,
  type RegistrationErrorCode,
  registrationErrorCodes,
  type RegistrationForm,
  registrationForm,
  type RegistrationReceipt,
  registrationReceipt,
  type Workshop,
  type WorkshopResponse,
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
  /** The key of a price, or empty. */
  price: string;
  accessNeeds: string;
  consent: boolean;
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
});

/** What was asked for too often: by this connection, for this email address, or by everyone together. */
const limitNotices = { network: 'rate-limited', mailbox: 'mailbox-limited', site: 'busy' } as const;
type LimitNotice = (typeof limitNotices)[keyof typeof limitNotices];

/**
 * `closed` has no form: nobody can register (now), but what was typed is given back. `gone` is the same for a workshop
 * that is no longer on the site.
 */
export interface RegistrationFormView {
  step: 'write' | 'closed' | 'gone';
  typed: TypedRegistration;
  errors: readonly RegistrationFieldError[];
  notice: 'again' | 'asked-again' | LimitNotice | 'unavailable' | null;
  formToken: string;
  /** Whether its reader was asked about the hidden field, which the form then has no more. */
  asked: boolean;
  /** Null when the CMS is unavailable, and when the workshop is gone. */
  workshop: Workshop | null;
  /** When the clock alone changes the page (ISO 8601). */
  changesAt: string | null;
}

export interface RegisterRequest extends FormRequest {
  slug: string;
  cms: Pick<Cms, 'workshop' | 'knownWorkshop' | 'redirect' | 'register'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume' | 'network'>;
}

type RegistrationState = FormState<RegistrationReceipt, RegistrationFieldError[]>;

/** A request for a workshop that is open for registration. */
type OpenRequest = RegisterRequest & { loaded: WorkshopResponse; workshop: Workshop };

/**
 * What the URL of the page after registering contains: the email address, so that a typing mistake in it is noticed.
 */
const thanks = registrationReceipt.extend({
  email: z.string(),
  title: z.string(),
  timeZone: z.string(),
  namesZone: z.boolean(),
});
export type RegistrationThanks = z.infer<typeof thanks>;

const isOpen = ({ state }: Workshop): boolean => state === 'open' || state === 'full';

/**
 * Returns the workshop, or null when the CMS is unavailable.
 * @throws 404 when there is no such workshop
 */
async function loadWorkshop(reading: Promise<WorkshopResponse>): Promise<WorkshopResponse | null> {
  try {
    return await reading;
  } catch (error) {
    if (errorStatus(error) === 404) throw error;
    return null;
  }
}

/** Returns the key of the price that a form was sent with: a form that showed one price has nothing to choose. */
const typedPrice = (form: FormFields, prices: readonly Price[]): string =>
  form.has('price') || prices.length > 1 ? textField(form, 'price') : (prices[0]?.key ?? '');

/**
 * Returns what is wrong with the chosen price: a form is sent with the label and the amount that it showed, and nobody
 * pays another price than that.
 */
function priceIssues(typed: string, prices: readonly Price[]): { path: string[]; code: RegistrationErrorCode }[] {
  if (typed === '' ? prices.length === 0 : prices.some(({ key }) => key === typed)) return [];
  return [{ path: ['price'], code: typed === '' && prices.length > 1 ? 'missing' : 'no-such-price' }];
}

function parse(form: FormFields, { workshop }: OpenRequest): ParsedForm<RegistrationForm, RegistrationFieldError[]> {
  const typed = { ...typedRegistration(form), price: typedPrice(form, workshop.prices) };
  const parsed = registrationForm.safeParse({ ...typed, price: typed.price === '' ? null : typed.price });
  const issues = [...issuesOf(parsed.error), ...priceIssues(typed.price, workshop.prices)];
  return parsed.success && issues.length === 0
    ? { ok: true, values: parsed.data }
    : { ok: false, errors: toFieldErrors(fieldList, issues) };
}

const formView = (
  request: RegisterRequest,
  loaded: WorkshopResponse | null,
  shown: Partial<RegistrationFormView> = {},
): RegistrationFormView => ({
  step: 'write',
  typed: typedRegistration(request.form ?? new Map()),
  errors: [],
  notice: null,
  formToken: formTokenFor('registration', request),
  asked: isTicked(request.form ?? new Map(), askedField),
  workshop: loaded?.data ?? null,
  changesAt: loaded?.meta.changesAt ?? null,
  ...shown,
});

/**
 * Shows the workshop as it is now: it may have closed, gone or changed its prices since it was loaded.
 * @throws 404 when it is gone
 */
async function viewAsItIsNow(
  state: Extract<RegistrationState, { name: 'invalid' | 'rejected' | 'not-found' | 'conflict' }>,
  request: OpenRequest,
): Promise<FormResult<RegistrationFormView>> {
  const now = await loadWorkshop(request.cms.workshop(request.slug));
  if (now && !isOpen(now.data)) return pageFor(state, formView(request, now, { step: 'closed' }));
  if (state.name === 'invalid')
    return pageFor(state, formView(request, now ?? request.loaded, { errors: state.errors }));
  const errors = state.name === 'rejected' ? toFieldErrors(fieldList, state.issues) : [];
  const notice = state.name === 'conflict' ? 'again' : errors.length > 0 ? null : 'unavailable';
  return pageFor(state, formView(request, now, { errors, notice }));
}

async function view(state: RegistrationState, request: OpenRequest): Promise<FormResult<RegistrationFormView>> {
  const show = (shown: Partial<RegistrationFormView>) => pageFor(state, formView(request, request.loaded, shown));
  switch (state.name) {
    case 'unconfirmed':
      return show({ notice: 'again' });
    case 'asked-again':
      return show({ notice: 'asked-again', asked: true });
    case 'limited':
      return show({ notice: limitNotices[state.limit] });
    case 'invalid':
    case 'rejected':
    case 'not-found':
    case 'conflict':
      return viewAsItIsNow(state, request);
    case 'unavailable':
      return show({ notice: 'unavailable' });
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
  honeypot: true,
  limit: 'registration',
  schema: parse,
  submit: (values, { slug, cms, forms }, { nonce }) => cms.register(slug, { ...values, nonce, network: forms.network }),
  redirect: ({ number, token, reserved, until, earlier }, { slug, forms, workshop }, { email }) => {
    const { title, timeZone, namesZone } = workshop;
    const place = { title, timeZone, namesZone };
    const receipt: RegistrationThanks = { number, token, reserved, until, earlier, email, ...place };
    const sealed = forms.seal(receipt);
    return `/workshops/${slug}/register/thanks/${sealed}`;
  },
  view,
});

/**
 * The page `/workshops/<slug>/register`: the form, and the sending of it. Whatever goes wrong, everything that was
 * typed is on the page that says so. Where the workshop has moved, the form is sent on (307); where it is gone, a page
 * says so and gives back what was typed.
 * @throws 404 when the page of a workshop that does not exist is only read
 */
export async function register(request: RegisterRequest): Promise<FormResult<RegistrationFormView>> {
  try {
    const loaded = await loadWorkshop(request.cms.knownWorkshop(request.slug));
    if (!loaded) return { status: 503, view: formView(request, null, { notice: 'unavailable' }) };
    if (!isOpen(loaded.data))
      return { status: request.form ? 409 : 200, view: formView(request, loaded, { step: 'closed' }) };
    return await openPage({ ...request, loaded, workshop: loaded.data });
  } catch (error) {
    const moved = await request.cms.redirect(`/workshops/${request.slug}`).catch(() => null);
    if (moved) return { to: `${moved.to}/register`, status: 307 };
    if (!request.form || errorStatus(error) !== 404) throw error;
    return { status: 404, view: formView(request, null, { step: 'gone' }) };
  }
}

/** Returns what the page after registering shows; null for a URL that was not made here. */
export const registrationThanks = (unsealed: Unsealed) => openSealed(thanks, unsealed);
