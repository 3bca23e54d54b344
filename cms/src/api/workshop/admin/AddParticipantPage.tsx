import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useParams } from 'react-router-dom';
import { type AddOutcome, addOutcome, type NewParticipant, priceWords, type WorkshopWithParticipants } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { TextAreaField, TextField } from '#src/admin/components/form-fields';
import { type ActionOutcome, AdminPage, Fetched, Panel } from '#src/admin/components/page-elements';
import { NewPerson } from '#src/admin/components/UnsentNote';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { useUnsentText } from '#src/admin/components/useUnsentText';
import { checkParticipant, type ParticipantErrors, type TypedParticipant } from './participant-form';
import { useWorkshop } from './useParticipants';
import { seatsTakenLabel, startsLabel, workshopMissing } from './workshop-labels';

interface FieldsProps {
  prices: WorkshopWithParticipants['prices'];
  typed: TypedParticipant;
  errors: ParticipantErrors;
  onType: (change: Partial<TypedParticipant>) => void;
}

const NameAndEmail = ({ typed, errors, onType }: Omit<FieldsProps, 'prices'>) => (
  <>
    <TextField
      name="name"
      error={errors.name}
      label="Name"
      autoComplete="off"
      value={typed.name}
      onChange={(value) => onType({ name: value })}
    />
    <TextField
      name="email"
      error={errors.email}
      hint="All emails go to this address, so please check it."
      label="Email address"
      type="email"
      autoComplete="off"
      value={typed.email}
      onChange={(value) => onType({ email: value })}
    />
  </>
);

const PriceAndNeeds = ({ prices, typed, errors, onType }: FieldsProps) => (
  <>
    {prices.length > 0 && (
      <Field.Root name="price" error={errors.price}>
        <Field.Label>Price</Field.Label>
        <SingleSelect
          placeholder="Choose a price"
          value={typed.price}
          onChange={(key) => onType({ price: String(key) })}
        >
          {prices.map(({ key, label, pence }) => (
            <SingleSelectOption key={key} value={key}>
              {`${label}, ${priceWords(pence)}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
    )}
    <TextAreaField
      name="accessNeeds"
      error={errors.accessNeeds}
      hint="Enter only what the participant asked you to note: it may say something about their health, and it is shown on their private page. You can leave this empty."
      label="Access needs"
      rows={3}
      value={typed.accessNeeds}
      onChange={(value) => onType({ accessNeeds: value })}
    />
  </>
);

const empty = { name: '', email: '', price: null, accessNeeds: '' } satisfies TypedParticipant;

interface FormProps {
  workshop: string;
  prices: WorkshopWithParticipants['prices'];
  isBusy: boolean;
  /** Resolves with the outcome; `failed`: no answer came. Unless it is `done`, everything that was typed stays. */
  onAdd: (participant: NewParticipant) => Promise<AddOutcome['status'] | 'failed'>;
}

/** The name, address, price and access needs of a participant who is confirmed at once. */
const AddParticipantForm = ({ workshop, prices, isBusy, onAdd }: FormProps) => {
  const unsent = useUnsentText<TypedParticipant>(`participant:${workshop}`, empty);
  const { typed, nonce } = unsent;
  const [errors, setErrors] = useFieldErrors(typed);
  const fields = { typed, errors, onType: unsent.change };

  const add = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const checked = checkParticipant(typed, prices.length > 0, nonce);
    setErrors('errors' in checked ? checked.errors : {});
    if (!('participant' in checked)) return focusWrong(event.currentTarget);
    const status = await onAdd(checked.participant);
    if (status === 'done') return unsent.clear();
    // Without an answer, the participant may have been added: the next attempt has to be recognised as the same.
    if (status !== 'failed') unsent.renewNonce();
  };

  return (
    <NewPerson unsent={unsent} name={typed.name}>
      <form onSubmit={(event) => void add(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
          <Typography>
            The participant gets a place at once, without confirming it, and an email with the joining details, a
            calendar entry and a private link.
          </Typography>
          <NameAndEmail {...fields} />
          <PriceAndNeeds prices={prices} {...fields} />
          <Box>
            <Button type="submit" loading={isBusy}>
              Add participant
            </Button>
          </Box>
        </Flex>
      </form>
    </NewPerson>
  );
};

const describeAdded = (added: AddOutcome, name: string): ActionOutcome => {
  if (added.status === 'refused') return { message: added.reason, succeeded: false };
  return added.status === 'full'
    ? {
        message: 'Every place is taken or on offer to someone. Add places or cancel someone’s place first.',
        succeeded: false,
      }
    : { message: `${name} has a place. An email with the details is on its way.`, succeeded: true };
};

/** Adds a participant who phoned or wrote, confirmed at once. */
export const AddParticipantPage = () => {
  const id = useParams().id ?? '';
  const query = useWorkshop(id);
  const post = useAdminPost();
  const { outcome, isBusy, run } = useAdminAction();
  const add = async (participant: NewParticipant): Promise<AddOutcome['status'] | 'failed'> => {
    let status: AddOutcome['status'] | 'failed' = 'failed';
    await run(async () => {
      const added = await post(addOutcome, `/workshops/${id}/participants`, participant);
      ({ status } = added);
      await query.refetch();
      return describeAdded(added, participant.name);
    });
    return status;
  };
  return (
    <AdminPage
      section="Workshops"
      title="Add a participant"
      subtitle={
        query.data ? `“${query.data.title}”, ${startsLabel(query.data)}. ${seatsTakenLabel(query.data.counts)}.` : ''
      }
      back={{ label: 'Participants', to: `../${id}` }}
      outcome={outcome}
    >
      <Fetched query={query} loading="Loading the workshop" missing={workshopMissing}>
        {({ prices }) => (
          <Panel title="Participant">
            <AddParticipantForm workshop={id} prices={prices} isBusy={isBusy} onAdd={add} />
          </Panel>
        )}
      </Fetched>
    </AdminPage>
  );
};
