import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import type { CallCalendar } from 'shared';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { TextField } from '#src/admin/components/form-fields';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { addressHelp, checkCalendar, type TypedCalendar } from './calendar-labels';
import { Fold } from './Fold';
import type { Calendars } from './useCalendars';

const AddressHelp = () => (
  <Fold title="Where do I find the secret address?">
    <Flex tag="dl" direction="column" alignItems="start" gap={3} paddingTop={2} paddingBottom={2}>
      {addressHelp.map(({ provider, steps }) => (
        <div key={provider}>
          <Typography tag="dt" fontWeight="semiBold">
            {provider}
          </Typography>
          <Typography tag="dd" style={{ margin: 0, maxWidth: '64rem', display: 'block' }}>
            {steps}
          </Typography>
        </div>
      ))}
    </Flex>
  </Fold>
);

const AllDayField = ({ checked, onChange }: { checked: boolean; onChange: (on: boolean) => void }) => (
  <Flex direction="column" alignItems="start" gap={1}>
    <Checkbox checked={checked} onCheckedChange={(on) => onChange(on === true)}>
      All-day events also block time
    </Checkbox>
    <Typography variant="pi" textColor="neutral600">
      Most calendars treat all-day events as free. Those that are marked as busy always block time.
    </Typography>
  </Flex>
);

interface AddressProps {
  isNew: boolean;
  value: string;
  error: string | undefined;
  onChange: (address: string) => void;
}

const AddressField = ({ isNew, ...field }: AddressProps) => (
  <TextField
    name="address"
    label={isNew ? 'Secret address' : 'New secret address'}
    hint={
      isNew
        ? 'Treat it like a password. It is stored encrypted and never shown again.'
        : 'Leave it empty to keep the address.'
    }
    autoComplete="off"
    autoCapitalize="off"
    spellCheck={false}
    inputMode="url"
    {...field}
  />
);

const FormButtons = ({ label, isBusy, onCancel }: { label: string; isBusy: boolean; onCancel: () => void }) => (
  <Flex gap={2} wrap="wrap">
    <Button type="submit" loading={isBusy}>
      {label}
    </Button>
    <Button variant="tertiary" disabled={isBusy} onClick={onCancel}>
      Cancel
    </Button>
  </Flex>
);

interface Props {
  calendars: Calendars;
  /** The calendar that is changed; null for a new one. */
  stored: CallCalendar | null;
  onDone: () => void;
}

/** Adds or changes a calendar: it is read at once, and kept only if that worked. */
export const CalendarForm = ({ calendars, stored, onDone }: Props) => {
  const [typed, setTyped] = useState<TypedCalendar>({
    name: stored?.name ?? '',
    address: '',
    allDayBlocks: stored?.allDayBlocks ?? false,
  });
  const [errors, setErrors] = useFieldErrors<'name' | 'address'>(typed);
  const change = (part: Partial<TypedCalendar>): void => setTyped({ ...typed, ...part });
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    calendars.clear();
    const wrong = checkCalendar(typed, stored !== null);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return focusWrong(form);
    const settled = await calendars.save(typed, stored);
    setErrors(settled.errors);
    if (settled.saved) onDone();
    else focusWrong(form);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '72rem' }}>
        <TextField
          name="name"
          label="Name"
          hint="For you, such as “Home” or “Clinic”."
          autoComplete="off"
          error={errors.name}
          value={typed.name}
          onChange={(name) => change({ name })}
        />
        <AddressField
          isNew={stored === null}
          error={errors.address}
          value={typed.address}
          onChange={(address) => change({ address })}
        />
        <AddressHelp />
        <AllDayField checked={typed.allDayBlocks} onChange={(allDayBlocks) => change({ allDayBlocks })} />
        <FormButtons label={stored === null ? 'Add and read it' : 'Save'} isBusy={calendars.isBusy} onCancel={onDone} />
      </Flex>
    </form>
  );
};
