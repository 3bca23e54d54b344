import {
  type CommentErrorCode,
  commentErrorCodes,
  commentNumber,
  privateChange,
  privateCode,
  type PrivateComment,
  type PrivateKey,
  privateMessage,
  privateToken,
} from 'shared';
import { z } from 'zod';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormState, pageFor, type ParsedForm } from '#server/forms/define-form';
import { type FieldError, parseWith } from '#server/forms/field-errors';
import type { FormServices } from '#server/forms/form-services';
import {
  definePrivatePage,
  nextPath,
  type PrivateRequest,
  type PrivateView,
  withCommand,
} from '#server/forms/private-page';
import { type FormFields, textField } from '#server/forms/read-form';

/** `wrong`: that number and that code do not belong together, or are none. */
export interface FindCommentView {
  typed: { number: string; code: string };
  notice: 'wrong' | 'rate-limited' | 'unavailable' | null;
}

export interface FindCommentRequest extends FormRequest {
  forms: Pick<FormServices, 'verifyToken' | 'consume' | 'network'>;
  cms: Pick<Cms, 'getPrivateComment'>;
}

const typedKey = (form: FormFields | undefined) => ({
  number: textField(form ?? new Map(), 'number'),
  code: textField(form ?? new Map(), 'code'),
});

function noticeFor({ name }: FormState<PrivateComment, null>): FindCommentView['notice'] {
  if (name === 'empty') return null;
  if (name === 'limited') return 'rate-limited';
  return name === 'unavailable' ? 'unavailable' : 'wrong';
}

/** The page `/your-comment`: the number and the code that someone wrote down lead to their private link. */
export const findComment = defineForm<FindCommentRequest, PrivateKey, null, PrivateComment, FindCommentView>({
  limit: 'guess',
  schema: (form, { forms }) => {
    const typed = typedKey(form);
    const number = commentNumber.safeParse(Number(typed.number.replace(/[\s#.]/g, '') || Number.NaN));
    const code = privateCode.safeParse(typed.code);
    return number.success && code.success
      ? { ok: true, values: { number: number.data, code: code.data, network: forms.network } }
      : { ok: false, errors: null };
  },
  submit: (key, { cms }) => cms.getPrivateComment(key),
  redirect: ({ token }) => `/your-comment/${token}`,
  view: (state, { form }) => {
    const notice = noticeFor(state);
    return pageFor(state, { typed: typedKey(form), notice }, notice === 'wrong' ? 422 : undefined);
  },
});

/** Name and text as their writer changes them, and the version that they had before. */
export interface TypedCommentChange {
  name: string;
  text: string;
  version: number;
}

/** What a writer wrote back to the counsellor. */
export interface TypedMessage {
  message: string;
}

export type PrivateCommentField = 'name' | 'text' | 'message';
export type PrivateCommentFieldError = FieldError<PrivateCommentField, CommentErrorCode>;
export type PrivateCommentView = PrivateView<
  PrivateComment,
  TypedCommentChange | TypedMessage,
  PrivateCommentFieldError,
  'delete'
>;

export interface PrivateCommentRequest extends PrivateRequest {
  cms: Pick<Cms, 'getPrivateComment' | 'changeComment' | 'writeBack' | 'removeName' | 'renewLink' | 'deleteComment'>;
}

const fieldList = { fields: ['name', 'text'], codes: commentErrorCodes } as const;
const changeable = privateChange.omit({ token: true });

const readChange = (form: FormFields): TypedCommentChange => ({
  name: textField(form, 'name'),
  text: textField(form, 'text'),
  version: Number(textField(form, 'version')),
});

function parseChange(typed: TypedCommentChange): ParsedForm<TypedCommentChange, PrivateCommentFieldError[]> {
  const parsed = parseWith(changeable, typed, fieldList);
  // An invalid version, which no page of ours contains: the text is checked again.
  return parsed.ok || parsed.errors.length > 0 ? parsed : { ok: false, errors: [{ field: 'text', code: 'missing' }] };
}

/** The text of a message is called `message` on the page, beside the text of the comment. */
const messageFields = { fields: ['message'], codes: commentErrorCodes } as const;
const writable = z.object({ message: privateMessage.shape.text });

const pathOf = (done: string) => (own: PrivateComment) => `/your-comment/${own.token}?done=${done}`;

/** The page `/your-comment/<token>`: the state of someone's comment, and everything that its writer can do with it. */
export const managePrivateComment = definePrivatePage<{
  request: PrivateCommentRequest;
  own: PrivateComment;
  typed: TypedCommentChange | TypedMessage;
  field: PrivateCommentField;
  code: CommentErrorCode;
  step: 'delete';
}>({
  tokenForm: 'private-comment',
  isToken: (token) => privateToken.safeParse(token).success,
  load: ({ cms, token }) => cms.getPrivateComment({ token }),
  isOpen: (step, own) => step !== 'change' || own.mayChange,
  steps: { show: 'shown', change: 'change', delete: 'delete' },
  actions: {
    'remove-name': {
      step: 'shown',
      run: async ({ cms, token }) => nextPath(await cms.removeName(token), pathOf('remove-name')),
    },
    renew: { step: 'shown', run: async ({ cms, token }) => nextPath(await cms.renewLink(token), pathOf('renewed')) },
    'delete-now': {
      step: 'delete',
      run: async ({ cms, token }) => nextPath(await cms.deleteComment(token), () => '/your-comment?done=deleted'),
    },
  },
  toTyped: ({ name, text, version }) => ({ name: name ?? '', text, version }),
  forms: {
    save: {
      step: 'change',
      fieldList,
      read: (form) => {
        const typed = readChange(form);
        return {
          typed,
          parsed: withCommand(parseChange(typed), async (fields, { cms, token }) =>
            nextPath(await cms.changeComment({ token, ...fields }), pathOf('changed')),
          ),
        };
      },
    },
    write: {
      step: 'shown',
      limit: 'comment',
      fieldList: messageFields,
      read: (form) => {
        const typed = { message: textField(form, 'message') };
        return {
          typed,
          parsed: withCommand(parseWith(writable, typed, messageFields), async ({ message }, { cms, token }, nonce) =>
            nextPath(await cms.writeBack({ token, text: message, nonce }), pathOf('written')),
          ),
        };
      },
    },
  },
});
