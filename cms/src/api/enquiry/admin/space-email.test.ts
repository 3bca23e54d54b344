import { describe, expect, it } from 'vitest';
import { emptyEmail, firstError, firstOf, recipientCount, withRecipients } from './space-email';

describe('the people whom the email about space goes to', () => {
  it('are all on the list, or those who asked first', () => {
    expect([firstOf({ to: 'all', first: '2' }), recipientCount({ to: 'all', first: '2' }, 5)]).toEqual([null, 5]);
    expect([firstOf({ to: 'first', first: ' 2 ' }), recipientCount({ to: 'first', first: '2' }, 5)]).toEqual([2, 2]);
  });

  it('are never more than there are, even if some have left the list meanwhile', () => {
    expect(recipientCount({ to: 'first', first: '4' }, 3)).toBe(3);
  });

  it('need a whole number of people who are there', () => {
    const errorOf = (first: string): string | undefined => firstError({ to: 'first', first }, 3);
    expect(['1', '3', ' 2 '].map(errorOf)).toEqual([undefined, undefined, undefined]);
    for (const wrong of ['', '0', '4', '-1', '1.5', '1e0', 'two'])
      expect(errorOf(wrong)).toBe('Enter a number from 1 to 3.');
    expect(firstError({ to: 'all', first: '' }, 3)).toBeUndefined();
  });
});

describe('the text of the email about space', () => {
  const list = { people: 3, counsellor: 'Nora Ashby' };

  it('ends with the counsellor’s name, if she has entered one', () => {
    expect(emptyEmail(list).text).toMatch(/\n\nWith kind wishes\nNora Ashby$/);
    expect(emptyEmail({ ...list, counsellor: '' }).text).toMatch(/\n\nWith kind wishes$/);
  });

  it('says that others have had it only where it goes to several', () => {
    const others = 'Others have had this email';
    expect(emptyEmail(list).text).toContain(others);
    expect(emptyEmail({ ...list, people: 1 }).text).not.toContain(others);
    const toOne = withRecipients(emptyEmail(list), { to: 'first' }, list);
    expect(toOne.text).not.toContain(others);
    expect(withRecipients(toOne, { first: '2' }, list).text).toContain(others);
  });

  it('stays as it was typed, whoever gets it', () => {
    const typed = { ...emptyEmail(list), text: 'There is an hour free.' };
    expect(withRecipients(typed, { to: 'first' }, list)).toEqual({ ...typed, to: 'first' });
  });
});
