import type { Credential } from 'shared';
import { describe, expect, it } from 'vitest';
import { noticeDue, renewalsOf } from './renewals';

const today = '2027-03-01';

describe('the email that is due about a credential', () => {
  it.each([
    [null, null],
    ['2027-04-01', null],
    ['2027-03-31', 30],
    ['2027-03-09', 30],
    ['2027-03-08', 7],
    ['2027-03-01', 7],
    ['2027-02-28', 'lapsed'],
    ['2027-02-15', 'lapsed'],
    ['2027-02-14', null],
  ])('with the renewal on %j is %j', (renewsOn, notice) => {
    expect(noticeDue({ renewsOn }, today)).toBe(notice);
  });
});

describe('what the dashboard says about credentials', () => {
  it('names those that have lapsed, end soon or have no day, and no others', () => {
    const held = (title: string, renewsOn: string | null, kind: Credential['kind'] = 'membership'): Credential => ({
      kind,
      title,
      renewsOn,
      body: null,
      number: null,
      url: null,
      checked: null,
    });
    const credentials = [
      held('No day', null),
      held('Next month', '2027-04-01'),
      held('Today', today, 'insurance'),
      held('Diploma', null, 'qualification'),
      held('Last month', '2027-02-28', 'data protection'),
    ];
    expect(renewalsOf(credentials, today)).toEqual({
      count: 5,
      due: [
        { title: 'Last month', renewsOn: '2027-02-28', state: 'lapsed' },
        { title: 'Today', renewsOn: today, state: 'soon' },
        { title: 'No day', renewsOn: null, state: 'no day' },
      ],
    });
  });
});
