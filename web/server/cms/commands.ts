import {
  type BookedCall,
  bookedCallResponse,
  callCalendarResponse,
  callFeedResponse,
  type CallMove,
  type CallRequest,
  certificateResponse,
  comparedResponse,
  type ConfirmedMailbox,
  type ConfirmedRegistration,
  confirmedRegistrationResponse,
  confirmedResponse,
  type Decision,
  decisionResponse,
  type DecisionView,
  disownedRegistrationResponse,
  disownedResponse,
  type EnquiryAddition,
  type EnquiryRequest,
  type PrivateCall,
  privateCallResponse,
  type PrivateChange,
  type PrivateComment,
  privateCommentResponse,
  type PrivateEnquiry,
  privateEnquiryResponse,
  type PrivateKey,
  type PrivateMessage,
  type PrivateRegistration,
  privateRegistrationResponse,
  refusal,
  registrationCalendarResponse,
  type RegistrationChange,
  type RegistrationReceipt,
  registrationReceiptResponse,
  type RegistrationRequest,
  removedResponse,
  type Report,
  reportResponse,
  resubscribedResponse,
  type SendingLimit,
  type SentComment,
  type SentEnquiry,
  sentEnquiryResponse,
  type SentWithMailbox,
  sentWithMailboxResponse,
  type Submission,
  submissionResponse,
  unsubscribedResponse,
} from 'shared';
import type { z } from 'zod';
import { cmsStatus, issuePaths, type RefusedStatus, whyNoResponse } from './errors';
import type { ClientOptions, CmsResponse } from './transport';

/** What the CMS says about a field: its path, and an error code of the contract. */
export interface FieldIssue {
  path: readonly (string | number)[];
  code: string;
}

/**
 * A command that the CMS refused. `issues` name fields (400); `retryAfter` is in seconds, `limit` what was reached
 * (429).
 */
interface CmsRefusal {
  ok: false;
  status: RefusedStatus;
  issues: readonly FieldIssue[];
  retryAfter: number;
  limit?: SendingLimit | undefined;
}

/** The result of a command. */
export type CmsResult<T> = { ok: true; data: T } | CmsRefusal;

/**
 * What readers send. Nothing here throws: the result says what happened. The secrets of private links and of links in
 * emails are sent in bodies only, never in a URL, which the CMS might log.
 */
export interface CmsCommands {
  sendComment(slug: string, submission: Submission): Promise<CmsResult<SentComment>>;
  reportComment(number: number, report: Report): Promise<CmsResult<{ hidden: boolean }>>;
  getPrivateComment(key: PrivateKey): Promise<CmsResult<PrivateComment>>;
  changeComment(change: PrivateChange): Promise<CmsResult<PrivateComment>>;
  writeBack(message: PrivateMessage): Promise<CmsResult<PrivateComment>>;
  removeName(token: string): Promise<CmsResult<PrivateComment>>;
  renewLink(token: string): Promise<CmsResult<PrivateComment>>;
  deleteComment(token: string): Promise<CmsResult<{ removed: true }>>;
  lookAtSending(token: string): Promise<CmsResult<SentWithMailbox>>;
  /** `version`: that of the text that was shown to be published. */
  confirmMailbox(token: string, version: number | null): Promise<CmsResult<ConfirmedMailbox>>;
  disownSending(token: string): Promise<CmsResult<{ discarded: boolean }>>;
  resubscribe(token: string): Promise<CmsResult<{ unsubscribed: false }>>;
  unsubscribe(token: string, all: boolean): Promise<CmsResult<{ unsubscribed: true }>>;
  getDecision(token: string): Promise<CmsResult<DecisionView>>;
  decide(token: string, decision: Decision): Promise<CmsResult<DecisionView>>;
  sendEnquiry(enquiry: EnquiryRequest): Promise<CmsResult<SentEnquiry>>;
  getEnquiry(token: string): Promise<CmsResult<PrivateEnquiry>>;
  addToEnquiry(addition: EnquiryAddition): Promise<CmsResult<PrivateEnquiry>>;
  withdrawEnquiry(token: string): Promise<CmsResult<{ removed: true }>>;
  bookCall(call: CallRequest): Promise<CmsResult<BookedCall>>;
  getCall(token: string): Promise<CmsResult<PrivateCall>>;
  moveCall(move: CallMove): Promise<CmsResult<PrivateCall>>;
  cancelCall(token: string): Promise<CmsResult<PrivateCall>>;
  /** A call as an iCalendar file. */
  callCalendar(token: string): Promise<CmsResult<{ file: string }>>;
  /** All calls as an iCalendar file, for the counsellor. */
  callFeed(token: string): Promise<CmsResult<{ file: string }>>;
  register(slug: string, registrationRequest: RegistrationRequest): Promise<CmsResult<RegistrationReceipt>>;
  confirmRegistration(token: string): Promise<CmsResult<ConfirmedRegistration>>;
  disownRegistration(token: string): Promise<CmsResult<{ disowned: true }>>;
  getRegistration(token: string): Promise<CmsResult<PrivateRegistration>>;
  changeRegistration(change: RegistrationChange): Promise<CmsResult<PrivateRegistration>>;
  cancelRegistration(token: string): Promise<CmsResult<PrivateRegistration>>;
  acceptOffer(token: string): Promise<CmsResult<PrivateRegistration>>;
  declineOffer(token: string): Promise<CmsResult<PrivateRegistration>>;
  /** The sessions of a participant's workshop as an iCalendar file. */
  registrationCalendar(token: string): Promise<CmsResult<{ ics: string }>>;
  /** A PDF in base64. 422: the certificate's typeface lacks letters of the name. */
  registrationCertificate(token: string): Promise<CmsResult<{ number: string; pdf: string }>>;
  /** Whether a certificate was issued to someone of this name. */
  compareName(number: string, name: string): Promise<CmsResult<{ same: boolean }>>;
}

