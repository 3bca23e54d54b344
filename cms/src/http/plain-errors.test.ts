import { describe, expect, it } from 'vitest';
import { labelOfPath, type Labels, plainMessage } from './plain-errors';

const labels: Labels = {
  schemaOf: (uid) =>
    uid === 'api::workshop.workshop' ? { prices: { type: 'component', component: 'workshop.price' } } : {},
  labelOf: (_uid, field) => Promise.resolve({ prices: 'Prices', amount: 'Amount' }[field] ?? field),
};

describe('an error of the content manager', () => {
  it.each([
    ['title must be at most 200 characters', 'Title', '“Title” can have 200 characters at most.'],
    ['text must be at most 5000 characters', 'Text', '“Text” can have 5,000 characters at most.'],
    ['title must be at least 1 characters', 'Title', '“Title” is missing.'],
    ['name must be defined.', 'Name', '“Name” is missing.'],
    ['capacity must be greater than or equal to 1', 'Places', '“Places” must be 1 or more.'],
    [
      'prices[0].amount must be less than or equal to 10000',
      'Prices, no. 1, Amount',
      '“Prices, no. 1, Amount” can be 10,000 at most.',
    ],
    [
      'prices[0].amount must be a `number` type, but the final value was: `"x"`.',
      'Amount',
      '“Amount” must be a number.',
    ],
    [
      'format must be one of the following values: in person, online',
      'How people meet',
      '“How people meet” must be one of the choices.',
    ],
    [
      'timeZone must be one of the following values: Europe/London, UTC',
      'Time zone',
      '“Time zone” must be one of the choices.',
    ],
    ['capacity must be an integer', 'Places', '“Places” must be a whole number, without decimals.'],
    ['This attribute must be unique', 'Address', '“Address” is used already. Enter another.'],
    ['email must be a valid email', 'Email', '“Email” must be an email address, like name@example.com.'],
    ['x must match the following: "/^a$/"', 'X', '“X” is not valid.'],
  ])('%j is said in plain words', (message, label, plain) => {
    expect(plainMessage(message, label)).toBe(plain);
  });

  it('names a field by the labels on the way to it', async () => {
    expect(await labelOfPath(labels, 'api::workshop.workshop', ['prices', '0', 'amount'])).toBe(
      'Prices, no. 1, Amount',
    );
    expect(await labelOfPath(labels, 'api::workshop.workshop', [])).toBe('');
  });
});
