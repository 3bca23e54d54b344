import { type ConfirmedMailbox, mailboxToken } from 'shared';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormResult, type FormState } from '#server/forms/define-form';
import { isTicked, textField } from '#server/forms/read-form';

/** `ask` has the button, `gone` is a link that is wrong or has expired. */
type Step = 'ask' | 'done' | 'gone' | 'unavailable';

export interface ConfirmView {
  step: Step;
  /** Whether confirming published the comment, and its private link; null before. */
  confirmed: ConfirmedMailbox | null;
}

export interface UnsubscribeView {
  step: Step;
  /** Whether the link is about one comment, so that emails about others may continue. */
  ofOneComment: boolean;
  all: boolean;
}

interface ConfirmRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'confirmMailbox'>;
}

interface UnsubscribeRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'unsubscribe'>;
}

const isToken = (token: string): boolean => mailboxToken.safeParse(token).success;
const stepStatuses = { ask: 200, done: 200, gone: 404, unavailable: 503 } as const satisfies Record<Step, number>;

function stepOf({ name }: FormState<unknown, never>): Step {
  switch (name) {
    case 'empty':
      return 'ask';
    case 'sent':
      return 'done';
    case 'limited':
    case 'unavailable':
      return 'unavailable';
    default:
      return 'gone';
  }
}

const confirmPage = defineForm<ConfirmRequest, null, never, ConfirmedMailbox, ConfirmView>({
  schema: () => ({ ok: true, values: null }),
  submit: (_values, { cms, token }) => cms.confirmMailbox(token),
  view: (state) => {
    const step = stepOf(state);
    return { status: stepStatuses[step], view: { step, confirmed: state.name === 'sent' ? state.data : null } };
  },
});

/** The page `/mail/confirm/<token>`: only its button confirms the address, because mail scanners follow links. */
export const confirmMailbox = async (request: ConfirmRequest): Promise<FormResult<ConfirmView>> =>
  isToken(request.token) ? confirmPage(request) : { status: 404, view: { step: 'gone', confirmed: null } };

const unsubscribePage = defineForm<UnsubscribeRequest, { all: boolean }, never, { all: boolean }, UnsubscribeView>({
  schema: (form) => ({
    ok: true,
    // Mail programs know one list only: without the page's own button, all emails are stopped.
    values: { all: isTicked(form, 'List-Unsubscribe') || textField(form, 'do') !== 'one' },
  }),
  submit: async ({ all }, { cms, token }) => {
    const result = await cms.unsubscribe(token, all);
    return result.ok ? { ok: true, data: { all } } : result;
  },
  view: (state, { token }) => {
    const step = stepOf(state);
    const all = state.name === 'sent' && state.data.all;
    return { status: stepStatuses[step], view: { step, ofOneComment: isAboutOneComment(token), all } };
  },
});

const isAboutOneComment = (token: string): boolean => token.split('.')[1] !== '0';

/**
 * The page `/mail/unsubscribe/<token>`: a page with buttons for people, and one POST without a page, a cookie or a form
 * token for mail programs. It may be sent any number of times.
 * @see https://www.rfc-editor.org/rfc/rfc8058 (`List-Unsubscribe=One-Click`)
 */
export const unsubscribeMailbox = async (request: UnsubscribeRequest): Promise<FormResult<UnsubscribeView>> =>
  isToken(request.token)
    ? unsubscribePage(request)
    : { status: 404, view: { step: 'gone', ofOneComment: isAboutOneComment(request.token), all: false } };
