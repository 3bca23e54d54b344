import type { CmsResult } from '#server/cms/commands';
import { defineForm, type FormRequest, type FormResult, type FormState, type ParsedForm } from './define-form';
import { type FieldError, type FormFieldList, toFieldErrors } from './field-errors';
import type { FormServices } from './form-services';
import type { TokenForm } from './form-token';
import type { LimitName } from './rate-limiter';
import { type FormFields, textField } from './read-form';

/** `closed` shows nothing yet, `gone` is a link that leads nowhere (any more); each page adds steps of its own. */
type PrivateStep<Step extends string> = 'closed' | 'shown' | 'change' | 'gone' | Step;

/** A page behind a private link: `own` is what the link leads to, once its holder has asked to see it. */
export interface PrivateView<Own, Typed, Err, Step extends string = never> {
  step: PrivateStep<Step>;
  /** `changed-meanwhile`: the page showed an older state, so nothing was done. */
  notice: 'again' | 'rate-limited' | 'unavailable' | 'changed-meanwhile' | null;
  formToken: string;
  own: Own | null;
  typed: Typed | null;
  errors: readonly Err[];
}

export interface PrivateRequest extends FormRequest {
  /** The secret of the link. */
  token: string;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'consume'>;
}

/** The types in which one private page differs from another. */
export interface PrivatePageTypes {
  request: PrivateRequest;
  /** What the link leads to. */
  own: unknown;
  /** The fields of the page's forms as they were filled in. */
  typed: unknown;
  field: string;
  code: string;
  /** The steps that the page has beside those of every private page. */
  step: string;
}

type StepOf<T extends PrivatePageTypes> = PrivateStep<T['step']>;
type ErrorOf<T extends PrivatePageTypes> = FieldError<T['field'], T['code'] | 'missing'>;
type ViewOf<T extends PrivatePageTypes> = PrivateView<T['own'], T['typed'], ErrorOf<T>, T['step']>;

/** A button that changes something, and the step on whose page it is. `run` returns the path of the next page. */
interface PrivateAction<T extends PrivatePageTypes> {
  run: (request: T['request']) => Promise<CmsResult<string>>;
  step: StepOf<T>;
}

/** What a form with valid fields does: it returns the path of the next page. `nonce` is that of the form token. */
export type PrivateCommand<Request> = (request: Request, nonce: string) => Promise<CmsResult<string>>;

/** A form of a private page, and the step on whose page it is. */
interface PrivateForm<T extends PrivatePageTypes> {
  step: StepOf<T>;
  /** The rate limit of valid forms, beside that of the page. */
  limit?: LimitName;
  fieldList: FormFieldList<T['field'], T['code']>;
  read: (
    form: FormFields,
    token: string,
  ) => { typed: T['typed']; parsed: ParsedForm<PrivateCommand<T['request']>, ErrorOf<T>[]> };
}

/** Returns what a form does with its fields, or what is wrong with them. */
export const withCommand = <Values, Errors, Request>(
  parsed: ParsedForm<Values, Errors>,
  run: (values: Values, request: Request, nonce: string) => Promise<CmsResult<string>>,
): ParsedForm<PrivateCommand<Request>, Errors> =>
  parsed.ok ? { ok: true, values: (request, nonce) => run(parsed.values, request, nonce) } : parsed;

/** What a private page does. Buttons are known by the value of their field `do`. */
export interface PrivatePageDefinition<T extends PrivatePageTypes> {
  tokenForm: TokenForm;
  isToken: (token: string) => boolean;
  load: (request: T['request']) => Promise<CmsResult<T['own']>>;
  /** Whether a step can (still) be taken; if not, the page shows how things are. */
  isOpen: (step: StepOf<T>, own: T['own']) => boolean;
  /** The buttons that only lead to a step. */
  steps: Readonly<Record<string, StepOf<T>>>;
  /** The buttons that lead to a step on which a field is marked as wrong. */
  errorSteps?: Readonly<Record<string, { step: StepOf<T>; errors: ErrorOf<T>[] }>>;
  /** The buttons that change something. */
  actions: Readonly<Record<string, PrivateAction<T>>>;
  /** The fields of the step `change` before anything was typed. */
  toTyped: (own: T['own']) => T['typed'];
  /** The forms by the name of their button. */
  forms: Readonly<Record<string, PrivateForm<T>>>;
}

/** Returns the path of the next page where a command has succeeded. */
export const nextPath = <Data>(result: CmsResult<Data>, path: (data: Data) => string): CmsResult<string> =>
  result.ok ? { ok: true, data: path(result.data) } : result;

const bare = { notice: null, formToken: '', own: null, typed: null, errors: [] } as const;
const closed = { ...bare, step: 'closed' } as const;
const meanwhile = { step: 'shown', notice: 'changed-meanwhile' } as const;
const gone = { status: 404, view: { ...bare, step: 'gone' } } as const;
/** The page for a link that has ended while its holder was typing, with what was typed. */
const goneWith = <Typed>(typed: Typed) => ({ status: 404, view: { ...gone.view, typed } });

/** The page without what the link leads to, because the CMS did not return it. */
function withoutOwn({ status, retryAfter = 0 }: { status: number; retryAfter?: number }) {
  if (status === 404 || status === 400) return gone;
  return status === 429
    ? ({ status, retryAfter, view: { ...closed, notice: 'rate-limited' } } as const)
    : ({ status: 503, view: { ...closed, notice: 'unavailable' } } as const);
}

