import { type CommentLocation, commentNumber, reportForm, type ReportReason, reportReasons } from 'shared';
import { z } from 'zod';
import type { Cms } from '#server/cms/client';
import { defineForm, type FormRequest, type FormResult, type FormState, pageFor } from '#server/forms/define-form';
import { type FieldError, parseWith } from '#server/forms/field-errors';
import type { FormServices } from '#server/forms/form-services';
import { type FormFields, textField } from '#server/forms/read-form';
import { openSealed, type Unsealed } from '#server/forms/sealed-state';
import { errorStatus } from '#shared/error-status';

export interface TypedReport {
  reason: string;
  text: string;
}

type ReportError = FieldError<'reason' | 'text', 'missing' | 'too-long'>;

/** `gone`: readers can't see that comment (any more). */
export interface ReportView {
  step: 'write' | 'gone';
  typed: TypedReport;
  errors: readonly ReportError[];
  notice: 'again' | 'rate-limited' | 'unavailable' | null;
  formToken: string;
  /** Null when the CMS is unavailable. */
  place: CommentLocation | null;
}

export interface ReportRequest extends FormRequest {
  number: string;
  cms: Pick<Cms, 'commentLocation' | 'reportComment'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume'>;
}

type ValidReportRequest = ReportRequest & { comment: number };
type Values = z.infer<typeof reportForm>;
type Reported = { hidden: boolean; place: CommentLocation | null };

/** What the URL of the page after a report contains; `post` is the path of the post. */
const thanks = z.object({
  reason: z.enum(reportReasons) satisfies z.ZodType<ReportReason>,
  hidden: z.boolean(),
  post: z.string().regex(/^\/[a-z]/),
});

const typedReport = (form: FormFields | undefined): TypedReport => ({
  reason: textField(form ?? new Map(), 'reason'),
  text: textField(form ?? new Map(), 'text'),
});

/** The page for a comment that is not there (any more); what was typed about it is given back. */
const gone = (form: FormFields | undefined): FormResult<ReportView> => ({
  status: 404,
  view: { step: 'gone', typed: typedReport(form), errors: [], notice: null, formToken: '', place: null },
});

/** What a state changes on the empty page. */
function shownFor(state: FormState<Reported, ReportError[]>, { form }: ValidReportRequest): Partial<ReportView> {
  // The token stays: it was not used, or the report may have arrived after all and must not arrive twice.
  const sameToken = { formToken: textField(form ?? new Map(), 'formToken') };
  switch (state.name) {
    case 'invalid':
      return { errors: state.errors };
    case 'unconfirmed':
      return { notice: 'again' };
    case 'limited':
      return { notice: 'rate-limited', ...sameToken };
    case 'empty':
    case 'sent':
      return {};
    default:
      return { notice: 'unavailable', ...sameToken };
  }
}

async function view(
  state: FormState<Reported, ReportError[]>,
  request: ValidReportRequest,
): Promise<FormResult<ReportView>> {
  if (state.name === 'not-found') return gone(request.form);
  const { form, forms, cms, comment } = request;
  const page: ReportView = {
    step: 'write',
    typed: typedReport(form),
    errors: [],
    notice: null,
    formToken: forms.createToken('report'),
    place: null,
    ...shownFor(state, request),
  };
  const isRefused = state.name === 'rejected' || state.name === 'conflict';
  try {
    const place = await cms.commentLocation(comment);
    return pageFor(state, { ...page, place }, isRefused ? 503 : undefined);
  } catch (error) {
    return errorStatus(error) === 404 ? gone(form) : pageFor(state, { ...page, notice: 'unavailable' }, 503);
  }
}

const reportPage = defineForm<ValidReportRequest, Values, ReportError[], Reported, ReportView>({
  token: 'report',
  limit: 'report',
  schema: (form) =>
    parseWith(reportForm, typedReport(form), { fields: ['reason', 'text'], codes: ['missing', 'too-long'] }),
  submit: async (values, { cms, comment }, { nonce }) => {
    // Loaded first: after a report that hides the comment at once, nobody could find out under which post it was.
    const place = await cms.commentLocation(comment).catch(() => null);
    const result = await cms.reportComment(comment, { ...values, nonce });
    return result.ok ? { ok: true, data: { ...result.data, place } } : result;
  },
  redirect: ({ hidden, place }, { comment, forms }, { reason }) => {
    const post = place ? `/blog/${place.post.slug}` : '/blog';
    const sealed = forms.seal({ reason, hidden, post } satisfies z.infer<typeof thanks>);
    return `/comments/${comment}/report/thanks/${sealed}`;
  },
  view,
});

/** The page `/comments/<number>/report`: the form that reports a comment, and the sending of it. */
export async function reportComment(request: ReportRequest): Promise<FormResult<ReportView>> {
  const number = commentNumber.safeParse(/^[1-9]\d*$/.test(request.number) ? Number(request.number) : null);
  return number.success ? reportPage({ ...request, comment: number.data }) : gone(request.form);
}

/** Returns what the page after a report shows; null for a URL that was not made here. */
export const reportThanks = (unsealed: Unsealed) => openSealed(thanks, unsealed);
