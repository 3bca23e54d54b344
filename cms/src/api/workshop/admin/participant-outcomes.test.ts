import { describe, expect, it } from 'vitest';
import { describeCancelling, settledNumbers } from './participant-outcomes';

const people = [
  { number: 1, name: 'Robin' },
  { number: 2, name: 'Wren' },
  { number: 3, name: 'Linnet' },
  { number: 4, name: 'Ouzel' },
];

describe('what is said once participants were cancelled', () => {
  it('names who was told by email, who was not, and who had been cancelled before', () => {
    expect(
      describeCancelling(
        [
          { number: 1, status: 'done', told: true },
          { number: 2, status: 'done', told: true },
          { number: 3, status: 'done', told: false },
          { number: 4, status: 'already-cancelled' },
        ],
        people,
      ),
    ).toBe(
      'Robin and Wren were taken off the list and told by email. Linnet was taken off the list without an email. ' +
        'Ouzel was already cancelled, so nothing was sent.',
    );
  });

  it('leaves selected only those with whom it can be tried again', () => {
    expect(
      settledNumbers([
        { number: 1, status: 'done', told: true },
        { number: 2, status: 'already-cancelled' },
        { number: 3, status: 'changed' },
        { number: 4, status: 'refused', reason: 'The workshop has started.' },
      ]),
    ).toEqual([1, 2]);
  });
});
