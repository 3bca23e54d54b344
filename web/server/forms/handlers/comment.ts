import {
  type AddressMismatch,
  addressMismatches,
  type CommentErrorCode,
  commentErrorCodes,
  type CommentForm,
  commentForm,
  type CommentLocation,
  commentNumber,
  type Openness,
  type PersonalDetailKind,
  personalDetailsIn,
  type SentComment,
  sentComment,
} from 'shared';
import { z } from 'zod';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormResult, type FormState, pageFor } from '#server/forms/define-form';
import { type FieldError, parseWith, toFieldErrors } from '#server/forms/field-errors';
import type { FormServices } from '#server/forms/form-services';
import { textField } from '#server/forms/read-form';
import { openSealed, type Unsealed } from '#server/forms/sealed-state';
import { errorStatus } from '#shared/error-status';
import { emptyComment, mismatchIn, type TypedComment, typedComment } from './typed-comment';

const fields = ['name', 'text', 'audience', 'email', 'consent'] as const;
export type CommentField = (typeof fields)[number];
export type CommentFieldError = FieldError<CommentField, CommentErrorCode>;
const fieldList = { fields, codes: commentErrorCodes };

/** The post and the comment that a new comment belongs to. `isParentGone`: there is no replying to that comment (now). */
export interface CommentContext {
  post: { slug: string; title: string };
  openness: Openness;
  parent: CommentLocation | null;
  isParentGone: boolean;
  /** When time alone changes whether comments can be sent (ISO 8601). */
  changesAt: string | null;
}

/** The message above the form: press send again, wait, or the CMS is unavailable. */
export type CommentNotice = 'again' | 'asked-again' | 'rate-limited' | 'unavailable';

/**
 * `write` is the form, `review` shows the comment once more before it is sent, `closed` has no form but gives back what
 * was typed. `gone` is the same for a post that is no longer on the site.
 */
export interface CommentView {
  step: 'write' | 'review' | 'closed' | 'gone';
  typed: TypedComment;
  errors: readonly CommentFieldError[];
  notice: CommentNotice | null;
  /** The form token, in the step `review`. */
  formToken: string;
  /** The kinds of personal details in the text, in the step `review`. */
  details: readonly PersonalDetailKind[];
  /** An address that is not kept, or a wish for emails without an address, in the step `review`. */
  mismatch: AddressMismatch | null;
  /** Null when the CMS is unavailable, and when the post is gone. */
  context: CommentContext | null;
}

export interface CommentRequest extends FormRequest {
  slug: string;
  /** `?reply=` of the URL. */
  reply: string;
  cms: Pick<Cms, 'threads' | 'commentLocation' | 'redirect' | 'sendComment'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume' | 'network'>;
}

type State = FormState<SentComment, CommentFieldError[]>;

async function findParent(
  { cms, slug }: CommentRequest,
  reply: string,
): Promise<Pick<CommentContext, 'parent' | 'isParentGone'>> {
  if (reply === '') return { parent: null, isParentGone: false };
  const number = commentNumber.safeParse(/^\d+$/.test(reply) ? Number(reply) : null);
  if (!number.success) return { parent: null, isParentGone: true };
  const location = await cms.commentLocation(number.data).catch((error: unknown) => {
    if (errorStatus(error) === 404) return null;
    throw error;
  });
  return location?.mayBeAnswered && location.post.slug === slug
    ? { parent: location, isParentGone: false }
    : { parent: null, isParentGone: true };
}

/**
 * Returns what a new comment belongs to, or null when the CMS is unavailable.
 * @throws 404 when there is no such post
 */
async function loadContext(request: CommentRequest, reply: string): Promise<CommentContext | null> {
  const { cms, slug } = request;
  try {
    const [threads, parent] = await Promise.all([cms.threads(slug, 1), findParent(request, reply)]);
    const { post, openness, changesAt } = threads.meta;
    return { post, openness, changesAt, ...parent };
  } catch (error) {
    if (errorStatus(error) === 404) throw error;
    return null;
  }
}

const detailsIn = ({ name, text }: TypedComment): PersonalDetailKind[] => [
  ...new Set(personalDetailsIn(`${name}\n${text}`).map(({ kind }) => kind)),
];

