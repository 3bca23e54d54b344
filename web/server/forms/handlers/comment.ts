import { type CommentForm, type PersonalDetailKind, personalDetailsIn } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';
import { type Surroundings, surroundingsOf } from './comment-surroundings';
import type { Thanks } from './comment-thanks';
import {
  checkComment,
  type FieldTrouble,
  nothingTyped,
  troublesOf,
  type TypedComment,
  typedComment,
} from './typed-comment';

/** Said above the form: press send again; wait; it can't be taken now. */
export type CommentNotice = 'again' | 'too-often' | 'away';

/** `write` is the form, `review` shows it once more before it is sent, `closed` has no form but gives back what was typed. */
export interface CommentView {
  step: 'write' | 'review' | 'closed';
  typed: TypedComment;
  troubles: readonly FieldTrouble[];
  notice: CommentNotice | null;
  /** Of a review. */
  stamp: string;
  details: readonly PersonalDetailKind[];
  /** Null when the CMS can't be asked. */
  around: Surroundings | null;
}

export interface WriteParts {
  slug: string;
  /** `?reply=` of the address. */
  reply: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'post' | 'threads' | 'commentPlace' | 'redirect' | 'sendComment'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume'>;
}

type Answer = Outcome<CommentView>;
type Shown = Partial<CommentView> & Pick<CommentView, 'step'>;

const detailsOf = (typed: TypedComment): PersonalDetailKind[] => [
  ...new Set(personalDetailsIn(`${typed.name}\n${typed.words}`).map(({ kind }) => kind)),
];

/** Puts a page together around what was typed; where nothing can be written, what was typed is given back instead. */
async function show(
  { slug, cms, form, reply }: WriteParts,
  typed: TypedComment,
  status: number,
  shown: Shown,
): Promise<Answer> {
  const around = await surroundingsOf(cms, slug, form ? typed.reply : reply);
  const base = {
    typed,
    troubles: [],
    notice: null,
    stamp: '',
    details: shown.step === 'review' ? detailsOf(typed) : [],
    around,
  };
  if (!around) return { status: 503, view: { ...base, ...shown, notice: 'away' } };
  if (!around.openness.open) return { status: form ? 409 : 200, view: { ...base, step: 'closed' } };
  // What can't be answered any more can still be said as a comment of its own, once its writer has seen that.
  if (around.lost)
    return {
      status: form ? 409 : 404,
      view: { ...base, ...shown, step: 'write', stamp: '', typed: { ...typed, reply: '' } },
    };
  return { status, view: { ...base, ...shown } };
}

async function send(
  parts: WriteParts,
  typed: TypedComment,
  fields: CommentForm,
  nonce: string,
  age: number,
): Promise<Answer> {
  const { slug, cms, forms, form } = parts;
  const stamp = textField(form ?? new Map(), 'stamp');
  const wait = forms.consume('comment');
  // The stamp stays: it was not used, or the comment may have arrived after all and must not arrive twice.
  const tooOften = async (seconds: number): Promise<Answer> => ({
    ...(await show(parts, typed, 429, { step: 'review', notice: 'too-often', stamp })),
    wait: seconds,
  });
  if (wait > 0) return tooOften(wait);
  const parent = /^[1-9]\d{0,9}$/.test(typed.reply) ? Number(typed.reply) : null;
  const sent = await cms.sendComment(slug, { ...fields, nonce, parent, trap: typed.trap !== '', stampAge: age });
  if (sent.ok) {
    const { number, audience, token, code, confirms } = sent.data;
    return seeOther(
      `/blog/${slug}/comment/thanks/${forms.seal({ number, audience, token, code, confirms } satisfies Thanks)}`,
    );
  }
  if (sent.status === 429) return tooOften(sent.retryAfter);
  if (sent.status === 503) return show(parts, typed, 503, { step: 'review', notice: 'away', stamp });
  const troubles = troublesOf(sent.issues.map(({ path, code }) => ({ path, says: code })));
  return show(parts, typed, sent.status === 400 ? 422 : sent.status, {
    step: 'write',
    troubles,
    notice: troubles.length > 0 ? null : 'away',
  });
}

async function answer(parts: WriteParts): Promise<Answer> {
  const { form, forms, reply } = parts;
  if (!form) return show(parts, nothingTyped(reply), 200, { step: 'write' });
  const typed = typedComment(form);
  if (textField(form, 'do') === 'change') return show(parts, typed, 200, { step: 'write' });
  const checked = checkComment(typed);
  if (!checked.ok) return show(parts, typed, 422, { step: 'write', troubles: checked.troubles });
  // From here on it is shown as it will appear: the schema tidies what was typed.
  const { name, words } = checked.fields;
  const tidy = { ...typed, name, words };
  const stamp = forms.verifyToken('comment', textField(form, 'stamp'));
  if (stamp.state === 'valid') return send(parts, tidy, checked.fields, stamp.nonce, stamp.age);
  const isFirst = stamp.state === 'missing';
  return show(parts, tidy, isFirst ? 200 : 422, {
    step: 'review',
    stamp: forms.createToken('comment'),
    notice: isFirst ? null : 'again',
  });
}

/**
 * The page `/blog/<slug>/comment`: the form; what was typed, once more, for who has no stamp yet; and the sending of it. Whatever goes
 * wrong, everything typed is on the page that says so. A post that moved takes the form along (307). Throws 404 when there is none.
 */
export const writeComment = (parts: WriteParts): Promise<Answer> =>
  answer(parts).catch(async (problem: unknown): Promise<Answer> => {
    const moved = await parts.cms.redirect(`/blog/${parts.slug}`).catch(() => null);
    if (!moved) throw problem;
    return {
      to: `${moved.to}/comment${parts.reply === '' ? '' : `?reply=${encodeURIComponent(parts.reply)}`}`,
      status: 307,
    };
  });
