import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router-dom';
import { isoDay, type OpenedCall, openedCall, sessionWords } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { emailLink } from '#src/admin/components/contact-links';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { TextAreaField } from '#src/admin/components/form-fields';
import { formatDate, formatDateTime, tooLongMessage } from '#src/admin/components/labels';
import { AdminPage, ConfirmedButton, Fetched, Panel, UserName } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { mondayOf } from '#src/time/days';
import { checkTime } from './call-form';
import { cancelNotice, moveNotice, stateLabel } from './call-labels';
import { CallDetails } from './CallDetails';
import { NotifyBox } from './NotifyBox';
import { TimeChoice } from './TimeChoice';
import { type CallActions, useCallActions } from './useCallActions';

/** In characters; the contract's. */
const messageLimit = 1_000;

interface Props extends OpenedCall {
  actions: CallActions;
}

const noTime = { day: '', time: '' };

const MovePanel = ({ call, timeZone, actions }: Props) => {
  const unsent = useUnsentText(`call-move:${call.number}`, noTime);
  const { typed } = unsent;
  const [errors, setErrors] = useFieldErrors(typed);
  const [wantsNotice, setNotice] = useState(true);
  const notify = wantsNotice && call.email !== null;
  const move = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    actions.clear();
    const checked = checkTime(typed, timeZone);
    setErrors('errors' in checked ? checked.errors : {});
    if (!('starts' in checked)) return focusWrong(event.currentTarget);
    if (await actions.move(call, { starts: checked.starts, notify, timeZone })) unsent.clear();
  };
  return (
    <Panel title="Move the call">
      <form onSubmit={(event) => void move(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <UnsentNote unsent={unsent} />
          <TimeChoice
            typed={typed}
            errors={errors}
            timeZone={timeZone}
            from={isoDay(call.starts, timeZone)}
            outcome={actions.outcome}
            onType={unsent.change}
          />
          <NotifyBox canNotify={call.email !== null} notify={notify} onChange={setNotice}>
            {moveNotice({ ...call, notify })}
          </NotifyBox>
          <Box>
            <Button type="submit" variant="secondary" loading={actions.isBusy}>
              Move the call
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};

const CancelPanel = ({ call, actions }: Props) => {
  const unsent = useUnsentText(`call-cancel:${call.number}`, { message: '' });
  const { message } = unsent.typed;
  const [wantsNotice, setNotice] = useState(true);
  const notify = wantsNotice && call.email !== null;
  const isTooLong = notify && [...message.trim()].length > messageLimit;
  const notice = cancelNotice({ ...call, notify }, message.trim() !== '');
  const cancel = async (): Promise<void> => {
    if (await actions.cancel(call, { message, notify })) unsent.clear();
  };
  return (
    <Panel title="Cancel the call">
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
        <UnsentNote unsent={unsent} />
        <NotifyBox canNotify={call.email !== null} notify={notify} onChange={setNotice}>
          {notice}
        </NotifyBox>
        {notify && (
          <TextAreaField
            name="message"
            label="A few words to them"
            hint="They are part of the email. You can leave this empty."
            error={isTooLong ? tooLongMessage(message, messageLimit) : undefined}
            rows={3}
            value={message}
            onChange={(typed) => unsent.change({ message: typed })}
          />
        )}
        <Box>
          <ConfirmedButton
            label="Cancel the call"
            cancelLabel="Keep the call"
            title={`Cancel the call with ${call.name}?`}
            disabled={actions.isBusy || isTooLong}
            onConfirm={() => void cancel()}
          >
            {`${notice} The time becomes free again.`}
          </ConfirmedButton>
        </Box>
      </Flex>
    </Panel>
  );
};

const Opened = (props: Props) => {
  const { call, timeZone } = props;
  const state = stateLabel(call);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={state ?? 'The call'}>
        <Flex direction="column" alignItems="start" gap={3}>
          <CallDetails call={call} timeZone={timeZone} />
          {call.email !== null && (
            <Link href={emailLink(call.email)}>
              <UserName name={call.email} />
            </Link>
          )}
          <Typography variant="pi" textColor="neutral600">
            {`${call.addedManually ? 'You added this call' : 'Booked'} on ${formatDateTime(call.bookedAt)}. It will be deleted on ${formatDate(call.deletedOn)}.`}
          </Typography>
        </Flex>
      </Panel>
      {state === null && (
        <>
          <MovePanel {...props} />
          <CancelPanel {...props} />
        </>
      )}
    </Flex>
  );
};

/** One call: when it is, how to reach the person, and moving or cancelling it. */
export const CallPage = () => {
  const number = Number(useParams().number);
  const query = useAdminQuery(openedCall, { path: `/calls/${number}/open`, body: {} });
  const actions = useCallActions(number, query.refetch);
  const opened = query.isGone ? null : query.data;
  return (
    <AdminPage
      section="Calls"
      title={opened?.call.name ?? 'A call'}
      subtitle={opened ? sessionWords(opened.call, opened.timeZone) : ''}
      back={{
        label: 'The week of this call',
        to: opened ? `/calls?from=${mondayOf(isoDay(opened.call.starts, opened.timeZone))}` : '/calls',
      }}
      outcome={actions.outcome}
    >
      <Fetched query={query} loading="Loading the call" missing="This call has been deleted.">
        {(data) => <Opened key={data.call.number} {...data} actions={actions} />}
      </Fetched>
    </AdminPage>
  );
};