/** Renders a step; what was being typed stays, also while the CMS is unavailable. */
async function showStep<T extends PrivatePageTypes>(
  page: PrivatePageDefinition<T>,
  request: T['request'],
  shown: Partial<ViewOf<T>> & { step: StepOf<T> },
  { status = 200, retryAfter }: { status?: number; retryAfter?: number } = {},
): Promise<FormResult<ViewOf<T>>> {
  const result = await page.load(request);
  const formToken = request.forms.createToken(page.tokenForm);
  if (!result.ok) {
    const failed = withoutOwn(result);
    if (!shown.typed) return failed;
    return failed.status === 404
      ? goneWith(shown.typed)
      : { ...failed, view: { ...failed.view, step: shown.step, typed: shown.typed, formToken } };
  }
  const own = result.data;
  if (shown.typed && !page.isOpen(shown.step, own))
    return { status: 409, view: { ...bare, formToken, own, typed: shown.typed, ...meanwhile } };
  const step = page.isOpen(shown.step, own) ? shown.step : 'shown';
  const typed = step === 'change' ? page.toTyped(own) : null;
  return { status, ...(retryAfter && { retryAfter }), view: { ...bare, formToken, own, typed, ...shown, step } };
}

/** Renders the page after a button that changed nothing. */
function showFailedAction<T extends PrivatePageTypes>(
  page: PrivatePageDefinition<T>,
  { state, request, step }: { state: FormState<string, never>; request: T['request']; step: StepOf<T> },
): FormResult<ViewOf<T>> | Promise<FormResult<ViewOf<T>>> {
  switch (state.name) {
    case 'unconfirmed':
      return showStep(page, request, { step, notice: 'again' }, { status: 422 });
    case 'conflict':
      return showStep(page, request, meanwhile, { status: 409 });
    case 'not-found':
    case 'rejected':
      return gone;
    case 'limited':
      return withoutOwn({ status: 429, retryAfter: state.retryAfter });
    default:
      return withoutOwn({ status: 503 });
  }
}

/** Renders the page of a form again with everything that was typed, and says why nothing was stored. */
function showFailedForm<T extends PrivatePageTypes>(
  page: PrivatePageDefinition<T>,
  { step, fieldList, read }: PrivateForm<T>,
  state: FormState<string, ErrorOf<T>[]>,
  request: T['request'],
): FormResult<ViewOf<T>> | Promise<FormResult<ViewOf<T>>> {
  const { typed } = read(request.form ?? new Map(), request.token);
  const again = { step, typed };
  switch (state.name) {
    case 'unconfirmed':
      return showStep(page, request, { ...again, notice: 'again' }, { status: 422 });
    case 'invalid':
      return showStep(page, request, { ...again, errors: state.errors }, { status: 422 });
    case 'rejected': {
      const errors = toFieldErrors(fieldList, state.issues);
      const notice = errors.length > 0 ? null : 'unavailable';
      return showStep(page, request, { ...again, errors, notice }, { status: 422 });
    }
    case 'conflict':
      return showStep(page, request, { typed, ...meanwhile }, { status: 409 });
    case 'not-found':
      return goneWith(typed);
    case 'limited': {
      const { retryAfter } = state;
      return showStep(page, request, { ...again, notice: 'rate-limited' }, { status: 429, retryAfter });
    }
    default:
      return showStep(page, request, { ...again, notice: 'unavailable' }, { status: 503 });
  }
}

/**
 * Returns the handler of a private page. Nothing is shown until the holder of the link presses a button, because phones
 * are shared, and the CMS is not asked before that, so that nobody learns from the page whether a link works.
 */
export function definePrivatePage<T extends PrivatePageTypes>(page: PrivatePageDefinition<T>) {
  const { tokenForm, steps, errorSteps = {} } = page;
  const handlerOf = (form: PrivateForm<T>) =>
    defineForm<T['request'], PrivateCommand<T['request']>, ErrorOf<T>[], string, ViewOf<T>>({
      token: tokenForm,
      ...(form.limit && { limit: form.limit }),
      schema: (fields, { token }) => form.read(fields, token).parsed,
      submit: (command, request, { nonce }) => command(request, nonce),
      redirect: (path) => path,
      view: (state, request) => showFailedForm(page, form, state, request),
    });
  const actionOf = ({ run, step }: PrivateAction<T>) =>
    defineForm<T['request'], null, never, string, ViewOf<T>>({
      token: tokenForm,
      schema: () => ({ ok: true, values: null }),
      submit: (_values, request) => run(request),
      redirect: (path) => path,
      view: (state, request) => showFailedAction(page, { state, request, step }),
    });
  const handlers = Object.fromEntries([
    ...Object.entries(page.forms).map(([name, form]) => [name, handlerOf(form)] as const),
    ...Object.entries(page.actions).map(([name, action]) => [name, actionOf(action)] as const),
  ]);

  return async (request: T['request']): Promise<FormResult<ViewOf<T>>> => {
    if (!page.isToken(request.token)) return gone;
    if (!request.form) return { status: 200, view: closed };
    const retryAfter = request.forms.consume('other');
    if (retryAfter > 0) return withoutOwn({ status: 429, retryAfter });
    const button = textField(request.form, 'do');
    const errorStep = errorSteps[button];
    if (errorStep) return showStep(page, request, errorStep, { status: 422 });
    const handle = handlers[button];
    return handle ? handle(request) : showStep(page, request, { step: steps[button] ?? 'shown' });
  };
}
