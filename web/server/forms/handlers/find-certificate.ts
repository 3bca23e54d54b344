import { certificateNumber } from 'shared';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';

export interface FindCertificateView {
  typed: string;
  /** It is no number that a certificate could bear. */
  wrong: boolean;
}

/** The page `/certificates`: a number that somebody reads from a certificate leads to the page about it, however it is spaced. */
export function findCertificate(form: FormFields | undefined): Outcome<FindCertificateView> {
  if (!form) return { status: 200, view: { typed: '', wrong: false } };
  const typed = textField(form, 'number');
  const number = certificateNumber.safeParse(typed);
  return number.success ? seeOther(`/certificates/${number.data}`) : { status: 422, view: { typed, wrong: true } };
}
