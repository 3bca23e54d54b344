import type { Measure } from './measure';

/** Below this many words, people say the same of themselves: "Thank you so much for this." */
const ownWords = 8;

/** The same words were sent before, in the last days. Short thanks may be alike. */
export const repeated: Measure = ({ text, sameBefore }) => {
  if (sameBefore === 0 || (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < ownWords) return null;
  const times = sameBefore === 1 ? 'once' : `${sameBefore} times`;
  return {
    rule: 'repeated',
    weight: Math.min(10, 2 + sameBefore * 3),
    because: `The same words, or nearly, were sent ${times} before in the last days.`,
  };
};
