import { placeToken, type PrivatePlace } from 'shared';
import type { Cms } from '../../cms/client';
import type { Sent } from '../../cms/sending';
import type { Forms } from '../../forms/forms';
import { textOf, type PostedForm } from '../../forms/posted-form';
import { seeOther, type Outcome } from '../outcome';
import { checkPlace, placeAsTyped, placeTroublesOf, typedPlace, type PlaceTrouble, type TypedPlace } from './typed-place';

/** `closed` says nothing yet; `cancel` and `pass-on` ask once more; `gone` is a link that leads nowhere (any more). */
export type PlaceStep = 'closed' | 'shown' | 'change' | 'cancel' | 'pass-on' | 'gone';
/** `changed-meanwhile`: it stands otherwise than when the page was made, so nothing was done. */
export type PlaceNotice = 'again' | 'too-often' | 'away' | 'changed-meanwhile' | null;

export interface PlaceView {
  step: PlaceStep;
  notice: PlaceNotice;
  stamp: string;
  place: PrivatePlace | null;
  typed: TypedPlace | null;
  troubles: readonly PlaceTrouble[];
}

export interface PlaceParts {
  token: string;
  form: PostedForm | undefined;
  cms: Pick<Cms, 'lookAtPlace' | 'changePlace' | 'cancelPlace' | 'acceptOffer' | 'passOnOffer'>;
  forms: Pick<Forms, 'stamp' | 'readStamp' | 'take'>;
}

type Answer = Outcome<PlaceView>;

const bare = { notice: null, stamp: '', place: null, typed: null, troubles: [] } as const;
const gone: Answer = { status: 404, view: { ...bare, step: 'gone' } };

const failed = ({ status, wait }: { status: number; wait: number }): Answer => {
  if (status === 404 || status === 400) return gone;
  return status === 429
    ? { status, wait, view: { ...bare, step: 'closed', notice: 'too-often' } }
    : { status: 503, view: { ...bare, step: 'closed', notice: 'away' } };
};

/** Whether a step can (still) be taken as the place stands. */
const isOpen = (step: PlaceStep, place: PrivatePlace): boolean => {
  if (step === 'cancel') return place.mayChange;
  if (step === 'pass-on') return place.state === 'offered';
  return step !== 'change' || place.mayChange || place.certificate;
};

/** The page with everything on it. What was being typed stays typed. */
async function show({ token, cms, forms }: PlaceParts, step: PlaceStep, status = 200, shown: Partial<PlaceView> = {}): Promise<Answer> {
  const sent = await cms.lookAtPlace(token);
  const stamp = forms.stamp('your-place');
  if (!sent.ok) {
    const answer = failed(sent);
    // While the CMS is away a change is not lost: its form stays.
    return shown.typed && 'view' in answer && answer.status !== 404
      ? { ...answer, view: { ...answer.view, step: 'change', typed: shown.typed, stamp } }
      : answer;
  }
  const place = sent.data;
  return {
    status,
    view: { ...bare, step: isOpen(step, place) ? step : 'shown', stamp, place, typed: step === 'change' ? placeAsTyped(place) : null, ...shown },
  };
}

async function change(parts: PlaceParts, typed: TypedPlace): Promise<Answer> {
  const checked = checkPlace(parts.token, typed);
  if (!checked.ok) return show(parts, 'change', 422, { typed, troubles: checked.troubles });
  const sent = await parts.cms.changePlace(checked.change);
  if (sent.ok) return seeOther(`/your-place/${sent.data.token}?done=changed`);
  if (sent.status === 404) return gone;
  if (sent.status === 409) return show(parts, 'shown', 409, { notice: 'changed-meanwhile', typed });
  if (sent.status === 400) {
    const troubles = placeTroublesOf(sent.issues.map(({ path, code }) => ({ path, says: code })));
    return show(parts, 'change', 422, { typed, troubles, notice: troubles.length > 0 ? null : 'away' });
  }
  return show(parts, 'change', sent.status === 429 ? 429 : 503, { typed, notice: sent.status === 429 ? 'too-often' : 'away' });
}

/** To the page as it is then; where it can't be done any more, how it stands instead. */
async function after(parts: PlaceParts, sent: Sent<PrivatePlace>, done: 'cancelled' | 'accepted' | 'passed-on'): Promise<Answer> {
  if (sent.ok) return seeOther(`/your-place/${sent.data.token}?done=${done}`);
  return sent.status === 409 ? show(parts, 'shown', 409, { notice: 'changed-meanwhile' }) : failed(sent);
}

/** What a button asks for that changes nothing. */
const steps: Partial<Record<string, PlaceStep>> = { show: 'shown', change: 'change', cancel: 'cancel', 'pass-on': 'pass-on' };
/** Where a button stands that changes something. */
const standsOn: Partial<Record<string, PlaceStep>> = { 'cancel-now': 'cancel', 'pass-on-now': 'pass-on' };

async function act(parts: PlaceParts, form: PostedForm): Promise<Answer> {
  const { token, cms, forms } = parts;
  const asked = textOf(form, 'do');
  // The certificate could not be set in this name.
  if (asked === 'rename') return show(parts, 'change', 422, { troubles: [{ field: 'certificateName', problem: 'unprintable' }] });
  const step = steps[asked];
  if (step) return show(parts, step);
  const isGood = forms.readStamp('your-place', textOf(form, 'stamp')).state === 'good';
  if (asked === 'save') return isGood ? change(parts, typedPlace(form)) : show(parts, 'change', 422, { notice: 'again', typed: typedPlace(form) });
  if (!isGood) return show(parts, standsOn[asked] ?? 'shown', 422, { notice: 'again' });
  if (asked === 'accept') return after(parts, await cms.acceptOffer(token), 'accepted');
  if (asked === 'pass-on-now') return after(parts, await cms.passOnOffer(token), 'passed-on');
  if (asked === 'cancel-now') return after(parts, await cms.cancelPlace(token), 'cancelled');
  return show(parts, 'shown');
}

/**
 * The page `/your-place/<token>`: nothing is shown until its participant asks, because phones are shared; then how their registration
 * stands and everything that can be done with it. Nothing is asked of the CMS before that, so that nobody learns from the page whether
 * a link works.
 */
export async function yourPlace(parts: PlaceParts): Promise<Answer> {
  if (!placeToken.safeParse(parts.token).success) return gone;
  if (!parts.form) return { status: 200, view: { ...bare, step: 'closed' } };
  const wait = parts.forms.take('other');
  if (wait > 0) return { status: 429, wait, view: { ...bare, step: 'closed', notice: 'too-often' } };
  return act(parts, parts.form);
}
