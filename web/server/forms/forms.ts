import type { IncomingMessage } from 'node:http';
import type { Settings } from '#server/settings';
import { makeStamp, type ReadStamp, readStamp, type StampedForm } from './form-token';
import { keyFor } from './key';
import { type LimitedAct, Limits } from './rate-limiter';
import { seal, unseal, type Unsealed } from './sealed-state';
import { networkOfVisitor } from './visitor';

/** What pages that take a form need beside the form: stamps, seals and limits, for one request. */
export interface Forms {
  stamp(form: StampedForm): string;
  readStamp(form: StampedForm, stamp: string): ReadStamp;
  seal(value: unknown): string;
  unseal(sealed: string): Unsealed;
  /** Counts one act of this request's network: 0, or the seconds to wait. */
  take(act: LimitedAct): number;
}

/** The forms of this process; `forms(req)` are those of one request. `now` in milliseconds. */
export function formsOf(settings: Pick<Settings, 'webToken' | 'behindProxy' | 'formLimits'>, now: () => number) {
  const stamps = keyFor('form stamp', settings.webToken);
  const seals = keyFor('thanks page', settings.webToken);
  const limits = new Limits({ now, off: !settings.formLimits });
  const forgetting = setInterval(() => {
    limits.forget();
  }, 60_000).unref();
  return {
    forms: (req: IncomingMessage): Forms => ({
      stamp: (form) => makeStamp(stamps, form, Date.now()),
      readStamp: (form, stamp) => readStamp(stamps, form, stamp, Date.now()),
      seal: (value) => seal(seals, value, Date.now()),
      unseal: (sealed) => unseal(seals, sealed, Date.now()),
      take: (act) => limits.take(act, networkOfVisitor(req, settings.behindProxy)),
    }),
    close: () => {
      clearInterval(forgetting);
    },
  };
}
