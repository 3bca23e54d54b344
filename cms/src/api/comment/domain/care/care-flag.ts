import { readCareModel } from '#src/api/comment/read-care-model';
import { type CareFlag, flagByRules } from './care-rules';
import { type CareModel, type CareOpinion, opinionOf } from './model/care-model';

export type { CareFlag } from './care-rules';

/** What the counsellor reads if the model alone found something: it weighs a text as a whole and can't say which words. */
const modelReasons = {
  danger: 'The wording as a whole is like that of people in danger',
  distress: 'The wording as a whole is like that of people who are struggling',
};

/** Below this score the model is sure enough to overrule a phrase that speaks of distress, but not of danger. */
const vetoBelow = -0.3;

/**
 * Returns the flag that rules and model come to. Nothing that the rules call urgent is silenced or changed by the model; it
 * adds what they miss, and takes away distress that is none.
 */
export function combined(byRules: CareFlag | null, { flagged, someoneElse, urgent }: CareOpinion): CareFlag | null {
  if (byRules?.urgent) return byRules;
  if (byRules) {
    if (flagged < vetoBelow) return null;
    return urgent ? { ...byRules, urgent, reasons: [...byRules.reasons, modelReasons.danger] } : byRules;
  }
  if (flagged <= 0) return null;
  return {
    kind: someoneElse ? 'someone else' : 'self',
    urgent,
    reasons: [urgent ? modelReasons.danger : modelReasons.distress],
  };
}

let model: CareModel | undefined;

/**
 * Returns what suggests that the writer, or someone they speak of, is struggling. Null means that neither the rules nor the
 * model found anything, not that there is nothing to worry about.
 */
export function careFlag(text: string): CareFlag | null {
  model ??= readCareModel();
  return combined(flagByRules(text), opinionOf(model, text));
}
