import { placeToken, type PrivatePlace } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { failed, gone, openOwn, type PrivateView, showOwn } from '#server/forms/private-page';
import { type FormFields, textField } from '#server/forms/read-form';
import {
  checkPlace,
  placeAsTyped,
  type PlaceTrouble,
  placeTroublesOf,
  type TypedPlace,
  typedPlace,
} from './typed-place';

export type PlaceView = PrivateView<PrivatePlace, TypedPlace, PlaceTrouble, 'cancel' | 'pass-on'>;
type PlaceStep = PlaceView['step'];

export interface PlaceParts {
  token: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'getRegistration' | 'changeRegistration' | 'cancelRegistration' | 'acceptOffer' | 'passOnOffer'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'consume'>;
}

type Answer = Outcome<PlaceView>;

/** Whether a step can (still) be taken as the place stands. */
const isOpen = (step: PlaceStep, place: PrivatePlace): boolean => {
  if (step === 'cancel') return place.mayChange;
  if (step === 'pass-on') return place.state === 'offered';
  return step !== 'change' || place.mayChange || place.certificate;
};

async function show(
  { token, cms, forms }: PlaceParts,
  step: PlaceStep,
  status = 200,
  shown: Partial<PlaceView> = {},
): Promise<Answer> {
  const sent = await cms.getRegistration(token);
  const typed = sent.ok && step === 'change' ? placeAsTyped(sent.data) : null;
  return showOwn(sent, forms.createToken('your-place'), status, {
    step: !sent.ok || isOpen(step, sent.data) ? step : 'shown',
    typed,
    ...shown,
  });
}

async function change(parts: PlaceParts, typed: TypedPlace): Promise<Answer> {
  const checked = checkPlace(parts.token, typed);
  if (!checked.ok) return show(parts, 'change', 422, { typed, troubles: checked.troubles });
  const sent = await parts.cms.changeRegistration(checked.change);
  if (sent.ok) return seeOther(`/your-place/${sent.data.token}?done=changed`);
  if (sent.status === 404) return gone;
  if (sent.status === 409) return show(parts, 'shown', 409, { notice: 'changed-meanwhile', typed });
  if (sent.status === 400) {
    const troubles = placeTroublesOf(sent.issues.map(({ path, code }) => ({ path, says: code })));
    return show(parts, 'change', 422, { typed, troubles, notice: troubles.length > 0 ? null : 'away' });
  }
  return show(parts, 'change', sent.status === 429 ? 429 : 503, {
    typed,
    notice: sent.status === 429 ? 'too-often' : 'away',
  });
}

/** To the page as it is then; where it can't be done any more, how it stands instead. */
async function after(
  parts: PlaceParts,
  sent: CmsResult<PrivatePlace>,
  done: 'cancelled' | 'accepted' | 'passed-on',
): Promise<Answer> {
  if (sent.ok) return seeOther(`/your-place/${sent.data.token}?done=${done}`);
  return sent.status === 409 ? show(parts, 'shown', 409, { notice: 'changed-meanwhile' }) : failed(sent);
}

/** What a button asks for that changes nothing. */
const steps: Partial<Record<string, PlaceStep>> = {
  show: 'shown',
  change: 'change',
  cancel: 'cancel',
  'pass-on': 'pass-on',
};
/** Where a button stands that changes something. */
const standsOn: Partial<Record<string, PlaceStep>> = { 'cancel-now': 'cancel', 'pass-on-now': 'pass-on' };

async function act(parts: PlaceParts, form: FormFields): Promise<Answer> {
  const { token, cms, forms } = parts;
  const asked = textField(form, 'do');
  // The certificate could not be set in this name.
  if (asked === 'rename')
    return show(parts, 'change', 422, { troubles: [{ field: 'certificateName', problem: 'unprintable' }] });
  const step = steps[asked];
  if (step) return show(parts, step);
  const isGood = forms.verifyToken('your-place', textField(form, 'stamp')).state === 'valid';
  if (asked === 'save')
    return isGood
      ? change(parts, typedPlace(form))
      : show(parts, 'change', 422, { notice: 'again', typed: typedPlace(form) });
  if (!isGood) return show(parts, standsOn[asked] ?? 'shown', 422, { notice: 'again' });
  if (asked === 'accept') return after(parts, await cms.acceptOffer(token), 'accepted');
  if (asked === 'pass-on-now') return after(parts, await cms.passOnOffer(token), 'passed-on');
  if (asked === 'cancel-now') return after(parts, await cms.cancelRegistration(token), 'cancelled');
  return show(parts, 'shown');
}

/** The page `/your-place/<token>`: how a registration stands and everything that can be done with it. */
export const yourPlace = async (parts: PlaceParts): Promise<Answer> =>
  openOwn(placeToken.safeParse(parts.token).success, parts.form, parts.forms, (form) => act(parts, form));
