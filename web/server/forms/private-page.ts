import type { CmsResult } from '#server/cms/commands';
import { defineForm, type FormRequest, type FormResult, type FormState, type ParsedForm } from './define-form';
import { type FieldError, type FormFieldList, toFieldErrors } from './field-errors';
import type { FormServices } from './form-services';
import type { TokenForm } from './form-token';
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
  /** The fields of the step `change` as they were filled in. */
  typed: unknown;
  /** The same fields, valid. */
  values: unknown;
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
  /** The button `save` of the step `change`. */
  change: {
    fieldList: FormFieldList<T['field'], T['code']>;
    toTyped: (own: T['own']) => T['typed'];
    readTyped: (form: FormFields) => T['typed'];
    schema: (typed: T['typed'], token: string) => ParsedForm<T['values'], ErrorOf<T>[]>;
    run: (values: T['values'], request: T['request']) => Promise<CmsResult<string>>;
  };
}

/** Returns the path of the next page where a command has succeeded. */
export const nextPath = <Data>(result: CmsResult<Data>, path: (data: Data) => string): CmsResult<string> =>
  result.ok ? { ok: true, data: path(result.data) } : result;

const bare = { notice: null, formToken: '', own: null, typed: null, errors: [] } as const;
const closed = { ...bare, step: 'closed' } as const;
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
      : { ...failed, view: { ...failed.view, step: 'change', typed: shown.typed, formToken } };
  }
  const own = result.data;
  const step = page.isOpen(shown.step, own) ? shown.step : 'shown';
  const typed = step === 'change' ? page.change.toTyped(own) : null;
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
      return showStep(page, request, { step: 'shown', notice: 'changed-meanwhile' }, { status: 409 });
    case 'not-found':
    case 'rejected':
      return gone;
    case 'limited':
      return withoutOwn({ status: 429, retryAfter: state.retryAfter });
    default:
      return withoutOwn({ status: 503 });
  }
}

/** Renders the step `change` again with everything that was typed, and says why it was not saved. */
function showFailedChange<T extends PrivatePageTypes>(
  page: PrivatePageDefinition<T>,
  state: FormState<string, ErrorOf<T>[]>,
  request: T['request'],
): FormResult<ViewOf<T>> | Promise<FormResult<ViewOf<T>>> {
  const typed = page.change.readTyped(request.form ?? new Map());
  const change = { step: 'change', typed } as const;
  switch (state.name) {
    case 'unconfirmed':
      return showStep(page, request, { ...change, notice: 'again' }, { status: 422 });
    case 'invalid':
      return showStep(page, request, { ...change, errors: state.errors }, { status: 422 });
    case 'rejected': {
      const errors = toFieldErrors(page.change.fieldList, state.issues);
      return showStep(
        page,
        request,
        { ...change, errors, notice: errors.length > 0 ? null : 'unavailable' },
        { status: 422 },
      );
    }
    case 'conflict':
      return showStep(page, request, { step: 'shown', typed, notice: 'changed-meanwhile' }, { status: 409 });
    case 'not-found':
      return goneWith(typed);
    case 'limited':
      return showStep(
        page,
        request,
        { ...change, notice: 'rate-limited' },
        { status: 429, retryAfter: state.retryAfter },
      );
    default:
      return showStep(page, request, { ...change, notice: 'unavailable' }, { status: 503 });
  }
}

/**
 * Returns the handler of a private page. Nothing is shown until the holder of the link presses a button, because phones
 * are shared, and the CMS is not asked before that, so that nobody learns from the page whether a link works.
 */
export function definePrivatePage<T extends PrivatePageTypes>(page: PrivatePageDefinition<T>) {
  const { tokenForm, change, steps, errorSteps = {} } = page;
  const save = defineForm<T['request'], T['values'], ErrorOf<T>[], string, ViewOf<T>>({
    token: tokenForm,
    schema: (form, { token }) => change.schema(change.readTyped(form), token),
    submit: change.run,
    redirect: (path) => path,
    view: (state, request) => showFailedChange(page, state, request),
  });
  const actionOf = ({ run, step }: PrivateAction<T>) =>
    defineForm<T['request'], null, never, string, ViewOf<T>>({
      token: tokenForm,
      schema: () => ({ ok: true, values: null }),
      submit: (_values, request) => run(request),
      redirect: (path) => path,
      view: (state, request) => showFailedAction(page, { state, request, step }),
    });
  const actions = Object.fromEntries(Object.entries(page.actions).map(([name, action]) => [name, actionOf(action)]));

  return async (request: T['request']): Promise<FormResult<ViewOf<T>>> => {
    if (!page.isToken(request.token)) return gone;
    if (!request.form) return { status: 200, view: closed };
    const retryAfter = request.forms.consume('other');
    if (retryAfter > 0) return withoutOwn({ status: 429, retryAfter });
    const button = textField(request.form, 'do');
    if (button === 'save') return save(request);
    const errorStep = errorSteps[button];
    if (errorStep) return showStep(page, request, errorStep, { status: 422 });
    const action = actions[button];
    return action ? action(request) : showStep(page, request, { step: steps[button] ?? 'shown' });
  };
}
