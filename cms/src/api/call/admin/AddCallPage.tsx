import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { type FormEvent, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import {
  type AddCallRequest,
  type CallOutcome,
  callOutcomeResponse,
  isoDay,
  momentWords,
  storedCallRules,
} from 'shared';
import { useAdminAction, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { TextField } from '#src/admin/components/form-fields';
import { type ActionOutcome, AdminPage, Fetched, Panel } from '#src/admin/components/page-elements';
import { NewPerson } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { mondayOf } from '#src/time/days';
import { checkCall, type TypedCall } from './call-form';
import { addNotice, channelLabels, describeOutcome } from './call-labels';
import { isDay } from './call-times';
import { NotifyBox } from './NotifyBox';
import { TimeChoice } from './TimeChoice';

interface FieldsProps {
  typed: TypedCall;
  errors: Partial<Record<keyof TypedCall, string | undefined>>;
  onType: (change: Partial<TypedCall>) => void;
}

const PersonFields = ({ typed, errors, onType }: FieldsProps) => (
  <>
    <TextField
      name="name"
      label="Name"
      error={errors.name}
      autoComplete="off"
      value={typed.name}
      onChange={(name) => onType({ name })}
    />
    <Field.Root name="channel">
      <Field.Label>Online or by phone</Field.Label>
      <SingleSelect value={typed.channel} onChange={(channel) => onType({ channel: String(channel) })}>
        <SingleSelectOption value="online">{channelLabels.online}</SingleSelectOption>
        <SingleSelectOption value="phone">{channelLabels.phone}</SingleSelectOption>
      </SingleSelect>
    </Field.Root>
    <TextField
      name="email"
      label="Email address"
      hint="You can leave this empty. Then no email goes to them, and they can’t move or cancel the call themselves."
      error={errors.email}
      type="email"
      autoComplete="off"
      value={typed.email}
      onChange={(email) => onType({ email })}
    />
    <TextField
      name="phone"
      label="Phone number"
      hint={typed.channel === 'phone' ? undefined : 'You can leave this empty.'}
      error={errors.phone}
      type="tel"
      autoComplete="off"
      value={typed.phone}
      onChange={(phone) => onType({ phone })}
    />
  </>
);

type AskedTime = Pick<TypedCall, 'day' | 'time'>;

/** Returns the day and time that a link asks for, such as that of a free time. */
const useAskedTime = (): AskedTime => {
  const [params] = useSearchParams();
  const [day, time] = [params.get('day') ?? '', params.get('time') ?? ''];
  return isDay(day) && /^\d\d:\d\d$/.test(time) ? { day, time } : { day: '', time: '' };
};

interface FormProps {
  timeZone: string;
  asked: AskedTime;
  isBusy: boolean;
  outcome: ActionOutcome | null;
  /** What was said of the last attempt is no longer true. */
  onTry: () => void;
  /** Resolves with the outcome; `failed`: no answer came. Unless it is `done`, everything that was typed stays. */
  onAdd: (call: AddCallRequest, timeZone: string) => Promise<CallOutcome['status'] | 'failed'>;
}

/** What is typed about a call, and adding it. */
const useTypedCall = ({ timeZone, asked, onTry, onAdd }: FormProps) => {
  const unsent = useUnsentText<TypedCall>('call', { channel: 'online', name: '', email: '', phone: '', ...asked });
  const { typed, nonce, change } = unsent;
  const navigate = useNavigate();
  // What was typed before stays, but at the time that was just chosen.
  useEffect(() => {
    if (asked.day !== '') change({ day: asked.day, time: asked.time });
  }, [asked.day, asked.time]);
  const [errors, setErrors] = useFieldErrors(typed);
  const [wantsNotice, setNotice] = useState(true);
  const email = typed.email.trim() === '' ? null : typed.email;
  const notify = wantsNotice && email !== null;
  const add = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    onTry();
    const checked = checkCall(typed, { notify, nonce, timeZone });
    setErrors('errors' in checked ? checked.errors : {});
    if (!('call' in checked)) return focusWrong(event.currentTarget);
    const status = await onAdd(checked.call, timeZone);
    if (status === 'done') {
      unsent.clear();
      // The free time that this page was opened with is free no more.
      void navigate('/calls/add', { replace: true });
      return;
    }
    // Without an answer, the call may have been added: the next attempt has to be recognised as the same.
    if (status !== 'failed') unsent.renewNonce();
  };
  return { unsent, errors, email, notify, setNotice, add };
};

const AddCallForm = (props: FormProps) => {
  const { unsent, errors, email, notify, setNotice, add } = useTypedCall(props);
  const { typed } = unsent;
  const { timeZone, isBusy } = props;
  return (
    <NewPerson unsent={unsent} name={typed.name}>
      <form onSubmit={(event) => void add(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
          <TimeChoice
            typed={typed}
            errors={errors}
            timeZone={timeZone}
            from={isoDay(new Date().toISOString(), timeZone)}
            outcome={props.outcome}
            onType={unsent.change}
          />
          <PersonFields typed={typed} errors={errors} onType={unsent.change} />
          <NotifyBox canNotify={email !== null} notify={notify} onChange={setNotice}>
            {addNotice({ name: typed.name, email, notify })}
          </NotifyBox>
          <Box>
            <Button type="submit" loading={isBusy}>
              Add the call
            </Button>
          </Box>
        </Flex>
      </form>
    </NewPerson>
  );
};

/** Adds a call for somebody who phoned or wrote. Hours, notice and limits do not count for the counsellor. */
export const AddCallPage = () => {
  const query = useAdminQuery(storedCallRules, { path: '/calls/rules' });
  const post = useAdminPost();
  const asked = useAskedTime();
  const { outcome, isBusy, run, clear } = useAdminAction();
  const add = async (call: AddCallRequest, timeZone: string): Promise<CallOutcome['status'] | 'failed'> => {
    let status: CallOutcome['status'] | 'failed' = 'failed';
    await run(async () => {
      const { outcome: settled } = await post(callOutcomeResponse, '/calls', call);
      ({ status } = settled);
      const succeeded = status === 'done';
      const when = momentWords(call.starts, timeZone, false);
      const told = call.notify ? ` An email to ${call.name} is on its way.` : '';
      return {
        message: describeOutcome(settled, `The call with ${call.name} is on ${when}.${told}`, 'The call was not added'),
        succeeded,
        ...(succeeded
          ? { next: { label: 'Show that week', to: `/calls?from=${mondayOf(isoDay(call.starts, timeZone))}` } }
          : {}),
      };
    });
    return status;
  };
  return (
    <AdminPage
      section="Calls"
      title="Add a call"
      subtitle="For somebody who phoned or wrote. You can choose any time at which you have no other call and no time off."
      back={{ label: 'All calls', to: '/calls' }}
      outcome={outcome}
    >
      <Fetched query={query} loading="Loading your calls">
        {({ timeZone }) => (
          <Panel title="The call">
            <AddCallForm
              key={`${asked.day} ${asked.time}`}
              asked={asked}
              timeZone={timeZone}
              isBusy={isBusy}
              outcome={outcome}
              onTry={clear}
              onAdd={add}
            />
          </Panel>
        )}
      </Fetched>
    </AdminPage>
  );
};
