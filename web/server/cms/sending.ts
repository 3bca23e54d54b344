import {
  certificateResponse,
  comparedResponse,
  type ConfirmedPlace,
  confirmedPlaceResponse,
  confirmedResponse,
  type Decision,
  decisionResponse,
  type DecisionView,
  placeCalendarResponse,
  type PlaceChange,
  type PrivateChange,
  type PrivateComment,
  privateCommentResponse,
  type PrivateKey,
  type PrivatePlace,
  privatePlaceResponse,
  refusal,
  type Registered,
  registeredResponse,
  type Registering,
  removedResponse,
  type Report,
  reportResponse,
  type SentComment,
  type Submission,
  submissionResponse,
  unsubscribedResponse,
} from 'shared';
import type { z } from 'zod';
import type { ClientParts } from './client';
import { cmsStatus, type RefusedStatus } from './errors';
import type { CmsAnswer } from './transport';

/** What the CMS said about a field: where it is, and what is wrong with it in a word of the contract. */
export interface FieldIssue {
  path: readonly (string | number)[];
  code: string;
}

/** What came of sending something. `issues` name fields (400); `wait` is in seconds (429). */
export type Sent<T> =
  { ok: true; data: T } | { ok: false; status: RefusedStatus; issues: readonly FieldIssue[]; wait: number };

type Ends = { removed: true };

/**
 * What readers send. Nothing here throws: a form says what came of it. Secrets of private links and of links in letters stand in
 * bodies only, never in an address that the CMS may log.
 */
export interface CmsSending {
  sendComment(slug: string, submission: Submission): Promise<Sent<SentComment>>;
  report(number: number, report: Report): Promise<Sent<{ hidden: boolean }>>;
  lookPrivately(key: PrivateKey): Promise<Sent<PrivateComment>>;
  changeComment(change: PrivateChange): Promise<Sent<PrivateComment>>;
  takeNameOff(token: string): Promise<Sent<PrivateComment>>;
  renewLink(token: string): Promise<Sent<PrivateComment>>;
  deleteComment(token: string): Promise<Sent<Ends>>;
  confirmMailbox(token: string): Promise<Sent<{ onPage: boolean }>>;
  unsubscribe(token: string, all: boolean): Promise<Sent<{ unsubscribed: true }>>;
  lookAtDecision(token: string): Promise<Sent<DecisionView>>;
  decide(token: string, decision: Decision): Promise<Sent<DecisionView>>;
  register(slug: string, registering: Registering): Promise<Sent<Registered>>;
  confirmPlace(token: string): Promise<Sent<ConfirmedPlace>>;
  lookAtPlace(token: string): Promise<Sent<PrivatePlace>>;
  changePlace(change: PlaceChange): Promise<Sent<PrivatePlace>>;
  cancelPlace(token: string): Promise<Sent<PrivatePlace>>;
  acceptOffer(token: string): Promise<Sent<PrivatePlace>>;
  passOnOffer(token: string): Promise<Sent<PrivatePlace>>;
  /** The sessions of somebody's workshop as a file of iCalendar. */
  placeCalendar(token: string): Promise<Sent<{ ics: string }>>;
  /** A PDF in base64. 422: the name has letters that it can't be set in. */
  placeCertificate(token: string): Promise<Sent<{ number: string; pdf: string }>>;
  compareName(number: string, name: string): Promise<Sent<{ same: boolean }>>;
}

const refused = <T>(answer: CmsAnswer): Sent<T> => {
  const told = refusal.safeParse(answer.body);
  return {
    ok: false,
    status: cmsStatus(answer.status),
    issues: told.data?.error.details?.issues ?? [],
    wait: answer.retryAfter ?? 60,
  };
};

const away = { status: 503, body: null } as const;

function sender({ send, warn }: ClientParts) {
  return async function sendTo<T>(path: string, shape: z.ZodType<{ data: T }>, body: unknown): Promise<Sent<T>> {
    // Numbers and slugs say what somebody is about; the kind of question is enough for the log.
    const place = path.replace(/^(\/api\/(?:posts|comments|workshops|certificates))\/[^/]+/, '$1/…');
    const answer = await send(path, body).catch((reason: unknown): CmsAnswer => {
      warn(`The CMS did not answer ${place}: ${reason instanceof Error ? reason.message : String(reason)}`);
      return away;
    });
    if (answer.status !== 200 && answer.status !== 201) {
      if ([401, 403].includes(answer.status))
        warn(`The CMS refuses ${place} (${answer.status}): is WEB_TOKEN the same on both sides?`);
      return refused(answer);
    }
    const parsed = shape.safeParse(answer.body);
    if (parsed.success) return { ok: true, data: parsed.data.data };
    warn(
      `The CMS answered ${place} with something else than agreed, at: ${parsed.error.issues
        .map((issue) => issue.path.join('.'))
        .slice(0, 5)
        .join(', ')}`,
    );
    return refused(away);
  };
}

/** The sending half of a client. The pages check slugs and numbers before they send; here they only become part of an address. */
export function cmsSending(parts: ClientParts): CmsSending {
  const send = sender(parts);
  return {
    sendComment: (slug, submission) =>
      send(`/api/posts/${encodeURIComponent(slug)}/comments`, submissionResponse, submission),
    report: (number, report) => send(`/api/comments/${number}/reports`, reportResponse, report),
    lookPrivately: (key) => send('/api/private-comments/look', privateCommentResponse, key),
    changeComment: (change) => send('/api/private-comments/change', privateCommentResponse, change),
    takeNameOff: (token) => send('/api/private-comments/take-name-off', privateCommentResponse, { token }),
    renewLink: (token) => send('/api/private-comments/renew-link', privateCommentResponse, { token }),
    deleteComment: (token) => send('/api/private-comments/delete', removedResponse, { token }),
    confirmMailbox: (token) => send('/api/mailboxes/confirm', confirmedResponse, { token }),
    unsubscribe: (token, all) => send('/api/mailboxes/unsubscribe', unsubscribedResponse, { token, all }),
    lookAtDecision: (token) => send('/api/decision-links/look', decisionResponse, { token }),
    decide: (token, decision) => send('/api/decision-links/decide', decisionResponse, { token, decision }),
    register: (slug, registering) =>
      send(`/api/workshops/${encodeURIComponent(slug)}/registrations`, registeredResponse, registering),
    confirmPlace: (token) => send('/api/private-places/confirm', confirmedPlaceResponse, { token }),
    lookAtPlace: (token) => send('/api/private-places/look', privatePlaceResponse, { token }),
    changePlace: (change) => send('/api/private-places/change', privatePlaceResponse, change),
    cancelPlace: (token) => send('/api/private-places/cancel', privatePlaceResponse, { token }),
    acceptOffer: (token) => send('/api/private-places/accept', privatePlaceResponse, { token }),
    passOnOffer: (token) => send('/api/private-places/pass-on', privatePlaceResponse, { token }),
    placeCalendar: (token) => send('/api/private-places/calendar', placeCalendarResponse, { token }),
    placeCertificate: (token) => send('/api/private-places/certificate', certificateResponse, { token }),
    compareName: (number, name) =>
      send(`/api/certificates/${encodeURIComponent(number)}/compare`, comparedResponse, { name }),
  };
}
