import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Link,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import {
  type AddCallBlockRequest,
  addedCallBlock,
  isoDay,
  type ListedCall,
  sessionWords,
  storedCallRules,
} from 'shared';
import { useAdminAction, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { TextField } from '#src/admin/components/form-fields';
import { AdminPage, Fetched, Panel, UserName } from '#src/admin/components/page-elements';
import { UnsentNote } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { mondayOf } from '#src/time/days';
import { CalendarInput } from './CalendarInput';
import { checkBlock, type TypedBlock } from './call-form';
import { blockLabels, bookedInLabel, describeOutcome, openedLabel } from './call-labels';
import { timeLabel } from './call-times';

const empty: TypedBlock = { kind: 'time-off', day: '', lastDay: '', isWhole: '', from: '', to: '', note: '' };

interface FieldsProps {
  typed: TypedBlock;
  errors: Partial<Record<keyof TypedBlock, string | undefined>>;
  onType: (change: Partial<TypedBlock>) => void;
}

const KindField = ({ typed, onType }: Omit<FieldsProps, 'errors'>) => (
  <Field.Root
    name="kind"
    hint={
      typed.kind === 'opening'
        ? 'People can book calls then, as well as in your weekly hours.'
        : 'Nobody can book a call then. Calls that are booked already stay.'
    }
  >
    <Field.Label>Type</Field.Label>
    <SingleSelect value={typed.kind} onChange={(kind) => onType({ kind: String(kind), isWhole: '', lastDay: '' })}>
      <SingleSelectOption value="time-off">{blockLabels['time-off']}</SingleSelectOption>
      <SingleSelectOption value="opening">{blockLabels.opening}</SingleSelectOption>
    </SingleSelect>
    <Field.Hint />
  </Field.Root>
);

type InputProps = FieldsProps & { name: 'day' | 'lastDay' | 'from' | 'to'; label: string; hint?: string };

const Input = ({ name, label, hint, typed, errors, onType }: InputProps) => (
  <CalendarInput
    type={name === 'day' || name === 'lastDay' ? 'date' : 'time'}
    name={name}
    label={label}
    hint={hint}
    error={errors[name]}
    value={typed[name]}
    onChange={(value) => onType({ [name]: value })}
  />
);

/** An opening is on one day; time off can take several. */
const TimeFields = (props: FieldsProps) => {
  const { typed, onType } = props;
  const isOff = typed.kind === 'time-off';
  const hasTimes = typed.isWhole === '';
  return (
    <>
      {isOff && (
        <Checkbox
          checked={typed.isWhole === 'yes'}
          onCheckedChange={(on) => onType({ isWhole: on === true ? 'yes' : '' })}
        >
          Whole days
        </Checkbox>
      )}
      <Flex gap={4} wrap="wrap" alignItems="start">
        <Input {...props} name="day" label={isOff ? 'First day' : 'Day'} />
        {hasTimes && <Input {...props} name="from" label="From" />}
      </Flex>
      <Flex gap={4} wrap="wrap" alignItems="start">
        {isOff && <Input {...props} name="lastDay" label="Last day" hint="Leave it empty for a single day." />}
        {hasTimes && <Input {...props} name="to" label="To" />}
      </Flex>
    </>
  );
};

interface FormProps {
  timeZone: string;
  isBusy: boolean;
  /** What was said of the last attempt is no longer true. */
  onTry: () => void;
  /** Resolves with whether it was added; if not, everything that was typed stays. */
  onAdd: (block: AddCallBlockRequest, timeZone: string) => Promise<boolean>;
}

const BlockForm = ({ timeZone, isBusy, onTry, onAdd }: FormProps) => {
  const unsent = useUnsentText<TypedBlock>('call-block', empty);
  const { typed, nonce } = unsent;
  const [errors, setErrors] = useFieldErrors(typed);
  const add = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    onTry();
    const checked = checkBlock(typed, { nonce, timeZone });
    setErrors('errors' in checked ? checked.errors : {});
    if (!('block' in checked)) return focusWrong(event.currentTarget);
    if (await onAdd(checked.block, timeZone)) unsent.clear();
  };
  const fields = { typed, errors, onType: unsent.change };
  return (
    <form onSubmit={(event) => void add(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
        <UnsentNote unsent={unsent} />
        <KindField {...fields} />
        <TimeFields {...fields} />
        <TextField
          name="note"
          label="Note"
          hint="Only you read it. You can leave this empty."
          error={errors.note}
          autoComplete="off"
          value={typed.note}
          onChange={(note) => unsent.change({ note })}
        />
        <Box>
          <Button type="submit" loading={isBusy}>
            {typed.kind === 'opening' ? 'Add the opening' : 'Block this time'}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};

interface BookedProps {
  calls: readonly ListedCall[];
  timeZone: string;
}

/** The calls that are booked in time that was just blocked. */
const BookedIn = ({ calls, timeZone }: BookedProps) => (
  <Panel title={calls.length === 1 ? 'A call is booked then' : 'Calls are booked then'}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{bookedInLabel(calls)}</Typography>
      <ul>
        {calls.map((call) => (
          <li key={call.number}>
            <Link tag={RouterLink} to={`/calls/${call.number}`}>
              <UserName name={call.name} />
            </Link>
            <Typography>{` ${sessionWords(call, timeZone)}`}</Typography>
          </li>
        ))}
      </ul>
    </Flex>
  </Panel>
);

/** Blocks time, or opens some besides the weekly hours. */
export const BlockPage = () => {
  const query = useAdminQuery(storedCallRules, { path: '/calls/rules' });
  const post = useAdminPost();
  const { outcome, isBusy, run, clear } = useAdminAction();
  const [booked, setBooked] = useState<readonly ListedCall[]>([]);
  const canBook = query.data !== null && query.data.rules.isOpen && query.data.bookingUrl === null;
  const forget = (): void => {
    clear();
    setBooked([]);
  };
  const add = async (block: AddCallBlockRequest, timeZone: string): Promise<boolean> => {
    let isDone = false;
    await run(async () => {
      const { outcome: settled, calls } = await post(addedCallBlock, '/calls/blocks', block);
      isDone = settled.status === 'done';
      setBooked(calls);
      const done =
        block.kind === 'opening'
          ? openedLabel(timeLabel(block, timeZone), canBook)
          : `Blocked: ${timeLabel(block, timeZone)}.`;
      return {
        message: describeOutcome(settled, done, 'Nothing was changed'),
        succeeded: isDone,
        next: { label: 'Show that week', to: `/calls?from=${mondayOf(isoDay(block.starts, timeZone))}` },
      };
    });
    return isDone;
  };
  return (
    <AdminPage
      section="Calls"
      title="Block or open time"
      subtitle="Time off, or extra hours"
      back={{ label: 'All calls', to: '/calls' }}
      outcome={outcome}
    >
      <Fetched query={query} loading="Loading your calls">
        {({ timeZone }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {booked.length > 0 && <BookedIn calls={booked} timeZone={timeZone} />}
            <Panel title="The time">
              <BlockForm timeZone={timeZone} isBusy={isBusy} onTry={forget} onAdd={add} />
            </Panel>
          </Flex>
        )}
      </Fetched>
    </AdminPage>
  );
};
