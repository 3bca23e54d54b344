import { commentNumber, privateCode } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';

/** `wrong`: that number and that code don't belong together, or aren't any. */
export interface FindView {
  typed: { number: string; code: string };
  notice: 'wrong' | 'too-often' | 'away' | null;
}

export interface FindParts {
  form: FormFields | undefined;
  cms: Pick<Cms, 'getPrivateComment'>;
  forms: Pick<FormServices, 'consume'>;
}

/** The page `/your-comment`: the number and the code that somebody wrote down lead to their private link. */
export async function findComment({ form, cms, forms }: FindParts): Promise<Outcome<FindView>> {
  const typed = { number: form ? textField(form, 'number') : '', code: form ? textField(form, 'code') : '' };
  const show = (status: number, notice: FindView['notice'], wait?: number): Outcome<FindView> => ({
    status,
    view: { typed, notice },
    ...(wait !== undefined && { wait }),
  });
  if (!form) return show(200, null);
  const number = commentNumber.safeParse(Number(typed.number.replace(/[\s#.]/g, '') || Number.NaN));
  const code = privateCode.safeParse(typed.code);
  if (!number.success || !code.success) return show(422, 'wrong');
  const wait = forms.consume('guess');
  if (wait > 0) return show(429, 'too-often', wait);
  const sent = await cms.getPrivateComment({ number: number.data, code: code.data });
  if (sent.ok) return seeOther(`/your-comment/${sent.data.token}`);
  if (sent.status === 429) return show(429, 'too-often', sent.retryAfter);
  return sent.status === 503 ? show(503, 'away') : show(422, 'wrong');
}
