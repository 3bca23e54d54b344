import type { EnquiryRequest, SentEnquiry } from 'shared';
import type { CmsHere } from './cms-in-process.ts';
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
