import { CallsFrame } from './CallsFrame';

/** The calls of a week, with what keeps time free or closed. */
export const WeekPage = () => (
  <CallsFrame present="week" subtitle="Free introductory calls that people have booked with you.">
    {null}
  </CallsFrame>
);
