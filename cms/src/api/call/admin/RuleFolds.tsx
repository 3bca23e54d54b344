import { Checkbox, Field, Flex } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
import { styled } from 'styled-components';
import { TextAreaField, TextField } from '#src/admin/components/form-fields';
import { Panel } from '#src/admin/components/page-elements';
import { Fold } from './Fold';
import { breaksNote, keepNote, limitsNote, waysNote } from './rule-notes';
import type { NumberField, RuleErrors, TypedRules } from './rules-form';

interface Props {
  typed: TypedRules;
  errors: RuleErrors;
  onType: (change: Partial<TypedRules>) => void;
}

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
  gap: 1.6rem;
  align-items: start;
  padding-block: 0.8rem 1.6rem;
`;

interface NumberProps extends Props {
  name: NumberField;
  label: string;
  hint?: string;
}

const NumberInput = ({ name, label, hint, typed, errors, onType }: NumberProps) => (
  <TextField
    name={name}
    label={label}
    hint={hint}
    error={errors[name]}
    inputMode="numeric"
    autoComplete="off"
    value={typed[name]}
    onChange={(value) => onType({ [name]: value })}
  />
);

interface RuleFoldProps {
  title: string;
  note: string;
  /** Something in it is wrong. */
  isWrong: boolean;
  children: ReactNode;
}

/** A part of the rules, which opens when something in it is wrong. */
const RuleFold = ({ title, note, isWrong, children }: RuleFoldProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold title={title} note={note} isOpen={isOpen || isWrong} onToggle={setOpen}>
      {children}
    </Fold>
  );
};

const WaysFields = ({ typed, errors, onType }: Props) => (
  <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2} paddingBottom={4}>
    <Field.Root name="channels" error={errors.channels}>
      <Flex
        direction="column"
        alignItems="start"
        gap={2}
        role="group"
        aria-label="Online or by phone"
        data-wrong={errors.channels}
      >
        <Checkbox checked={typed.isOnline} onCheckedChange={(on) => onType({ isOnline: on === true })}>
          Online
        </Checkbox>
        <Checkbox checked={typed.isByPhone} onCheckedChange={(on) => onType({ isByPhone: on === true })}>
          By phone: you ring them
        </Checkbox>
        <Field.Error />
      </Flex>
    </Field.Root>
    <TextAreaField
      name="joining"
      label="How to join online"
      hint="Only people who have booked an online call get this, in their confirmation. For example, a link and what to do if it doesn’t work."
      rows={4}
      error={errors.joining}
      value={typed.joining}
      onChange={(joining) => onType({ joining })}
    />
  </Flex>
);

const BreaksFields = (props: Props) => (
  <Fields>
    <NumberInput {...props} name="minutes" label="Length of a call, in minutes" />
    <NumberInput
      {...props}
      name="everyMinutes"
      label="Minutes from one beginning to the next"
      hint="Counted from the beginning of your hours. With 30, calls can begin at 9:00, 9:30 and so on."
    />
    <NumberInput {...props} name="bufferBefore" label="Break before a call, in minutes" />
    <NumberInput {...props} name="bufferAfter" label="Break after a call, in minutes" />
  </Fields>
);

const LimitsFields = (props: Props) => (
  <Fields>
    <NumberInput
      {...props}
      name="noticeHours"
      label="Notice, in hours"
      hint="Nobody can book a call that begins sooner."
    />
    <NumberInput {...props} name="horizonDays" label="How far ahead, in days" />
    <NumberInput {...props} name="maxPerDay" label="Most calls in a day" hint="Empty: as many as fit." />
    <NumberInput
      {...props}
      name="maxPerWeek"
      label="Most calls in a week"
      hint="From Monday to Sunday. Empty: as many as fit."
    />
  </Fields>
);

const KeepFields = (props: Props) => (
  <Fields>
    <NumberInput
      {...props}
      name="keepDays"
      label="Days until a call is deleted"
      hint="Counted from when it took place or was cancelled. Then all that is stored about it is deleted."
    />
    <NumberInput
      {...props}
      name="staleHours"
      label="Hours for which another calendar counts"
      hint="If it could not be read for longer, nothing can be booked until it can be read again."
    />
  </Fields>
);

/** The rules that are seldom changed, each part closed with what it says at the moment. */
export const RuleFolds = (props: Props) => {
  const { typed, errors } = props;
  const isWrong = (...names: (keyof RuleErrors)[]): boolean => names.some((name) => errors[name] !== undefined);
  return (
    <Panel title="Rules">
      <RuleFold
        title="Length and breaks"
        note={breaksNote(typed)}
        isWrong={isWrong('minutes', 'everyMinutes', 'bufferBefore', 'bufferAfter')}
      >
        <BreaksFields {...props} />
      </RuleFold>
      <RuleFold
        title="How soon, and how many"
        note={limitsNote(typed)}
        isWrong={isWrong('noticeHours', 'horizonDays', 'maxPerDay', 'maxPerWeek')}
      >
        <LimitsFields {...props} />
      </RuleFold>
      <RuleFold title="Online or by phone" note={waysNote(typed)} isWrong={isWrong('channels', 'joining')}>
        <WaysFields {...props} />
      </RuleFold>
      <RuleFold title="Keeping and deleting" note={keepNote(typed)} isWrong={isWrong('keepDays', 'staleHours')}>
        <KeepFields {...props} />
      </RuleFold>
    </Panel>
  );
};