/** What a state changes on the empty page, and its status where that is not the usual one. */
function stepFor(state: State, { form, forms }: CommentRequest): { shown: Partial<CommentView>; status?: number } {
  // The token stays: it was not used, or the comment may have arrived after all and must not arrive twice.
  const sameToken = form ? textField(form, 'formToken') : '';
  switch (state.name) {
    case 'invalid':
      return { shown: { errors: state.errors } };
    case 'unconfirmed': {
      const isFirst = state.token === 'missing';
      const shown = {
        step: 'review',
        formToken: forms.createToken('comment'),
        notice: isFirst ? null : 'again',
      } as const;
      return { shown, status: isFirst ? 200 : 422 };
    }
    case 'asked-again':
      return { shown: { step: 'review', notice: 'asked-again', formToken: sameToken } };
    case 'limited':
      return { shown: { step: 'review', notice: 'rate-limited', formToken: sameToken } };
    case 'unavailable':
      return { shown: { step: 'review', notice: 'unavailable', formToken: sameToken } };
    case 'rejected': {
      const errors = toFieldErrors(fieldList, state.issues);
      return { shown: { errors, notice: errors.length > 0 ? null : 'unavailable' } };
    }
    case 'not-found':
    case 'conflict':
      return { shown: { notice: 'unavailable' } };
    default:
      return { shown: {} };
  }
}

const bare = {
  step: 'write',
  errors: [],
  notice: null,
  formToken: '',
  details: [],
  mismatch: null,
  context: null,
} as const;

/** Renders the form; where no comment can be written, what was typed is given back instead. */
async function view(state: State, request: CommentRequest, values?: CommentForm): Promise<FormResult<CommentView>> {
  const { form, reply } = request;
  const asSent = form ? typedComment(form) : emptyComment(reply);
  // Once it is valid, it is shown as it will appear: the schema has trimmed it.
  const typed = values ? { ...asSent, name: values.name, text: values.text } : asSent;
  const { shown, status } = stepFor(state, request);
  const context = await loadContext(request, form ? typed.reply : reply);
  const details = shown.step === 'review' ? detailsIn(typed) : [];
  const mismatch = shown.step === 'review' ? mismatchIn(typed) : null;
  const page: CommentView = { ...bare, typed, details, mismatch, context };
  if (!context) return pageFor(state, { ...page, ...shown, notice: 'unavailable' }, 503);
  if (!context.openness.open) return pageFor(state, { ...page, step: 'closed' }, form ? 409 : 200);
  // A reply whose comment is gone can still be sent as a comment of its own, once its writer has seen that.
  if (context.isParentGone)
    return pageFor(
      state,
      { ...page, ...shown, step: 'write', formToken: '', typed: { ...typed, reply: '' } },
      form ? 409 : 404,
    );
  return pageFor(state, { ...page, ...shown }, status);
}

const thanksState = sentComment.extend({ mismatch: z.enum(addressMismatches).nullable().default(null) });

/** Returns what the page after sending shows; null for a URL that was not made here. */
export const commentThanks = (unsealed: Unsealed) => openSealed(thanksState, unsealed);

const commentPage = defineForm<CommentRequest, CommentForm, CommentFieldError[], SentComment, CommentView>({
  token: 'comment',
  honeypot: true,
  limit: 'comment',
  schema: (form) => parseWith(commentForm, typedComment(form), fieldList),
  submit: (values, { slug, cms, form, forms }, { nonce }) => {
    const { reply, honeypot } = typedComment(form ?? new Map());
    const parent = /^[1-9]\d{0,9}$/.test(reply) ? Number(reply) : null;
    return cms.sendComment(slug, { ...values, nonce, parent, honeypot: honeypot !== '', network: forms.network });
  },
  redirect: ({ number, audience, token, code, confirms, earlier }, { slug, form, forms }) => {
    const mismatch = form ? mismatchIn(typedComment(form)) : null;
    const sent: z.infer<typeof thanksState> = { number, audience, token, code, confirms, earlier, mismatch };
    return `/blog/${slug}/comment/thanks/${forms.seal(sent)}`;
  },
  view,
});

/** The button "Change it" of the review step shows the form again and sends nothing. */
const changeAgain = (request: CommentRequest) => view({ name: 'empty' }, request);

/**
 * The page `/blog/<slug>/comment`: the form, the review of what was typed, and the sending of it. Whatever goes wrong,
 * everything that was typed is on the page that says so. Where the post has moved, the form is sent on (307); where it is
 * gone, a page says so and gives back what was typed.
 * @throws 404 when the page of a post that does not exist is only read
 */
export async function writeComment(request: CommentRequest): Promise<FormResult<CommentView>> {
  const { slug, reply, form, cms } = request;
  try {
    return await (form && textField(form, 'do') === 'change' ? changeAgain(request) : commentPage(request));
  } catch (error) {
    const moved = await cms.redirect(`/blog/${slug}`).catch(() => null);
    if (moved)
      return { to: `${moved.to}/comment${reply === '' ? '' : `?reply=${encodeURIComponent(reply)}`}`, status: 307 };
    if (!form || errorStatus(error) !== 404) throw error;
    return { status: 404, view: { ...bare, step: 'gone', typed: typedComment(form) } };
  }
}
