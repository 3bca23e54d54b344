import { commentNumber, privateCode } from 'shared';
import type { Cms } from '#server/cms/client';
import type { Forms } from '#server/forms/forms';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type PostedForm, textOf } from '#server/forms/posted-form';

/** `wrong`: that number and that code don't belong together, or aren't any. */
export interface FindView {
  typed: { number: string; code: string };
  notice: 'wrong' | 'too-often' | 'away' | null;
}

export interface FindParts {
  form: PostedForm | undefined;
  cms: Pick<Cms, 'lookPrivately'>;
  forms: Pick<Forms, 'take'>;
}

/** The page `/your-comment`: the number and the code that somebody wrote down lead to their private link. */
export async function findComment({ form, cms, forms }: FindParts): Promise<Outcome<FindView>> {
  const typed = { number: form ? textOf(form, 'number') : '', code: form ? textOf(form, 'code') : '' };
  const show = (status: number, notice: FindView['notice'], wait?: number): Outcome<FindView> => ({
    status,
    view: { typed, notice },
    ...(wait !== undefined && { wait }),
  });
  if (!form) return show(200, null);
  const number = commentNumber.safeParse(Number(typed.number.replace(/[\s#.]/g, '') || Number.NaN));
  const code = privateCode.safeParse(typed.code);
  if (!number.success || !code.success) return show(422, 'wrong');
  const wait = forms.take('code');
  if (wait > 0) return show(429, 'too-often', wait);
  const sent = await cms.lookPrivately({ number: number.data, code: code.data });
  if (sent.ok) return seeOther(`/your-comment/${sent.data.token}`);
  if (sent.status === 429) return show(429, 'too-often', sent.wait);
  return sent.status === 503 ? show(503, 'away') : show(422, 'wrong');
}
