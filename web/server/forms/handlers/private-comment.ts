import { type PrivateComment, privateToken } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { failed, gone, openOwn, type PrivateView, showOwn } from '#server/forms/private-page';
import { type FormFields, textField } from '#server/forms/read-form';
import { type ChangeTrouble, checkChange, type TypedChange } from './typed-change';

export type YourView = PrivateView<PrivateComment, TypedChange, ChangeTrouble, 'delete'>;

export interface YourParts {
  token: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'getPrivateComment' | 'changeComment' | 'removeName' | 'renewLink' | 'deleteComment'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'consume'>;
}

type Answer = Outcome<YourView>;

const asItIs = ({ name, words, version }: PrivateComment): TypedChange => ({ name: name ?? '', words, version });
const typedIn = (form: FormFields): TypedChange => ({
  name: textField(form, 'name'),
  words: textField(form, 'words'),
  version: Number(textField(form, 'version')),
});

async function show(
  { token, cms, forms }: YourParts,
  step: YourView['step'],
  status = 200,
  shown: Partial<YourView> = {},
): Promise<Answer> {
  const sent = await cms.getPrivateComment({ token });
  const isFixed = step === 'change' && sent.ok && !sent.data.mayChange;
  const typed = sent.ok && step === 'change' ? asItIs(sent.data) : null;
  return showOwn(sent, forms.createToken('your-comment'), status, { step: isFixed ? 'shown' : step, typed, ...shown });
}

async function change(parts: YourParts, form: FormFields): Promise<Answer> {
  const typed = typedIn(form);
  const checked = checkChange(typed);
  if (!checked.ok) return show(parts, 'change', 422, { typed, troubles: checked.troubles });
  const sent = await parts.cms.changeComment({ token: parts.token, ...checked.fields });
  if (sent.ok) return seeOther(`/your-comment/${sent.data.token}?done=changed`);
  if (sent.status === 404) return gone;
  if (sent.status === 409) return show(parts, 'shown', 409, { notice: 'changed-meanwhile', typed });
  const notice = sent.status === 429 ? 'too-often' : 'away';
  return show(parts, 'change', sent.status === 429 ? 429 : 503, { typed, notice });
}

const after = (sent: CmsResult<PrivateComment>, done: 'name-off' | 'renewed'): Answer =>
  sent.ok ? seeOther(`/your-comment/${sent.data.token}?done=${done}`) : failed(sent);

async function act(parts: YourParts, form: FormFields): Promise<Answer> {
  const { token, cms, forms } = parts;
  const asked = textField(form, 'do');
  if (asked === 'show' || asked === 'change' || asked === 'delete')
    return show(parts, asked === 'show' ? 'shown' : asked);
  const stamp = forms.verifyToken('your-comment', textField(form, 'stamp'));
  if (asked === 'save') {
    if (stamp.state === 'valid') return change(parts, form);
    return show(parts, 'change', 422, { notice: 'again', typed: typedIn(form) });
  }
  if (stamp.state !== 'valid')
    return show(parts, asked === 'delete-now' ? 'delete' : 'shown', 422, { notice: 'again' });
  if (asked === 'name-off') return after(await cms.removeName(token), 'name-off');
  if (asked === 'renew') return after(await cms.renewLink(token), 'renewed');
  if (asked !== 'delete-now') return show(parts, 'shown');
  const sent = await cms.deleteComment(token);
  return sent.ok ? seeOther('/your-comment?done=deleted') : failed(sent);
}

/** The page `/your-comment/<token>`: what became of somebody's words and everything that can be done with them. */
export const yourComment = async (parts: YourParts): Promise<Answer> =>
  openOwn(privateToken.safeParse(parts.token).success, parts.form, parts.forms, (form) => act(parts, form));
