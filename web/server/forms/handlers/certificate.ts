import { type Certificate, certificateNumber, comparedName } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import type { Outcome } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';

export interface CertificateView {
  /** Null when no certificate bears that number. */
  certificate: Certificate | null;
  typed: string;
  problem: 'missing' | 'too-long' | null;
  notice: 'too-often' | 'away' | null;
  /** Whether it was given to somebody of the name that was typed; null before anything was. */
  same: boolean | null;
}

export interface CertificateParts {
  number: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'certificate' | 'compareName'>;
  forms: Pick<FormServices, 'consume'>;
}

type Answer = Outcome<CertificateView>;

const none: Answer = { status: 404, view: { certificate: null, typed: '', problem: null, notice: null, same: null } };

const statusOf = (problem: unknown): unknown => (problem as { statusCode?: unknown } | null)?.statusCode;

async function compare(
  { form, cms, forms }: CertificateParts & { form: FormFields },
  certificate: Certificate,
): Promise<Answer> {
  const typed = textField(form, 'name');
  const show = (status: number, shown: Partial<CertificateView>, wait?: number): Answer => ({
    status,
    view: { certificate, typed, problem: null, notice: null, same: null, ...shown },
    ...(wait !== undefined && { wait }),
  });
  const named = comparedName.safeParse({ name: typed });
  if (!named.success)
    return show(422, { problem: named.error.issues[0]?.message === 'too-long' ? 'too-long' : 'missing' });
  const wait = forms.consume('guess');
  if (wait > 0) return show(429, { notice: 'too-often' }, wait);
  const sent = await cms.compareName(certificate.number, named.data.name);
  if (sent.ok) return show(200, { same: sent.data.same });
  if (sent.status === 429) return show(429, { notice: 'too-often' }, sent.retryAfter);
  return sent.status === 404 ? none : show(503, { notice: 'away' });
}

/**
 * The page `/certificates/<number>`: what the certificate says, but for the name. That is told to nobody; whoever reads it there can have
 * it compared. Throws 503 when the CMS can't be asked.
 */
export async function verifyCertificate(parts: CertificateParts): Promise<Answer> {
  const number = certificateNumber.safeParse(parts.number);
  if (!number.success) return none;
  try {
    const certificate = await parts.cms.certificate(number.data);
    const { form } = parts;
    return form
      ? await compare({ ...parts, form }, certificate)
      : { status: 200, view: { certificate, typed: '', problem: null, notice: null, same: null } };
  } catch (problem) {
    if (statusOf(problem) === 404) return none;
    throw problem;
  }
}
