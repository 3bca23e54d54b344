import type { Measure } from './measure';

const day = 24 * 60 * 60;

/**
 * The form’s stamp is missing or older than a day. An observation only: somebody may have left the page open overnight.
 * How fast a form came back says nothing; people paste what they wrote elsewhere.
 */
export const stamp: Measure = ({ formTokenAgeSeconds }) => {
  if (formTokenAgeSeconds === null)
    return { rule: 'stamp', weight: 4, because: 'It came without the stamp of our form.' };
  return formTokenAgeSeconds > day
    ? { rule: 'stamp', weight: 1, because: 'The form had been open for more than a day.' }
    : null;
};
