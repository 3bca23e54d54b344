import { type Certificate, certificateNumber, comparedName } from 'shared';
import type { z } from 'zod';
import type { Cms } from '#server/cms/client';
import {
  defineForm,
  type FormRequest,
  type FormResult,
  type FormState,
  pageFor,
  seeOther,
} from '#server/forms/define-form';
import { textField } from '#server/forms/read-form';
import { errorStatus } from '#shared/error-status';

export interface FindCertificateView {
  typed: string;
  /** Whether no certificate can have that number. */
  wrong: boolean;
}

/** The page `/certificates`: leads from a number, however it is written, to the page about the certificate. */
export async function findCertificate({ form }: Pick<FormRequest, 'form'>): Promise<FormResult<FindCertificateView>> {
  if (!form) return { status: 200, view: { typed: '', wrong: false } };
  const typed = textField(form, 'number');
  const number = certificateNumber.safeParse(typed);
  return number.success ? seeOther(`/certificates/${number.data}`) : { status: 422, view: { typed, wrong: true } };
}

export interface CertificateView {
  /** Null when there is no certificate with that number. */
  certificate: Certificate | null;
  typed: string;
  nameError: 'missing' | 'too-long' | null;
  notice: 'rate-limited' | 'unavailable' | null;
  /** Whether it was issued to someone of the name that was typed; null before anything was. */
  same: boolean | null;
}

export interface CertificateRequest extends FormRequest {
  number: string;
  cms: Pick<Cms, 'certificate' | 'compareName'>;
}

type KnownRequest = CertificateRequest & { certificate: Certificate };
type NameError = 'missing' | 'too-long';

const empty: CertificateView = { certificate: null, typed: '', nameError: null, notice: null, same: null };
const notFound: FormResult<CertificateView> = { status: 404, view: empty };

function view(state: FormState<{ same: boolean }, NameError>, request: KnownRequest): FormResult<CertificateView> {
  const { certificate, form } = request;
  const page = { ...empty, certificate, typed: form ? textField(form, 'name') : '' };
  switch (state.name) {
    case 'empty':
      return pageFor(state, page);
    case 'sent':
      return pageFor(state, { ...page, same: state.data.same });
    case 'invalid':
      return pageFor(state, { ...page, nameError: state.errors });
    case 'limited':
      return pageFor(state, { ...page, notice: 'rate-limited' });
    case 'not-found':
      return notFound;
    default:
      return pageFor(state, { ...page, notice: 'unavailable' }, 503);
  }
}

const comparePage = defineForm<
  KnownRequest,
  z.infer<typeof comparedName>,
  NameError,
  { same: boolean },
  CertificateView
>({
  limit: 'guess',
  schema: (form) => {
    const parsed = comparedName.safeParse({ name: textField(form, 'name') });
    if (parsed.success) return { ok: true, values: parsed.data };
    return { ok: false, errors: parsed.error.issues[0]?.message === 'too-long' ? 'too-long' : 'missing' };
  },
  submit: ({ name }, { cms, certificate }) => cms.compareName(certificate.number, name),
  view,
});

/**
 * The page `/certificates/<number>`: what the certificate says, without the name. The name is shown to nobody; whoever
 * has the certificate in hand can have the name on it compared.
 * @throws 503 when the CMS is unavailable
 */
export async function verifyCertificate(request: CertificateRequest): Promise<FormResult<CertificateView>> {
  const number = certificateNumber.safeParse(request.number);
  if (!number.success) return notFound;
  try {
    return await comparePage({ ...request, certificate: await request.cms.certificate(number.data) });
  } catch (error) {
    if (errorStatus(error) === 404) return notFound;
    throw error;
  }
}
