import { describe, expect, it } from 'vitest';
import { checkParticipant } from './participant-form';

const robin = { name: 'Robin', email: 'robin@example.org', price: '4800-abcdefghijk', accessNeeds: '' };
const nonce = 'A'.repeat(22);

const errorsOf = (typed: typeof robin | { price: null }, hasPrices = true) => {
  const checked = checkParticipant({ ...robin, ...typed }, hasPrices, nonce);
  return 'errors' in checked ? checked.errors : {};
};

describe('the form that adds a participant', () => {
  it('becomes the request, with access needs only where some were typed', () => {
    expect(checkParticipant({ ...robin, name: ' Robin ' }, true, nonce)).toEqual({
      participant: { ...robin, accessNeeds: null, nonce },
    });
    expect(checkParticipant({ ...robin, price: null, accessNeeds: 'Large print' }, false, nonce)).toEqual({
      participant: { ...robin, price: null, accessNeeds: 'Large print', nonce },
    });
  });

  it('names every field that is wrong, in the order of the form', () => {
    const wrong = { name: ' ', email: 'robin', price: null, accessNeeds: 'x'.repeat(1_001) };
    expect(errorsOf(wrong as never)).toEqual({
      name: 'Enter the participant’s name.',
      email: 'Enter an email address in the correct format, such as robin@example.org.',
      price: 'Choose a price.',
      accessNeeds: 'Shorten this: it has 1001 characters and can have 1000.',
    });
  });

  it('asks for an email address, and says when a name is too long', () => {
    expect(errorsOf({ ...robin, email: ' ' })).toEqual({ email: 'Enter the participant’s email address.' });
    expect(errorsOf({ ...robin, name: 'x'.repeat(101) })).toEqual({
      name: 'Shorten this: it has 101 characters and can have 100.',
    });
  });
});
