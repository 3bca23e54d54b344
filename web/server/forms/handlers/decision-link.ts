import { type Decision, decisionCommand, decisionToken, type DecisionView } from 'shared';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormResult, type FormState, pageFor } from '#server/forms/define-form';
import type { FormServices } from '#server/forms/form-services';
import { textField } from '#server/forms/read-form';

/** `ended`: a link that is wrong, or whose comment was deleted; one that no longer works has a view that says so. */
export interface DecisionLinkView {
  step: 'look' | 'ended' | 'unavailable';
  notice: 'again' | null;
  formToken: string;
  view: DecisionView | null;
}

export interface DecisionRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'getDecision' | 'decide'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'consume'>;
}

const withoutDecision = (status: 404 | 503): FormResult<DecisionLinkView> => ({
  status,
  view: { step: status === 404 ? 'ended' : 'unavailable', notice: null, formToken: '', view: null },
});

async function view(
  state: FormState<DecisionView, null>,
  request: DecisionRequest,
): Promise<FormResult<DecisionLinkView>> {
  const { token, cms, forms } = request;
  if (state.name === 'not-found' || state.name === 'rejected') return withoutDecision(404);
  if (state.name !== 'empty' && state.name !== 'invalid' && state.name !== 'unconfirmed') return withoutDecision(503);
  const result = await cms.getDecision(token);
  if (!result.ok) return withoutDecision(result.status === 404 || result.status === 400 ? 404 : 503);
  const notice = state.name === 'empty' ? null : 'again';
  const view: DecisionLinkView = { step: 'look', notice, formToken: forms.createToken('decision'), view: result.data };
  return result.data.state === 'ended' ? pageFor(state, view, 404) : pageFor(state, view);
}

const decisionPage = defineForm<DecisionRequest, Decision, null, DecisionView, DecisionLinkView>({
  token: 'decision',
  schema: (form) => {
    const decision = decisionCommand.shape.decision.safeParse(textField(form, 'do'));
    return decision.success ? { ok: true, values: decision.data } : { ok: false, errors: null };
  },
  submit: (decision, { cms, token }) => cms.decide(token, decision),
  redirect: (_data, { token }, decision) => `/decide/${token}?done=${decision}`,
  view,
});

/**
 * The page `/decide/<token>`, for the counsellor: opening it decides nothing, because mail scanners open links; its
 * buttons do, once.
 */
export const decideByLink = async (request: DecisionRequest): Promise<FormResult<DecisionLinkView>> =>
  decisionToken.safeParse(request.token).success ? decisionPage(request) : withoutDecision(404);
