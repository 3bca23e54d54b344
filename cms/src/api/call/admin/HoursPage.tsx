import { Box, Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { useCallback, useRef } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { type StoredCallRules, storedCallRules } from 'shared';
import { styled } from 'styled-components';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { focusWrong } from '#src/admin/components/focus-wrong';
import { LeaveQuestion } from '#src/admin/components/LeaveQuestion';
import { Fetched, Panel } from '#src/admin/components/page-elements';
import { StickyBar } from '#src/admin/components/StickyBar';
import { previewLabel } from './call-labels';
import { zoneNote } from './call-times';
import { CallsFrame } from './CallsFrame';
import { HoursPanel } from './HoursPanel';
import { RuleFolds } from './RuleFolds';
import { SlotsByDay } from './SlotsByDay';
import { type Rules, useRules } from './useRules';

const subtitle = 'When people can book a free introductory call with you';

/** On a wide screen, the free times stand beside what they follow from; on a phone, between the hours and the rules. */
const Columns = styled.div`
  display: grid;
  gap: 1.6rem;
  align-items: start;

  @media (width >= 1080px) {
    grid-template: 'hours preview' auto 'rules preview' 1fr / minmax(0, 3fr) minmax(0, 2fr);
  }
`;
const Hours = styled.div`
  @media (width >= 1080px) {
    grid-area: hours;
  }
`;
const FreeTimes = styled.div`
  @media (width >= 1080px) {
    grid-area: preview;
    position: sticky;
    inset-block-start: 8rem;
  }
`;
const Seldom = styled.div`
  @media (width >= 1080px) {
    grid-area: rules;
  }
`;

const OpenPanel = ({ rules }: { rules: Rules }) => {
  const { bookingUrl } = rules.stored;
  return (
    <Panel title="Booking">
      <Flex direction="column" alignItems="start" gap={3}>
        <Checkbox checked={rules.typed.isOpen} onCheckedChange={(on) => rules.change({ isOpen: on === true })}>
          People can book calls on your site
        </Checkbox>
        <Typography textColor="neutral600">
          If this is off, your site offers no times. Calls that are booked stay as they are.
        </Typography>
        {bookingUrl !== null && (
          <Typography style={{ overflowWrap: 'anywhere' }}>
            {`Your site leads to ${bookingUrl} instead, so nothing is offered here. You can take that address out under `}
            <Link tag={RouterLink} to={practiceSettings}>
              Your practice
            </Link>
            .
          </Typography>
        )}
      </Flex>
    </Panel>
  );
};

const PreviewPanel = ({ rules: { preview, isWrong, stored, typed } }: { rules: Rules }) => {
  const { slots, whyNone, error } = preview;
  const note = zoneNote(stored.timeZone, new Date().toISOString());
  return (
    <Panel title="Free times in the next 14 days">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">
          What these hours and rules give, with calls that are booked, your time off and your other calendars.
        </Typography>
        {note !== null && <Typography textColor="neutral600">{note}</Typography>}
        {isWrong && <Typography>Something is not right yet. The times follow once it is.</Typography>}
        {error !== null && <Typography role="alert">{error}</Typography>}
        {slots !== null && !isWrong && (
          <div role="status">
            <Typography tag="p" fontWeight="bold">
              {previewLabel(slots.length, typed.isOpen)}
            </Typography>
            {slots.length === 0 && (
              <Typography tag="p">
                {typed.hours.length === 0 ? 'Add hours on a day to see which times they give.' : whyNone}
              </Typography>
            )}
          </div>
        )}
        {slots !== null && !isWrong && (
          <Box style={{ maxHeight: '60vh', overflowY: 'auto' }} tabIndex={0} role="group" aria-label="The free times">
            <SlotsByDay slots={slots} timeZone={stored.timeZone} />
          </Box>
        )}
      </Flex>
    </Panel>
  );
};

/** Somebody saved other rules meanwhile: what was typed stays until she decides. */
const ConflictPanel = ({ rules }: { rules: Rules }) =>
  rules.elsewhere && (
    <Panel title="Which hours and rules should count?">
      <Flex direction="column" alignItems="start" gap={3}>
        <Typography>They were saved on another device or in another window while you were typing here.</Typography>
        <Flex gap={2} wrap="wrap">
          <Button disabled={rules.isBusy} onClick={() => void rules.saveAnyway()}>
            Save mine instead
          </Button>
          <Button variant="tertiary" disabled={rules.isBusy} onClick={rules.takeElsewhere}>
            Discard mine and show the others
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );

const SaveBar = ({ rules, onSave }: { rules: Rules; onSave: () => void }) => (
  <StickyBar>
    <Flex gap={3} wrap="wrap" justifyContent="space-between">
      <Typography textColor="neutral600">{rules.isChanged ? 'Not saved yet' : 'Everything is saved'}</Typography>
      <Flex gap={2}>
        {rules.isChanged && (
          <Button variant="tertiary" disabled={rules.isBusy} onClick={rules.undo}>
            Undo changes
          </Button>
        )}
        <Button loading={rules.isBusy} disabled={!rules.isChanged} onClick={onSave}>
          Save
        </Button>
      </Flex>
    </Flex>
  </StickyBar>
);

interface FormProps {
  stored: StoredCallRules;
  refetch: () => Promise<StoredCallRules | null>;
}

const RulesForm = ({ stored, refetch }: FormProps) => {
  const rules = useRules(stored, refetch);
  const isChanged = useRef(false);
  isChanged.current = rules.isChanged;
  const form = useRef<HTMLDivElement>(null);
  const save = (): void => {
    void rules.save();
    if (rules.isWrong) focusWrong(form.current);
  };
  return (
    <CallsFrame present="hours" subtitle={subtitle} outcome={rules.outcome}>
      <LeaveQuestion isAsked={useCallback(() => isChanged.current, [])}>
        What you changed here is not saved. If you leave, it is lost.
      </LeaveQuestion>
      <Flex ref={form} direction="column" alignItems="stretch" gap={4}>
        <SaveBar rules={rules} onSave={save} />
        <ConflictPanel rules={rules} />
        <Columns>
          <Hours>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <OpenPanel rules={rules} />
              <HoursPanel
                hours={rules.typed.hours}
                errors={rules.errors.hours}
                onChange={(hours) => rules.change({ hours })}
              />
            </Flex>
          </Hours>
          <FreeTimes>
            <PreviewPanel rules={rules} />
          </FreeTimes>
          <Seldom>
            <RuleFolds typed={rules.typed} errors={rules.errors} onType={rules.change} />
          </Seldom>
        </Columns>
      </Flex>
    </CallsFrame>
  );
};

/** The weekly hours and the rules of calls, with the times that they give. */
export const HoursPage = () => {
  const query = useAdminQuery(storedCallRules, { path: '/calls/rules' });
  if (query.data !== null) return <RulesForm stored={query.data} refetch={query.refetch} />;
  return (
    <CallsFrame present="hours" subtitle={subtitle}>
      <Fetched query={query} loading="Loading your hours">
        {() => null}
      </Fetched>
    </CallsFrame>
  );
};
