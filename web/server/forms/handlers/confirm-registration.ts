import { confirmPlaceToken } from 'shared';
import type { Cms } from '#server/cms/client';
import { type Outcome, seeOther } from '#server/forms/outcome';
import type { FormFields } from '#server/forms/read-form';

/** `gone`: a wrong link, or one whose place was given back because nobody confirmed it in time. */
export interface ConfirmPlaceView {
  step: 'ask' | 'gone' | 'away';
}

export interface ConfirmPlaceParts {
  token: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'confirmRegistration'>;
}

/** The page `/your-place/confirm/<token>`: only its button confirms, because mail scanners follow links. As often as it is pressed. */
export async function confirmPlace({ token, form, cms }: ConfirmPlaceParts): Promise<Outcome<ConfirmPlaceView>> {
  const show = (status: number, step: ConfirmPlaceView['step']): Outcome<ConfirmPlaceView> => ({
    status,
    view: { step },
  });
  if (!confirmPlaceToken.safeParse(token).success) return show(404, 'gone');
  if (!form) return show(200, 'ask');
  const sent = await cms.confirmRegistration(token);
  if (sent.ok) return seeOther(`/your-place/${sent.data.token}?done=confirmed`);
  return sent.status === 503 || sent.status === 429 ? show(503, 'away') : show(404, 'gone');
}
