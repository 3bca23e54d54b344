import { enquiryAddition, type EnquiryErrorCode, enquiryErrorCodes, enquiryToken, type PrivateEnquiry } from 'shared';
import type { Cms } from '#server/cms/client';
import { type FieldError, parseWith } from '#server/forms/field-errors';
import {
  definePrivatePage,
  nextPath,
  type PrivateRequest,
  type PrivateView,
  withCommand,
} from '#server/forms/private-page';
import { textField } from '#server/forms/read-form';

/** What was typed to add to a message. */
export interface TypedAddition {
  text: string;
}

export type AdditionError = FieldError<'text', EnquiryErrorCode>;
export type PrivateEnquiryView = PrivateView<PrivateEnquiry, TypedAddition, AdditionError, 'withdraw'>;

export interface PrivateEnquiryRequest extends PrivateRequest {
  cms: Pick<Cms, 'getEnquiry' | 'addToEnquiry' | 'withdrawEnquiry'>;
}

const fieldList = { fields: ['text'], codes: enquiryErrorCodes } as const;

/** Stands in the schema for the nonce, which the form token brings. */
const anyNonce = '0'.repeat(22);

/** The page `/your-message/<token>`: what was sent through the contact form, and what its sender can do with it. */
export const managePrivateEnquiry = definePrivatePage<{
  request: PrivateEnquiryRequest;
  own: PrivateEnquiry;
  typed: TypedAddition;
  field: 'text';
  code: EnquiryErrorCode;
  step: 'withdraw';
}>({
  tokenForm: 'private-enquiry',
  isToken: (token) => enquiryToken.safeParse(token).success,
  load: ({ cms, token }) => cms.getEnquiry(token),
  isOpen: (step, { mayAdd }) => step !== 'change' || mayAdd,
  steps: { show: 'shown', add: 'change', withdraw: 'withdraw' },
  actions: {
    'withdraw-now': {
      step: 'withdraw',
      run: async ({ cms, token }) =>
        nextPath(await cms.withdrawEnquiry(token), () => `/your-message/${token}?done=withdrawn`),
    },
  },
  toTyped: () => ({ text: '' }),
  forms: {
    send: {
      step: 'change',
      limit: 'contact',
      fieldList,
      read: (form, token) => {
        const typed = { text: textField(form, 'text') };
        const parsed = parseWith(enquiryAddition, { token, ...typed, nonce: anyNonce }, fieldList);
        return {
          typed,
          parsed: withCommand(parsed, async (addition, { cms }, nonce) =>
            nextPath(await cms.addToEnquiry({ ...addition, nonce }), (own) => `/your-message/${own.token}?done=added`),
          ),
        };
      },
    },
  },
});
