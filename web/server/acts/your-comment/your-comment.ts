import { privateToken, type PrivateComment } from 'shared';
import type { Cms } from '../../cms/client';
import type { Sent } from '../../cms/sending';
import type { Forms } from '../../forms/forms';
import { textOf, type PostedForm } from '../../forms/posted-form';
import { seeOther, type Outcome } from '../outcome';
import { checkChange, type ChangeTrouble, type TypedChange } from './typed-change';

/** `closed` says nothing yet; `delete` asks once more; `gone` is a link that leads nowhere (any more). */
export type YourStep = 'closed' | 'shown' | 'change' | 'delete' | 'gone';
/** `changed-meanwhile`: it was decided, or changed elsewhere, since the page was made. */
export type YourNotice = 'again' | 'too-often' | 'away' | 'changed-meanwhile' | null;

export interface YourView {
  step: YourStep;
  notice: YourNotice;
  stamp: string;
  comment: PrivateComment | null;
  typed: TypedChange | null;
  troubles: readonly ChangeTrouble[];
}

export interface YourParts {
  token: string;
  form: PostedForm | undefined;
  cms: Pick<Cms, 'lookPrivately' | 'changeComment' | 'takeNameOff' | 'renewLink' | 'deleteComment'>;
  forms: Pick<Forms, 'stamp' | 'readStamp' | 'take'>;
}

type Answer = Outcome<YourView>;

const bare = { notice: null, stamp: '', comment: null, typed: null, troubles: [] } as const;
const gone: Answer = { status: 404, view: { ...bare, step: 'gone' } };

const failed = ({ status, wait }: { status: number; wait: number }): Answer => {
  if (status === 404 || status === 400) return gone;
  return status === 429
    ? { status, wait, view: { ...bare, step: 'closed', notice: 'too-often' } }
    : { status: 503, view: { ...bare, step: 'closed', notice: 'away' } };
};

/** The page with the words on it. What its writer was typing stays typed. */
async function show({ token, cms, forms }: YourParts, step: YourStep, status = 200, shown: Partial<YourView> = {}): Promise<Answer> {
  const sent = await cms.lookPrivately({ token });
  const stamp = forms.stamp('your-comment');
  if (!sent.ok) {
    const answer = failed(sent);
    // While the CMS is away a change is not lost: its form stays.
    return shown.typed && 'view' in answer && answer.status !== 404
      ? { ...answer, view: { ...answer.view, step: 'change', typed: shown.typed, stamp } }
      : answer;
  }
  const comment = sent.data;
  const isFixed = step === 'change' && !comment.mayChange;
  return {
    status,
    view: { ...bare, step: isFixed ? 'shown' : step, stamp, comment, typed: step === 'change' ? { name: comment.name ?? '', words: comment.words, version: comment.version } : null, ...shown },
  };
}

async function change(parts: YourParts, form: PostedForm): Promise<Answer> {
  const typed = { name: textOf(form, 'name'), words: textOf(form, 'words'), version: Number(textOf(form, 'version')) };
  const checked = checkChange(typed);
  if (!checked.ok) return show(parts, 'change', 422, { typed, troubles: checked.troubles });
  const sent = await parts.cms.changeComment({ token: parts.token, ...checked.fields });
  if (sent.ok) return seeOther(`/your-comment/${sent.data.token}?done=changed`);
  if (sent.status === 404) return gone;
  if (sent.status === 409) return show(parts, 'shown', 409, { notice: 'changed-meanwhile', typed });
  const notice = sent.status === 429 ? 'too-often' : 'away';
  return show(parts, 'change', sent.status === 429 ? 429 : 503, { typed, notice });
}

const after = (sent: Sent<PrivateComment>, done: 'name-off' | 'renewed'): Answer => (sent.ok ? seeOther(`/your-comment/${sent.data.token}?done=${done}`) : failed(sent));

async function act(parts: YourParts, form: PostedForm): Promise<Answer> {
  const { token, cms, forms } = parts;
  const asked = textOf(form, 'do');
  if (asked === 'show' || asked === 'change' || asked === 'delete') return show(parts, asked === 'show' ? 'shown' : asked);
  const stamp = forms.readStamp('your-comment', textOf(form, 'stamp'));
  if (asked === 'save') {
    if (stamp.state === 'good') return change(parts, form);
    return show(parts, 'change', 422, { notice: 'again', typed: { name: textOf(form, 'name'), words: textOf(form, 'words'), version: Number(textOf(form, 'version')) } });
  }
  if (stamp.state !== 'good') return show(parts, asked === 'delete-now' ? 'delete' : 'shown', 422, { notice: 'again' });
  if (asked === 'name-off') return after(await cms.takeNameOff(token), 'name-off');
  if (asked === 'renew') return after(await cms.renewLink(token), 'renewed');
  if (asked !== 'delete-now') return show(parts, 'shown');
  const sent = await cms.deleteComment(token);
  return sent.ok ? seeOther('/your-comment?done=deleted') : failed(sent);
}

/**
 * The page `/your-comment/<token>`: no word of it is shown until its writer asks, because phones are shared; then what became of it
 * and everything that can be done with it. Nothing is asked of the CMS before that, so that nobody learns from the page whether a link works.
 */
export async function yourComment(parts: YourParts): Promise<Answer> {
  if (!privateToken.safeParse(parts.token).success) return gone;
  if (!parts.form) return { status: 200, view: { ...bare, step: 'closed' } };
  const wait = parts.forms.take('other');
  if (wait > 0) return { status: 429, wait, view: { ...bare, step: 'closed', notice: 'too-often' } };
  return act(parts, parts.form);
}
