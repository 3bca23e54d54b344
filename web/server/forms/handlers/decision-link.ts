import { type Decision, decisions, decisionToken, type DecisionView } from 'shared';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormResult, type FormState, pageFor } from '#server/forms/define-form';
import type { FormServices } from '#server/forms/form-services';
import { textField } from '#server/forms/read-form';

/** `ended`: a link that is wrong, or older than seven days. */
export interface DecideView {
  step: 'look' | 'ended' | 'away';
  notice: 'again' | null;
  stamp: string;
  view: DecisionView | null;
}

export interface DecideParts extends FormRequest {
  token: string;
  cms: Pick<Cms, 'getDecision' | 'decide'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'consume'>;
}

const isDecision = (name: string): name is Decision => (decisions as readonly string[]).includes(name);
const withoutDecision = (status: 404 | 503): FormResult<DecideView> => ({
  status,
  view: { step: status === 404 ? 'ended' : 'away', notice: null, stamp: '', view: null },
});

async function view(state: FormState<DecisionView, null>, request: DecideParts): Promise<FormResult<DecideView>> {
  const { token, cms, forms } = request;
  if (state.name === 'not-found' || state.name === 'rejected') return withoutDecision(404);
  if (state.name !== 'empty' && state.name !== 'invalid' && state.name !== 'unconfirmed') return withoutDecision(503);
  const result = await cms.getDecision(token);
  if (!result.ok) return withoutDecision(result.status === 404 || result.status === 400 ? 404 : 503);
  const notice = state.name === 'empty' ? null : 'again';
  return pageFor(state, { step: 'look', notice, stamp: forms.createToken('decide'), view: result.data });
}

const decisionPage = defineForm<DecideParts, Decision, null, DecisionView, DecideView>({
  token: 'decide',
  schema: (form) => {
    const decision = textField(form, 'do');
    return isDecision(decision) ? { ok: true, values: decision } : { ok: false, errors: null };
  },
  submit: (decision, { cms, token }) => cms.decide(token, decision),
  redirect: (_data, { token }) => `/decide/${token}`,
  view,
});

/** The page `/decide/<token>`, for the counsellor: opening it decides nothing, because mail scanners open links; its buttons do, once. */
export const decideByLink = async (request: DecideParts): Promise<FormResult<DecideView>> =>
  decisionToken.safeParse(request.token).success ? decisionPage(request) : withoutDecision(404);