const toRefusal = ({ status, body, retryAfter = 60 }: CmsResponse): CmsRefusal => {
  const { issues = [], limit } = refusal.safeParse(body).data?.error.details ?? {};
  return { ok: false, status: cmsStatus(status), issues, retryAfter, limit };
};

const unavailable = { status: 503, body: null } as const;

function createSender({ post, warn }: ClientOptions) {
  return async function send<T>(path: string, schema: z.ZodType<{ data: T }>, body: unknown): Promise<CmsResult<T>> {
    // Without numbers and slugs, which say what someone is about: the kind of request is enough for the log.
    const loggedPath = path.replace(/^(\/api\/(?:posts|comments|workshops|certificates))\/[^/]+/, '$1/…');
    const response = await post(path, body).catch((error: unknown): CmsResponse => {
      warn(`The CMS did not respond to ${loggedPath}: ${whyNoResponse(error)}`);
      return unavailable;
    });
    if (response.status !== 200 && response.status !== 201) {
      if ([401, 403].includes(response.status))
        warn(`The CMS rejects ${loggedPath} (${response.status}): is WEB_TOKEN the same for the site and the CMS?`);
      return toRefusal(response);
    }
    const parsed = schema.safeParse(response.body);
    if (parsed.success) return { ok: true, data: parsed.data.data };
    warn(`The CMS’s response to ${loggedPath} does not match the contract, at: ${issuePaths(parsed.error)}`);
    return toRefusal(unavailable);
  };
}

/** Returns the commands of a client. The form handlers validate slugs and numbers; here they are only encoded. */
export function cmsCommands(options: ClientOptions): CmsCommands {
  const send = createSender(options);
  return {
    sendComment: (slug, submission) =>
      send(`/api/posts/${encodeURIComponent(slug)}/comments`, submissionResponse, submission),
    reportComment: (number, report) => send(`/api/comments/${number}/reports`, reportResponse, report),
    getPrivateComment: (key) => send('/api/private-comments/look', privateCommentResponse, key),
    changeComment: (change) => send('/api/private-comments/change', privateCommentResponse, change),
    writeBack: (message) => send('/api/private-comments/write-back', privateCommentResponse, message),
    removeName: (token) => send('/api/private-comments/remove-name', privateCommentResponse, { token }),
    renewLink: (token) => send('/api/private-comments/renew-link', privateCommentResponse, { token }),
    deleteComment: (token) => send('/api/private-comments/delete', removedResponse, { token }),
    lookAtSending: (token) => send('/api/mailboxes/look', sentWithMailboxResponse, { token }),
    confirmMailbox: (token, version) => send('/api/mailboxes/confirm', confirmedResponse, { token, version }),
    disownSending: (token) => send('/api/mailboxes/disown', disownedResponse, { token }),
    resubscribe: (token) => send('/api/mailboxes/resubscribe', resubscribedResponse, { token }),
    unsubscribe: (token, all) => send('/api/mailboxes/unsubscribe', unsubscribedResponse, { token, all }),
    getDecision: (token) => send('/api/decision-links/look', decisionResponse, { token }),
    decide: (token, decision) => send('/api/decision-links/decide', decisionResponse, { token, decision }),
    sendEnquiry: (enquiry) => send('/api/enquiries', sentEnquiryResponse, enquiry),
    getEnquiry: (token) => send('/api/private-enquiries/look', privateEnquiryResponse, { token }),
    addToEnquiry: (addition) => send('/api/private-enquiries/add', privateEnquiryResponse, addition),
    withdrawEnquiry: (token) => send('/api/private-enquiries/withdraw', removedResponse, { token }),
    bookCall: (call) => send('/api/calls', bookedCallResponse, call),
    getCall: (token) => send('/api/private-calls/look', privateCallResponse, { token }),
    moveCall: (move) => send('/api/private-calls/move', privateCallResponse, move),
    cancelCall: (token) => send('/api/private-calls/cancel', privateCallResponse, { token }),
    callCalendar: (token) => send('/api/private-calls/calendar', callCalendarResponse, { token }),
    callFeed: (token) => send('/api/call-feed', callFeedResponse, { token }),
    register: (slug, registrationRequest) =>
      send(
        `/api/workshops/${encodeURIComponent(slug)}/registrations`,
        registrationReceiptResponse,
        registrationRequest,
      ),
    confirmRegistration: (token) =>
      send('/api/private-registrations/confirm', confirmedRegistrationResponse, { token }),
    disownRegistration: (token) => send('/api/private-registrations/disown', disownedRegistrationResponse, { token }),
    getRegistration: (token) => send('/api/private-registrations/look', privateRegistrationResponse, { token }),
    changeRegistration: (change) => send('/api/private-registrations/change', privateRegistrationResponse, change),
    cancelRegistration: (token) => send('/api/private-registrations/cancel', privateRegistrationResponse, { token }),
    acceptOffer: (token) => send('/api/private-registrations/accept', privateRegistrationResponse, { token }),
    declineOffer: (token) => send('/api/private-registrations/decline', privateRegistrationResponse, { token }),
    registrationCalendar: (token) =>
      send('/api/private-registrations/calendar', registrationCalendarResponse, { token }),
    registrationCertificate: (token) => send('/api/private-registrations/certificate', certificateResponse, { token }),
    compareName: (number, name) =>
      send(`/api/certificates/${encodeURIComponent(number)}/compare`, comparedResponse, { name }),
  };
}
