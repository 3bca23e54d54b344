import {
  confirmationToken,
  type ConfirmedRegistration,
  type PrivateRegistration,
  type RegistrationChange,
  registrationChange,
  type RegistrationErrorCode,
  registrationErrorCodes,
  registrationToken,
} from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import {
  defineForm,
  type FormRequest,
  type FormResult,
  type FormState,
  type ParsedForm,
  seeOther,
} from '#server/forms/define-form';
import { type FieldError, parseWith } from '#server/forms/field-errors';
import {
  definePrivatePage,
  nextPath,
  type PrivateRequest,
  type PrivateView,
  withCommand,
} from '#server/forms/private-page';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/**
 * `disowned`: they did not register; `confirmed`: they can't say so any more, because it was confirmed from their
 * mailbox; `gone`: a link that is wrong, or whose seat was released.
 */
export interface ConfirmRegistrationView {
  step: 'ask' | 'disowned' | 'confirmed' | 'gone' | 'unavailable';
}

export interface ConfirmRegistrationRequest extends FormRequest {
  token: string;
  cms: Pick<Cms, 'confirmRegistration' | 'disownRegistration'>;
}

/** What they pressed: “Confirm”, or “I didn’t register”. */
type ConfirmAnswer = 'mine' | 'not-mine';
type Answered = ConfirmedRegistration | 'disowned';

function answeredPage(answered: Answered): FormResult<ConfirmRegistrationView> {
  if (answered === 'disowned') return { status: 200, view: { step: 'disowned' } };
  return seeOther(`/your-place/${answered.token}?done=${answered.isOther ? 'confirmed-before' : 'confirmed'}`);
}

function confirmView(state: FormState<Answered, never>): FormResult<ConfirmRegistrationView> {
  switch (state.name) {
    case 'empty':
      return { status: 200, view: { step: 'ask' } };
    case 'sent':
      return answeredPage(state.data);
    case 'conflict':
      return { status: 409, view: { step: 'confirmed' } };
    case 'limited':
    case 'unavailable':
      return { status: 503, view: { step: 'unavailable' } };
    default:
      return { status: 404, view: { step: 'gone' } };
  }
}

async function sendConfirmAnswer(
  answer: ConfirmAnswer,
  { cms, token }: ConfirmRegistrationRequest,
): Promise<CmsResult<Answered>> {
  if (answer === 'mine') return cms.confirmRegistration(token);
  const result = await cms.disownRegistration(token);
  return result.ok ? { ok: true, data: 'disowned' } : result;
}

const confirmPage = defineForm<ConfirmRegistrationRequest, ConfirmAnswer, never, Answered, ConfirmRegistrationView>({
  schema: (form) => ({ ok: true, values: textField(form, 'do') === 'not-mine' ? 'not-mine' : 'mine' }),
  submit: sendConfirmAnswer,
  view: confirmView,
});

/**
 * The page `/your-place/confirm/<token>`: only its buttons confirm the registration or give the place back, because
 * mail scanners follow links. Each may be pressed repeatedly.
 */
export const confirmRegistration = async (
  request: ConfirmRegistrationRequest,
): Promise<FormResult<ConfirmRegistrationView>> =>
  confirmationToken.safeParse(request.token).success ? confirmPage(request) : { status: 404, view: { step: 'gone' } };

/** What a participant can change, and the version that it had before. */
export interface TypedRegistrationChange {
  certificateName: string;
  accessNeeds: string;
  consent: boolean;
  version: number;
}

/** The fields in the order of the page. */
export const registrationChangeFieldNames = ['certificateName', 'accessNeeds', 'consent'] as const;
export type RegistrationChangeField = (typeof registrationChangeFieldNames)[number];
/** `unprintable`: the typeface of the certificate lacks letters of the name. */
type RegistrationChangeCode = RegistrationErrorCode | 'unprintable';
export type RegistrationChangeError = FieldError<RegistrationChangeField, RegistrationChangeCode>;
export type PrivateRegistrationView = PrivateView<
  PrivateRegistration,
  TypedRegistrationChange,
  RegistrationChangeError,
  'cancel' | 'decline'
>;

export interface PrivateRegistrationRequest extends PrivateRequest {
  cms: Pick<Cms, 'getRegistration' | 'changeRegistration' | 'cancelRegistration' | 'acceptOffer' | 'declineOffer'>;
}

const fieldList = {
  fields: registrationChangeFieldNames,
  codes: [...registrationErrorCodes, 'unprintable'],
} as const satisfies {
  fields: readonly RegistrationChangeField[];
  codes: readonly RegistrationChangeCode[];
};

function isOpen(
  step: PrivateRegistrationView['step'],
  { canChange, state, certificate }: PrivateRegistration,
): boolean {
  if (step === 'cancel') return canChange;
  if (step === 'decline') return state === 'offered';
  return step !== 'change' || canChange || certificate;
}

const pathOf = (done: string) => (own: PrivateRegistration) => `/your-place/${own.token}?done=${done}`;

const readChange = (form: FormFields): TypedRegistrationChange => ({
  certificateName: textField(form, 'certificateName'),
  accessNeeds: textField(form, 'accessNeeds'),
  consent: isTicked(form, 'consent'),
  version: Number(textField(form, 'version')),
});

function parseChange(
  typed: TypedRegistrationChange,
  token: string,
): ParsedForm<RegistrationChange, RegistrationChangeError[]> {
  const parsed = parseWith(registrationChange, { token, ...typed }, fieldList);
  // An invalid version, which no page of ours contains: the name is checked again.
  return parsed.ok || parsed.errors.length > 0
    ? parsed
    : { ok: false, errors: [{ field: 'certificateName', code: 'missing' }] };
}

/** The page `/your-place/<token>`: the state of a registration, and everything that the participant can do with it. */
export const managePrivateRegistration = definePrivatePage<{
  request: PrivateRegistrationRequest;
  own: PrivateRegistration;
  typed: TypedRegistrationChange;
  field: RegistrationChangeField;
  code: RegistrationChangeCode;
  step: 'cancel' | 'decline';
}>({
  tokenForm: 'private-registration',
  isToken: (token) => registrationToken.safeParse(token).success,
  load: ({ cms, token }) => cms.getRegistration(token),
  isOpen,
  steps: { show: 'shown', change: 'change', cancel: 'cancel', decline: 'decline' },
  // The certificate could not be made with this name.
  errorSteps: { rename: { step: 'change', errors: [{ field: 'certificateName', code: 'unprintable' }] } },
  actions: {
    accept: {
      step: 'shown',
      run: async ({ cms, token }) => nextPath(await cms.acceptOffer(token), pathOf('accepted')),
    },
    'decline-now': {
      step: 'decline',
      run: async ({ cms, token }) => nextPath(await cms.declineOffer(token), pathOf('declined')),
    },
    'cancel-now': {
      step: 'cancel',
      run: async ({ cms, token }) => nextPath(await cms.cancelRegistration(token), pathOf('cancelled')),
    },
  },
  // Someone with access needs has already consented that they are stored.
  toTyped: ({ certificateName, accessNeeds, version }) => ({
    certificateName,
    accessNeeds: accessNeeds ?? '',
    consent: accessNeeds !== null,
    version,
  }),
  forms: {
    save: {
      step: 'change',
      fieldList,
      read: (form, token) => {
        const typed = readChange(form);
        return {
          typed,
          parsed: withCommand(parseChange(typed, token), async (fields, { cms }) =>
            nextPath(await cms.changeRegistration(fields), pathOf('changed')),
          ),
        };
      },
    },
  },
});
