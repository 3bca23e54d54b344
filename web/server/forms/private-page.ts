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
  notice: 'again' | 'too-often' | 'away' | 'changed-meanwhile' | null;
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

/** A button that changes something, and the step on whose page it is. `run` returns the path of the next page. */
interface PrivateAction<Request, Step extends string> {
  run: (request: Request) => Promise<CmsResult<string>>;
  step: PrivateStep<Step>;
}

/** What makes one private page different from another. */
export interface PrivatePageDefinition<
  Request extends PrivateRequest,
  Own,
  Typed,
  Values,
  Field extends string,
  Code extends string,
  Step extends string,
> {
  tokenForm: TokenForm;
  isToken: (token: string) => boolean;
  load: (request: Request) => Promise<CmsResult<Own>>;
  /** Whether a step can (still) be taken; if not, the page shows how things are. */
  isOpen: (step: PrivateStep<Step>, own: Own) => boolean;
  /** The buttons that only lead to a step, by the value of `do`. */
  steps: Readonly<Record<string, PrivateStep<Step>>>;
  /** The buttons that lead to a step on which a field is marked as wrong. */
  errorSteps?: Readonly<Record<string, { step: PrivateStep<Step>; errors: FieldError<Field, Code | 'missing'>[] }>>;
  /** The buttons that change something, by the value of `do`. */
  actions: Readonly<Record<string, PrivateAction<Request, Step>>>;
  /** The button `save` of the step `change`. */
  change: {
    fieldList: FormFieldList<Field, Code>;
    toTyped: (own: Own) => Typed;
    readTyped: (form: FormFields) => Typed;
    schema: (typed: Typed, token: string) => ParsedForm<Values, FieldError<Field, Code | 'missing'>[]>;
    run: PrivateAction<Values & { request: Request }, never>['run'];
  };
}

/** Returns the path of the next page where a command has succeeded. */
export const nextPath = <T>(result: CmsResult<T>, path: (data: T) => string): CmsResult<string> =>
  result.ok ? { ok: true, data: path(result.data) } : result;

const bare = { notice: null, formToken: '', own: null, typed: null, errors: [] } as const;
const closed = { ...bare, step: 'closed' } as const;
const gone = { status: 404, view: { ...bare, step: 'gone' } } as const;

/** The page without what the link leads to, because the CMS did not return it. */
function withoutOwn({ status, retryAfter = 0 }: { status: number; retryAfter?: number }) {
  if (status === 404 || status === 400) return gone;
  return status === 429
    ? ({ status, retryAfter, view: { ...closed, notice: 'too-often' } } as const)
    : ({ status: 503, view: { ...closed, notice: 'away' } } as const);
}

/**
 * Returns the handler of a private page. Nothing is shown until the holder of the link presses a button, because phones
 * are shared, and the CMS is not asked before that, so that nobody learns from the page whether a link works.
 */
export function definePrivatePage<
  Request extends PrivateRequest,
  Own,
  Typed,
  Values,
  Field extends string,
  Code extends string,
  Step extends string,
>(definition: PrivatePageDefinition<Request, Own, Typed, Values, Field, Code, Step>) {
  const { tokenForm, isToken, load, isOpen, steps, errorSteps = {}, change } = definition;
  type Err = FieldError<Field, Code | 'missing'>;
  type View = PrivateView<Own, Typed, Err, Step>;
  type Shown = Partial<View> & { step: PrivateStep<Step> };

  /** Renders a step; what was being typed stays, also while the CMS is unavailable. */
  const show = async (request: Request, shown: Shown, status = 200, retryAfter?: number): Promise<FormResult<View>> => {
    const result = await load(request);
    const formToken = request.forms.createToken(tokenForm);
    if (!result.ok) {
      const failed = withoutOwn(result);
      return shown.typed && failed.status !== 404
        ? { ...failed, view: { ...failed.view, step: 'change', typed: shown.typed, formToken } }
        : failed;
    }
    const own = result.data;
    const typed = shown.step === 'change' ? change.toTyped(own) : null;
    const step = isOpen(shown.step, own) ? shown.step : 'shown';
    return { status, ...(retryAfter && { retryAfter }), view: { ...bare, formToken, own, typed, ...shown, step } };
  };

  const failedAction = (state: FormState<string, never>, request: Request, step: PrivateStep<Step>) => {
    switch (state.name) {
      case 'unconfirmed':
        return show(request, { step, notice: 'again' }, 422);
      case 'conflict':
        return show(request, { step: 'shown', notice: 'changed-meanwhile' }, 409);
      case 'not-found':
      case 'rejected':
        return gone;
      case 'limited':
        return withoutOwn({ status: 429, retryAfter: state.retryAfter });
      default:
        return withoutOwn({ status: 503 });
    }
  };

  const failedChange = (state: FormState<string, Err[]>, request: Request) => {
    const typed = change.readTyped(request.form ?? new Map());
    switch (state.name) {
      case 'unconfirmed':
        return show(request, { step: 'change', typed, notice: 'again' }, 422);
      case 'invalid':
        return show(request, { step: 'change', typed, errors: state.errors }, 422);
      case 'rejected': {
        const errors = toFieldErrors(change.fieldList, state.issues);
        return show(request, { step: 'change', typed, errors, notice: errors.length > 0 ? null : 'away' }, 422);
      }
      case 'conflict':
        return show(request, { step: 'shown', typed, notice: 'changed-meanwhile' }, 409);
      case 'not-found':
        return gone;
      case 'limited':
        return show(request, { step: 'change', typed, notice: 'too-often' }, 429, state.retryAfter);
      default:
        return show(request, { step: 'change', typed, notice: 'away' }, 503);
    }
  };

  const save = defineForm<Request, Values, Err[], string, View>({
    token: tokenForm,
    schema: (form, { token }) => change.schema(change.readTyped(form), token),
    submit: (values, request) => change.run({ ...values, request }),
    redirect: (path) => path,
    view: failedChange,
  });
  const actions = Object.fromEntries(
    Object.entries(definition.actions).map(([name, { run, step }]) => [
      name,
      defineForm<Request, null, never, string, View>({
        token: tokenForm,
        schema: () => ({ ok: true, values: null }),
        submit: (_values, request) => run(request),
        redirect: (path) => path,
        view: (state, request) => failedAction(state, request, step),
      }),
    ]),
  );

  return async (request: Request): Promise<FormResult<View>> => {
    if (!isToken(request.token)) return gone;
    if (!request.form) return { status: 200, view: closed };
    const retryAfter = request.forms.consume('other');
    if (retryAfter > 0) return withoutOwn({ status: 429, retryAfter });
    const button = textField(request.form, 'do');
    if (button === 'save') return save(request);
    const errorStep = errorSteps[button];
    if (errorStep) return show(request, errorStep, 422);
    const act = actions[button];
    return act ? act(request) : show(request, { step: steps[button] ?? 'shown' });
  };
}
