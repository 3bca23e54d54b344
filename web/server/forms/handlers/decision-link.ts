import { type Decision, decisions, decisionToken, type DecisionView } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';

/** `ended`: a wrong link, or one that is older than seven days. */
export interface DecideView {
  step: 'look' | 'ended' | 'away';
  notice: 'again' | null;
  stamp: string;
  view: DecisionView | null;
}

export interface DecideParts {
  token: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'getDecision' | 'decide'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken'>;
}

type Answer = Outcome<DecideView>;

const isDecision = (word: string): word is Decision => (decisions as readonly string[]).includes(word);
const without = (status: number, step: 'ended' | 'away'): Answer => ({
  status,
  view: { step, notice: null, stamp: '', view: null },
});

async function look({ token, cms, forms }: DecideParts, notice: DecideView['notice']): Promise<Answer> {
  const sent = await cms.getDecision(token);
  if (!sent.ok) return sent.status === 404 || sent.status === 400 ? without(404, 'ended') : without(503, 'away');
  return {
    status: notice ? 422 : 200,
    view: { step: 'look', notice, stamp: forms.createToken('decide'), view: sent.data },
  };
}

/** The page `/decide/<token>`, for the counsellor: opening it decides nothing, because mail scanners open links; its buttons do, once. */
export async function decideByLink(parts: DecideParts): Promise<Answer> {
  const { token, form, cms, forms } = parts;
  if (!decisionToken.safeParse(token).success) return without(404, 'ended');
  if (!form) return look(parts, null);
  const decision = textField(form, 'do');
  if (!isDecision(decision) || forms.verifyToken('decide', textField(form, 'stamp')).state !== 'valid')
    return look(parts, 'again');
  const sent = await cms.decide(token, decision);
  if (sent.ok) return seeOther(`/decide/${token}`);
  return sent.status === 404 || sent.status === 400 ? without(404, 'ended') : without(503, 'away');
}
