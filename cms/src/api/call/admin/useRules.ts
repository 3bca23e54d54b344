import { useCallback, useEffect, useRef, useState } from 'react';
import { callOutcomeResponse, type CallRules, callRulesPreview, type StoredCallRules } from 'shared';
import { errorMessage, useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { noneLabel, savedLabel } from './call-labels';
import { checkRules, isSame, type RuleErrors, type TypedRules, typedRules } from './rules-form';

/** How long the counsellor has to stop typing before the times are worked out again, in milliseconds. */
const previewAfterMs = 400;

const noErrors: RuleErrors = { hours: {} };

/** What the typed rules come to. */
export interface Preview {
  /** Null until they were worked out for the first time. */
  slots: string[] | null;
  /** Why there are no slots, in a sentence. */
  whyNone: string;
  error: string | null;
}

/** Works out which times rules would give, whenever they change. @param rules null while something in them is wrong */
const usePreview = (rules: CallRules | null): Preview => {
  const [preview, setPreview] = useState<Preview>({ slots: null, whyNone: '', error: null });
  const post = useAdminPost();
  const wanted = rules === null ? null : JSON.stringify(rules);
  const isFirst = useRef(true);
  useEffect(() => {
    if (wanted === null) return undefined;
    let isOld = false;
    const tried = JSON.parse(wanted) as CallRules;
    const timer = setTimeout(
      () =>
        void post(callRulesPreview, '/calls/rules/preview', tried).then(
          ({ slots, reasons }) => !isOld && setPreview({ slots, whyNone: noneLabel(reasons, tried), error: null }),
          (error: unknown) => !isOld && setPreview({ slots: null, whyNone: '', error: errorMessage(error) }),
        ),
      isFirst.current ? 0 : previewAfterMs,
    );
    isFirst.current = false;
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [post, wanted]);
  return preview;
};

/** What is typed, what is stored, and what was saved elsewhere meanwhile. */
const useTypedRules = (first: StoredCallRules) => {
  const [stored, setStored] = useState(first);
  const [typed, setTyped] = useState(() => typedRules(first.rules));
  const [elsewhere, setElsewhere] = useState<StoredCallRules | null>(null);
  return {
    stored,
    typed,
    change: useCallback((to: Partial<TypedRules>) => setTyped((before) => ({ ...before, ...to })), []),
    elsewhere,
    setElsewhere,
    /** Takes what is stored for what is typed. */
    take: (now: StoredCallRules): void => {
      setStored(now);
      setTyped(typedRules(now.rules));
      setElsewhere(null);
    },
  };
};

/**
 * The rules of calls as they are typed, with what they come to. They are saved together.
 *
 * @param first as they were stored when the page was opened
 * @param refetch fetches them again
 */
export const useRules = (first: StoredCallRules, refetch: () => Promise<StoredCallRules | null>) => {
  const { setElsewhere, take, ...form } = useTypedRules(first);
  const { stored, typed, elsewhere } = form;
  const [hasTried, setTried] = useState(false);
  const { outcome, isBusy, run, clear } = useAdminAction();
  const post = useAdminPost();
  const checked = checkRules(typed);
  const preview = usePreview('rules' in checked ? checked.rules : null);

  /** @param version of the rules that are replaced */
  const save = async (version = stored.version): Promise<void> => {
    clear();
    setTried(true);
    if (!('rules' in checked)) return;
    const { rules } = checked;
    await run(async () => {
      const { outcome: settled } = await post(callOutcomeResponse, '/calls/rules', { version, rules });
      const now = await refetch();
      if (settled.status === 'done' && now !== null) take(now);
      if (settled.status === 'changed') setElsewhere(now);
      return { message: savedLabel(settled, rules), succeeded: settled.status === 'done' };
    });
  };
  const discard = (now: StoredCallRules): void => {
    clear();
    setTried(false);
    take(now);
  };
  return {
    ...form,
    errors: hasTried && 'errors' in checked ? checked.errors : noErrors,
    /** Something is wrong, whether or not it was said already. */
    isWrong: 'errors' in checked,
    isChanged: !isSame(typed, stored.rules),
    preview,
    outcome,
    isBusy,
    save,
    /** Saves what was typed in place of what was saved elsewhere. */
    saveAnyway: () => save(elsewhere?.version),
    takeElsewhere: () => elsewhere && discard(elsewhere),
    /** Types again what is stored. */
    undo: () => discard(stored),
  };
};

export type Rules = ReturnType<typeof useRules>;
