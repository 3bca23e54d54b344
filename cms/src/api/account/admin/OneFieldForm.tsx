import { Box, Button, Flex } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { errorMessage } from '#src/admin/components/admin-api';
import { TextField } from '#src/admin/components/form-fields';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';

interface OneFieldFormProps {
  name: string;
  label: string;
  hint?: string;
  type: 'password' | 'text';
  autoComplete: 'current-password' | 'one-time-code';
  button: string;
  variant?: 'default' | 'secondary' | 'danger-light';
  /** Rejects with the error of the CMS, which is shown at the field; what was typed stays. */
  onSubmit: (value: string) => Promise<unknown>;
}

/** A form of one required field and a button. */
export const OneFieldForm = ({ button, variant = 'default', onSubmit, label, ...field }: OneFieldFormProps) => {
  const [typed, setTyped] = useState('');
  const [{ typed: error }, setErrors] = useFieldErrors({ typed });
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') {
      setErrors({ typed: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}.` });
      return;
    }
    setBusy(true);
    const failure = await onSubmit(typed).then(
      () => '',
      (reason: unknown) => errorMessage(reason),
    );
    setBusy(false);
    setErrors(failure === '' ? {} : { typed: failure });
    if (failure === '') setTyped('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <TextField {...field} label={label} required value={typed} onChange={setTyped} error={error} />
        <Box>
          <Button type="submit" variant={variant} loading={isBusy}>
            {button}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};
