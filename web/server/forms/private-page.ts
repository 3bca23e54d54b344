import type { CmsResult } from '#server/cms/commands';
import type { FormServices } from './form-services';
import type { Outcome } from './outcome';
import type { FormFields } from './read-form';

/** `closed` says nothing yet; `gone` is a link that leads nowhere (any more); a page of its own kind adds its own. */
type PrivateStep = 'closed' | 'shown' | 'change' | 'gone';
/** `changed-meanwhile`: it stands otherwise than when the page was made, so nothing was done. */
type PrivateNotice = 'again' | 'too-often' | 'away' | 'changed-meanwhile' | null;

/** A page behind a private link: `own` is what the link leads to, as soon as its owner has asked for it. */
export interface PrivateView<Own, Typed, Trouble, Step extends string = never> {
  step: PrivateStep | Step;
  notice: PrivateNotice;
  stamp: string;
  own: Own | null;
  typed: Typed | null;
  troubles: readonly Trouble[];
}

const bare = { notice: null, stamp: '', own: null, typed: null, troubles: [] } as const;
const closed = { ...bare, step: 'closed' } as const;

export const gone = { status: 404, view: { ...bare, step: 'gone' } } as const;

/** The page when the CMS took nothing. */
export const failed = ({ status, retryAfter }: { status: number; retryAfter: number }) => {
  if (status === 404 || status === 400) return gone;
  return status === 429
    ? ({ status, wait: retryAfter, view: { ...closed, notice: 'too-often' } } as const)
    : ({ status: 503, view: { ...closed, notice: 'away' } } as const);
};

/** The page with everything on it, as the CMS answered; `shown` says what is otherwise. What was being typed stays typed, also while the CMS is away. */
export function showOwn<Own, Typed, Trouble, Step extends string>(
  sent: CmsResult<Own>,
  stamp: string,
  status: number,
  shown: Partial<PrivateView<Own, Typed, Trouble, Step>> & { step: PrivateStep | Step },
): Outcome<PrivateView<Own, Typed, Trouble, Step>> {
  if (sent.ok) return { status, view: { ...bare, stamp, own: sent.data, ...shown } };
  const answer = failed(sent);
  return shown.typed && answer.status !== 404
    ? { ...answer, view: { ...answer.view, step: 'change', typed: shown.typed, stamp } }
    : answer;
}

/**
 * A private page: nothing is shown until its owner asks, because phones are shared. Nothing is asked of the CMS before that, so that
 * nobody learns from the page whether a link works.
 */
export async function openOwn<View>(
  isLink: boolean,
  form: FormFields | undefined,
  forms: Pick<FormServices, 'consume'>,
  act: (form: FormFields) => Promise<Outcome<View>>,
) {
  if (!isLink) return gone;
  if (!form) return { status: 200, view: closed } as const;
  const wait = forms.consume('other');
  return wait > 0 ? ({ status: 429, wait, view: { ...closed, notice: 'too-often' } } as const) : act(form);
}
