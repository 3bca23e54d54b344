import type { CareMark } from 'shared';

/** Returns what a care flag means, in a sentence that promises nothing, without its full stop. */
export const careLabel = ({ kind, urgent }: CareMark): string => {
  const who = kind === 'self' ? 'The writer' : 'Someone the writer mentions';
  return urgent ? `${who} may be in danger` : `${who} may be struggling`;
};
