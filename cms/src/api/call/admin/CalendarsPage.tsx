import { CallsFrame } from './CallsFrame';

/** What is read from the counsellor's other calendars, and the feed of her calls. */
export const CalendarsPage = () => (
  <CallsFrame present="calendars" subtitle="When you are busy elsewhere, nothing is offered here.">
    {null}
  </CallsFrame>
);
