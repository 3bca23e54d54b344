import { commentNumber, type CommentPlace, reportForm, type ReportReason } from 'shared';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { type Outcome, seeOther } from '#server/forms/outcome';
import { type FormFields, textField } from '#server/forms/read-form';

export interface TypedReport {
  reason: string;
  words: string;
}

/** `gone`: readers can't see that comment (any more). */
export interface ReportView {
  step: 'write' | 'gone';
  typed: TypedReport;
  troubles: readonly { field: 'reason' | 'words'; problem: 'missing' | 'too-long' }[];
  notice: 'again' | 'too-often' | 'away' | null;
  stamp: string;
  /** Null when the CMS can't be asked. */
  place: CommentPlace | null;
}

/** What the page after a report is sealed with. */
export interface ReportThanks {
  reason: ReportReason;
  hidden: boolean;
  /** Where the post is. */
  post: string;
}

export interface ReportParts {
  number: string;
  form: FormFields | undefined;
  cms: Pick<Cms, 'commentPlace' | 'reportComment'>;
  forms: Pick<FormServices, 'createToken' | 'verifyToken' | 'seal' | 'consume'>;
}

type Answer = Outcome<ReportView>;
const nothing: TypedReport = { reason: '', words: '' };
const gone: Answer = {
  status: 404,
  view: { step: 'gone', typed: nothing, troubles: [], notice: null, stamp: '', place: null },
};

const statusOf = (problem: unknown): unknown => (problem as { statusCode?: unknown } | null)?.statusCode;

async function show(
  { cms, forms }: ReportParts,
  number: number,
  typed: TypedReport,
  status: number,
  shown: Partial<ReportView>,
): Promise<Answer> {
  try {
    const place = await cms.commentPlace(number);
    return {
      status,
      view: { step: 'write', typed, troubles: [], notice: null, stamp: forms.createToken('report'), place, ...shown },
    };
  } catch (problem) {
    if (statusOf(problem) === 404) return gone;
    return {
      status: 503,
      view: {
        step: 'write',
        typed,
        troubles: [],
        stamp: forms.createToken('report'),
        place: null,
        ...shown,
        notice: 'away',
      },
    };
  }
}

const troublesOf = (typed: TypedReport): ReportView['troubles'] => {
  const issues = reportForm.safeParse(typed).error?.issues ?? [];
  return [
    ...(issues.some(({ path }) => path[0] === 'reason') ? [{ field: 'reason', problem: 'missing' } as const] : []),
    ...(issues.some(({ path }) => path[0] === 'words') ? [{ field: 'words', problem: 'too-long' } as const] : []),
  ];
};

async function send(
  parts: ReportParts,
  number: number,
  typed: TypedReport,
  nonce: string,
  stamp: string,
): Promise<Answer> {
  const { cms, forms } = parts;
  const wait = forms.consume('report');
  const later = async (seconds: number): Promise<Answer> => ({
    ...(await show(parts, number, typed, 429, { notice: 'too-often', stamp })),
    wait: seconds,
  });
  if (wait > 0) return later(wait);
  // Asked before it is sent: after a report that hides it at once, nobody could be told any more where it stood.
  const place = await cms.commentPlace(number).catch(() => null);
  const fields = reportForm.parse(typed);
  const sent = await cms.reportComment(number, { ...fields, nonce });
  if (sent.ok) {
    const thanks: ReportThanks = {
      reason: fields.reason,
      hidden: sent.data.hidden,
      post: place ? `/blog/${place.post.slug}` : '/blog',
    };
    return seeOther(`/comments/${number}/report/thanks/${forms.seal(thanks)}`);
  }
  if (sent.status === 429) return later(sent.retryAfter);
  if (sent.status === 404) return gone;
  return show(parts, number, typed, 503, { notice: 'away', stamp });
}

/** The page `/comments/<number>/report`: what is wrong with a comment, and the sending of it. */
export async function reportComment(parts: ReportParts): Promise<Answer> {
  const { form, forms } = parts;
  const number = commentNumber.safeParse(/^[1-9]\d*$/.test(parts.number) ? Number(parts.number) : null).data;
  if (number === undefined) return gone;
  if (!form) return show(parts, number, nothing, 200, {});
  const typed = { reason: textField(form, 'reason'), words: textField(form, 'words') };
  const troubles = troublesOf(typed);
  if (troubles.length > 0) return show(parts, number, typed, 422, { troubles });
  const stamp = forms.verifyToken('report', textField(form, 'stamp'));
  if (stamp.state !== 'valid') return show(parts, number, typed, 422, { notice: 'again' });
  return send(parts, number, typed, stamp.nonce, textField(form, 'stamp'));
}
