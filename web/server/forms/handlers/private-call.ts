import { type CallErrorCode, callErrorCodes, callMove, type CallPage, callToken, type PrivateCall } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import { type FieldError, parseWith } from '#server/forms/field-errors';
import {
  definePrivatePage,
  nextPath,
  type PrivateRequest,
  type PrivateView,
  withCommand,
} from '#server/forms/private-page';
import { type FormFields, textField } from '#server/forms/read-form';
import { type ShownTimes, shownTimes, typedStart } from './typed-call';

/** The time that was chosen to move a call to, and which times are shown. */
export interface TypedMove {
  starts: string;
  times: ShownTimes;
}

/** A call, with the free times while it is moved; `page` is null where they are not needed or not known. */
export interface OwnCall {
  call: PrivateCall;
  page: CallPage | null;
  typed: TypedMove;
}

export type MoveError = FieldError<'starts', CallErrorCode>;
export type PrivateCallView = PrivateView<OwnCall, TypedMove, MoveError, 'cancel'>;

export interface PrivateCallRequest extends PrivateRequest {
  cms: Pick<Cms, 'getCall' | 'moveCall' | 'cancelCall' | 'currentCallPage'>;
}

const fieldList = { fields: ['starts'], codes: callErrorCodes } as const;

const typedMove = (form: FormFields): TypedMove => ({
  starts: typedStart(form),
  times: shownTimes({ form, from: '', zone: '' }),
});

const isMoving = (form: FormFields): boolean => ['move', 'move-now'].includes(textField(form, 'do'));

async function loadCall({ cms, token, form = new Map() }: PrivateCallRequest): Promise<CmsResult<OwnCall>> {
  const [result, page] = await Promise.all([
    cms.getCall(token),
    isMoving(form) ? cms.currentCallPage().catch(() => null) : null,
  ]);
  if (!result.ok) return result;
  const typed = typedMove(form);
  const { timeZone } = result.data;
  return {
    ok: true,
    data: {
      call: result.data,
      page,
      typed: typed.times.zone === '' ? { ...typed, times: { ...typed.times, zone: timeZone } } : typed,
    },
  };
}

/** Names the field where the CMS says that the time was lost: its page offers others. */
const timeIsTaken = <Data>(result: CmsResult<Data>): CmsResult<Data> =>
  !result.ok && result.status === 409
    ? { ...result, status: 400, issues: [{ path: ['starts'], code: 'no-such-time' }] }
    : result;

/** The page `/your-call/<token>`: a call that was booked, and what its reader can do with it. */
export const managePrivateCall = definePrivatePage<{
  request: PrivateCallRequest;
  own: OwnCall;
  typed: TypedMove;
  field: 'starts';
  code: CallErrorCode;
  step: 'cancel';
}>({
  tokenForm: 'private-call',
  isToken: (token) => callToken.safeParse(token).success,
  load: loadCall,
  isOpen: (step, { call }) =>
    step === 'change' ? call.mayChange && call.movesLeft > 0 : step !== 'cancel' || call.mayChange,
  steps: { show: 'shown', move: 'change', cancel: 'cancel' },
  actions: {
    'cancel-now': {
      step: 'cancel',
      run: async ({ cms, token }) =>
        nextPath(await cms.cancelCall(token), (call) => `/your-call/${call.token}?done=cancelled`),
    },
  },
  toTyped: ({ typed }) => typed,
  forms: {
    'move-now': {
      step: 'change',
      limit: 'call',
      fieldList,
      read: (form, token) => {
        const typed = typedMove(form);
        const parsed = parseWith(callMove, { token, starts: typed.starts }, fieldList);
        return {
          typed,
          parsed: withCommand(parsed, async (move, { cms }) =>
            nextPath(timeIsTaken(await cms.moveCall(move)), (call) => `/your-call/${call.token}?done=moved`),
          ),
        };
      },
    },
  },
});
