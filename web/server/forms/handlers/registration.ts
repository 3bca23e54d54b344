import type { RegistrationForm, Workshop } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';
import type { RegistrationThanks } from './registration-thanks';
import {
  checkRegistration,
  nothingTyped,
  type RegistrationTrouble,
  troublesOf,
  type TypedRegistration,
  typedRegistration,
} from './typed-registration';

/** `closed` has no form: nobody can register (now), but what was typed is given back. */
export interface RegisterView {
  step: 'write' | 'closed';
  typed: TypedRegistration;
  troubles: readonly RegistrationTrouble[];
  notice: 'again' | 'too-often' | 'away' | null;
  stamp: string;
  /** Null when the CMS can't be asked. */
  workshop: Workshop | null;
}

export interface RegisterParts {
  slug: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'workshop' | 'redirect' | 'register'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume'>;
}

type Answer = Outcome<RegisterView>;

const statusOf = (problem: unknown): unknown => (problem as { statusCode?: unknown } | null)?.statusCode;

const takesNames = ({ state }: Workshop): boolean => state === 'open' || state === 'full';

/** Null when the CMS can't be asked. Throws 404 when there is no such workshop. */
async function workshopOf({ cms, slug }: RegisterParts): Promise<Workshop | null> {
  try {
    return (await cms.workshop(slug)).data;
  } catch (problem) {
    if (statusOf(problem) === 404) throw problem;
    return null;
  }
}

/** The stamp that came with the form as long as it is good: nothing was sent with it yet, or it is not certain that it arrived. */
function stampFor({ forms, form }: RegisterParts): string {
  const came = form ? textField(form, 'stamp') : '';
  return came !== '' && forms.verifyToken('registration', came).state === 'valid'
    ? came
    : forms.createToken('registration');
}

async function send(parts: RegisterParts, workshop: Workshop, fields: RegistrationForm, show: Show): Promise<Answer> {
  const { slug, form, cms, forms } = parts;
  const stamp = forms.verifyToken('registration', form ? textField(form, 'stamp') : '');
  if (stamp.state !== 'valid') return show(workshop, 422, { notice: 'again' });
  const tooOften = (wait: number): Answer => ({ ...show(workshop, 429, { notice: 'too-often' }), wait });
  const wait = forms.consume('registration');
  if (wait > 0) return tooOften(wait);
  const sent = await cms.register(slug, {
    ...fields,
    nonce: stamp.nonce,
    trap: form !== undefined && textField(form, 'homepage') !== '',
  });
  if (sent.ok) {
    const { number, token, answer, until } = sent.data;
    const { title, timeZone } = workshop;
    return seeOther(
      `/workshops/${slug}/register/thanks/${forms.seal({ number, token, answer, until, email: fields.email, title, timeZone } satisfies RegistrationThanks)}`,
    );
  }
  if (sent.status === 429) return tooOften(sent.retryAfter);
  if (sent.status === 400) {
    const troubles = troublesOf(sent.issues.map(({ path, code }) => ({ path, says: code })));
    return show(workshop, 422, { troubles, notice: troubles.length > 0 ? null : 'away' });
  }
  if (sent.status !== 409) return show(workshop, 503, { notice: 'away' });
  // It closed between the page and the press: how it stands now is asked anew.
  const now = await workshopOf(parts);
  return now && !takesNames(now)
    ? show(now, 409, { step: 'closed' })
    : show(now, 409, { notice: 'again', stamp: forms.createToken('registration') });
}

type Show = (
  workshop: Workshop | null,
  status: number,
  shown: Partial<RegisterView>,
) => Answer & { view: RegisterView };

async function answer(parts: RegisterParts): Promise<Answer> {
  const { form } = parts;
  const typed = form ? typedRegistration(form) : nothingTyped;
  const show: Show = (workshop, status, shown) => ({
    status,
    view: { step: 'write', typed, troubles: [], notice: null, stamp: stampFor(parts), workshop, ...shown },
  });
  const workshop = await workshopOf(parts);
  if (workshop && !takesNames(workshop)) return show(workshop, form ? 409 : 200, { step: 'closed' });
  if (!workshop) return show(null, 503, { notice: 'away' });
  if (!form) return show(workshop, 200, {});
  const checked = checkRegistration(typed, workshop.prices);
  return checked.ok ? send(parts, workshop, checked.fields, show) : show(workshop, 422, { troubles: checked.troubles });
}

/**
 * The page `/workshops/<slug>/register`: the form, and the sending of it. It is made for one reader at a time, so it has its stamp and one
 * press sends. Whatever goes wrong, everything typed is on the page that says so. A workshop that moved takes the form along (307).
 * Throws 404 when there is none.
 */
export const register = (parts: RegisterParts): Promise<Answer> =>
  answer(parts).catch(async (problem: unknown): Promise<Answer> => {
    const moved = await parts.cms.redirect(`/workshops/${parts.slug}`).catch(() => null);
    if (!moved) throw problem;
    return { to: `${moved.to}/register`, status: 307 };
  });
