import { type ConfirmedMailbox, mailboxToken, type SentWithMailbox } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import { defineForm, type FormRequest, type FormResult, type FormState } from '#server/forms/define-form';
import { isTicked, textField } from '#server/forms/read-form';

/** `ask` has the button, `gone` is a link that is wrong or has expired. */
type Step = 'ask' | 'done' | 'gone' | 'unavailable';

export interface ConfirmView {
  /** `changed`: asked again, because the text has changed since it was shown; `disowned`: they didn't send it. */
  step: Step | 'changed' | 'disowned';
  /** What the link confirms; null if the CMS can't say. */
  sent: SentWithMailbox | null;
  /** Whether what they didn't send would have been published. */
  discarded: boolean;
  /** Whether confirming published the comment, and its private link; null before. */
  confirmed: ConfirmedMailbox | null;
}

export interface UnsubscribeView {
  step: Step;
  /** Whether the link is about one comment, so that emails about others may continue. */
  ofOneComment: boolean;
  all: boolean;
  /** Whether emails are allowed again. */
  again: boolean;
}

interface ConfirmRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'confirmMailbox' | 'disownSending' | 'lookAtSending'>;
}

interface UnsubscribeRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'resubscribe' | 'unsubscribe'>;
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

const noView: ConfirmView = { step: 'gone', sent: null, discarded: false, confirmed: null };

/** What they chose: that they sent it, with the version of the text that they saw, or that they didn't. */
interface Answer {
  isMine: boolean;
  version: number | null;
}
type Answered = { confirmed: ConfirmedMailbox } | { discarded: boolean };

/** The page with the buttons: what was sent is read again, because it may have changed since it was shown. */
async function askPage({ cms, token }: ConfirmRequest, step: 'ask' | 'changed'): Promise<FormResult<ConfirmView>> {
  const result = await cms.lookAtSending(token);
  if (result.ok) return { status: step === 'ask' ? 200 : 409, view: { ...noView, step, sent: result.data } };
  const failed = result.status === 404 ? 'gone' : 'unavailable';
  return { status: stepStatuses[failed], view: { ...noView, step: failed } };
}

async function sendAnswer({ isMine, version }: Answer, { cms, token }: ConfirmRequest): Promise<CmsResult<Answered>> {
  if (!isMine) return cms.disownSending(token);
  const result = await cms.confirmMailbox(token, version);
  return result.ok ? { ok: true, data: { confirmed: result.data } } : result;
}

function answeredPage(data: Answered): FormResult<ConfirmView> {
  return 'confirmed' in data
    ? { status: 200, view: { ...noView, step: 'done', confirmed: data.confirmed } }
    : { status: 200, view: { ...noView, step: 'disowned', discarded: data.discarded } };
}

const confirmPage = defineForm<ConfirmRequest, Answer, never, Answered, ConfirmView>({
  schema: (form) => {
    const version = /^[1-9]\d{0,6}$/.exec(textField(form, 'version'))?.[0];
    return {
      ok: true,
      values: { isMine: textField(form, 'do') !== 'not-mine', version: version === undefined ? null : Number(version) },
    };
  },
  submit: sendAnswer,
  view: (state, request) => {
    if (state.name === 'sent') return answeredPage(state.data);
    if (state.name === 'empty') return askPage(request, 'ask');
    if (state.name === 'conflict') return askPage(request, 'changed');
    const step = stepOf(state);
    return { status: stepStatuses[step], view: { ...noView, step } };
  },
});

/** The page `/mail/confirm/<token>`: only its buttons change anything, because mail scanners follow links. */
export const confirmMailbox = async (request: ConfirmRequest): Promise<FormResult<ConfirmView>> =>
  isToken(request.token) ? confirmPage(request) : { status: 404, view: noView };

interface Choice {
  all: boolean;
  again: boolean;
}

const unsubscribePage = defineForm<UnsubscribeRequest, Choice, never, Choice, UnsubscribeView>({
  schema: (form) => ({
    ok: true,
    // Mail programs know one list only: without the page's own button, all emails are stopped.
    values: isTicked(form, 'List-Unsubscribe')
      ? { all: true, again: false }
      : { all: textField(form, 'do') !== 'one', again: textField(form, 'do') === 'again' },
  }),
  submit: async (choice, { cms, token }) => {
    const result = choice.again ? await cms.resubscribe(token) : await cms.unsubscribe(token, choice.all);
    return result.ok ? { ok: true, data: choice } : result;
  },
  view: (state, { token }) => {
    const step = stepOf(state);
    const { all, again } = state.name === 'sent' ? state.data : { all: false, again: false };
    return { status: stepStatuses[step], view: { step, ofOneComment: isAboutOneComment(token), all, again } };
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
    : { status: 404, view: { step: 'gone', ofOneComment: isAboutOneComment(request.token), all: false, again: false } };
