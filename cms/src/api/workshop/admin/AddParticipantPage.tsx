import {
  Box,
  Button,
  Field,
  Flex,
  Link,
  Loader,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type FormEvent, useCallback, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { priceWords } from 'shared';
import { newNonce, useAdminAction } from '#src/admin/components/admin-api';
import { ActionResult, Panel } from '#src/admin/components/page-elements';
import type { AdminWorkshopPage, NewParticipant } from '#src/api/workshop/admin-contract';
import { type ParticipantErrors, participantErrors, type TypedParticipant } from './participant-errors';
import { useFetched, useWorkshopsApi } from './useWorkshopsApi';
import { seatsTakenLabel, startsLabel } from './workshop-labels';

interface FormProps {
  prices: AdminWorkshopPage['prices'];
  busy: boolean;
  /** Resolves with whether they were added: else everything stays as it was typed. */
  onAdd: (person: NewParticipant) => Promise<boolean>;
}

interface Typed {
  target: { value: string };
}

interface LineProps {
  name: string;
  label: string;
  type?: 'text' | 'email';
  hint?: string;
  value: string;
  problem: string | undefined;
  onType: (value: string) => void;
}

const Line = ({ name, label, type = 'text', hint, value, problem, onType }: LineProps) => (
  <Field.Root name={name} error={problem} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <TextInput type={type} autoComplete="off" value={value} onChange={({ target }: Typed) => onType(target.value)} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);

interface PricesProps {
  prices: FormProps['prices'];
  value: number | null;
  problem: string | undefined;
  onChoose: (number: number) => void;
}

const Prices = ({ prices, value, problem, onChoose }: PricesProps) => (
  <Field.Root name="price" error={problem}>
    <Field.Label>Price</Field.Label>
    <SingleSelect placeholder="Choose a price" value={value} onChange={(number) => onChoose(Number(number))}>
      {prices.map(({ number, label, pence }) => (
        <SingleSelectOption key={number} value={number}>
          {`${label}, ${priceWords(pence)}`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
    <Field.Error />
  </Field.Root>
);

const empty: TypedParticipant = { name: '', email: '', price: null, accessNeeds: '' };

/** The name, address, price and access needs of a participant who is confirmed at once. */
const AddParticipantForm = ({ prices, busy, onAdd }: FormProps) => {
  const [typed, setTyped] = useState<TypedParticipant>(empty);
  const [problems, setProblems] = useState<ParticipantErrors>({});
  const [nonce, setNonce] = useState(newNonce);
  const set = (change: Partial<TypedParticipant>): void => setTyped({ ...typed, ...change });

  const add = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const wrong = participantErrors(typed, prices.length > 0);
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const needs = typed.accessNeeds.trim();
    if (
      !(await onAdd({
        name: typed.name.trim(),
        email: typed.email.trim(),
        price: typed.price,
        accessNeeds: needs === '' ? null : needs,
        nonce,
      }))
    )
      return;
    setTyped(empty);
    setNonce(newNonce());
  };

  return (
    <Panel title="Who is it?">
      <form onSubmit={(event) => void add(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
          <Typography>
            They have a place at once, with nothing to confirm. They get the joining details, a calendar entry and their
            private link by mail.
          </Typography>
          <Line name="name" label="Name" value={typed.name} problem={problems.name} onType={(name) => set({ name })} />
          <Line
            name="email"
            type="email"
            label="Email address"
            hint="Everything goes there: please read it once more."
            value={typed.email}
            problem={problems.email}
            onType={(email) => set({ email })}
          />
          {prices.length > 0 && (
            <Prices prices={prices} value={typed.price} problem={problems.price} onChoose={(price) => set({ price })} />
          )}
          <Field.Root
            name="accessNeeds"
            error={problems.accessNeeds}
            hint="Only what they asked you to note: it may say something about their health, and they see it on their private page. It may stay empty."
          >
            <Field.Label>Access needs</Field.Label>
            <Textarea
              rows={3}
              value={typed.accessNeeds}
              onChange={({ target }: Typed) => set({ accessNeeds: target.value })}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Box>
            <Button type="submit" loading={busy}>
              Give them a place
            </Button>
          </Box>
        </Flex>
      </form>
    </Panel>
  );
};

/** Adds a participant who phoned or wrote, confirmed at once. */
export const AddParticipantPage = () => {
  const id = useParams().id ?? '';
  const api = useWorkshopsApi();
  const { data: answer, failure, again } = useFetched(useCallback(() => api.workshop(id), [api, id]));
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();
  const workshop = answer === 'gone' ? null : answer;
  return (
    <Page.Main>
      <Page.Title>Workshops</Page.Title>
      <Layouts.Header
        title="Add somebody"
        subtitle={workshop ? `“${workshop.title}”, ${startsLabel(workshop)}. ${seatsTakenLabel(workshop.counts)}.` : ''}
        navigationAction={
          <Link tag={RouterLink} to={`../${id}`}>
            Participants
          </Link>
        }
      />
      <Layouts.Content>
        <ActionResult outcome={result} />
        {failure !== null && <Typography role="alert">{failure}</Typography>}
        {answer === null && failure === null && <Loader>Fetching the workshop</Loader>}
        {answer === 'gone' && <Typography>There is no such workshop, or it was never published.</Typography>}
        {workshop && (
          <AddParticipantForm
            prices={workshop.prices}
            busy={busy}
            onAdd={(person) =>
              act(async () => {
                const added = await api.add(id, person);
                await again();
                if (added.became === 'refused') return { message: added.because, succeeded: false };
                if (added.became === 'full')
                  return {
                    message:
                      'Every place is taken or promised to somebody. Raise the number of places first, or free one.',
                    succeeded: false,
                  };
                return {
                  message: `${person.name} has a place. An email with everything in it is on its way.`,
                  succeeded: true,
                };
              })
            }
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
