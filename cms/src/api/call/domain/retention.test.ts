import { expect, it } from 'vitest';
import { callDueAt } from './retention';

const ends = new Date('2027-03-10T10:25:00Z');

it('deletes a call some days after it', () => {
  expect(callDueAt({ ends, cancelledAt: null }, 14)).toEqual(new Date('2027-03-24T10:25:00Z'));
});

it('deletes a cancelled call as many days after it was cancelled', () => {
  expect(callDueAt({ ends, cancelledAt: new Date('2027-03-01T09:00:00Z') }, 14)).toEqual(
    new Date('2027-03-15T09:00:00Z'),
  );
});

it('deletes a call that was cancelled after its time no later than any other', () => {
  expect(callDueAt({ ends, cancelledAt: new Date('2027-03-12T09:00:00Z') }, 14)).toEqual(
    new Date('2027-03-24T10:25:00Z'),
  );
});
