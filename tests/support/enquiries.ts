import {
  type EnquiryRequest,
  listedMessages,
  type MessageListName,
  type MessageOutcome,
  messageOutcomeResponse,
  type OpenedMessage,
  openedMessage,
  type SentEnquiry,
} from 'shared';
import { dataOf, type SignedIn } from './admin-api.ts';
import type { CmsHere } from './cms-in-process.ts';
import { cmsPart } from './cms-parts.ts';
import { aNonce, postAsWeb } from './comments.ts';

let people = 0;

/** Returns a message of the contact form as the site sends it, from another address each time. */
export const anEnquiry = (over: Partial<EnquiryRequest> = {}): EnquiryRequest => {
  people += 1;
  return {
    kind: 'enquiry',
    name: `Person ${people}`,
    channel: 'email',
    email: `person-${people}@example.org`,
    phone: null,
    mayLeaveMessage: false,
    goodTimes: null,
    workshop: null,
    text: 'Could we talk some time next week? Evenings are best for me.',
    consent: true,
    nonce: aNonce(),
    network: null,
    honeypot: false,
    ...over,
  };
};

/** Sends a message of the contact form and returns the data of the response. */
export const sendEnquiry = async (cms: CmsHere, over: Partial<EnquiryRequest> = {}): Promise<SentEnquiry> => {
  const answer = await postAsWeb(cms, '/api/enquiries', anEnquiry(over));
  if (answer.status !== 201) throw new Error(`The message was answered with ${answer.status}: ${answer.text}`);
  return (answer.body as { data: SentEnquiry }).data;
};

/** What the counsellor does with messages, through the admin’s endpoints. */
export const messagesOf = (counsellor: SignedIn) => ({
  open: (number: number): Promise<OpenedMessage> =>
    dataOf(openedMessage, counsellor.post(`/quiet-room/messages/${number}/open`)),
  act: async (number: number, what: string, body: object): Promise<MessageOutcome> =>
    (await dataOf(messageOutcomeResponse, counsellor.post(`/quiet-room/messages/${number}/${what}`).send(body)))
      .outcome,
  numbersIn: async (list: MessageListName): Promise<number[]> => {
    const { messages } = await dataOf(listedMessages, counsellor.get(`/quiet-room/messages?list=${list}`));
    return messages.map(({ number }) => number);
  },
});

type Job = (strapi: unknown, now: Date) => Promise<unknown>;

/** The scheduled jobs about messages, which take the current time as a parameter. */
export const messageJobs = () =>
  cmsPart<Record<'remindCounsellor' | 'deleteOldEnquiries', Job>>('api/enquiry/scheduled.js');
