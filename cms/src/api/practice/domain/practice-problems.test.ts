import { describe, expect, it } from 'vitest';
import { practiceProblems } from './practice-problems';

describe('practiceProblems', () => {
  it('takes whole addresses and empty fields', () => {
    expect(practiceProblems({ accreditationUrl: 'https://www.bacp.co.uk/x', bookingUrl: null, helpLines: [{ chat: '' }] })).toEqual([]);
    expect(practiceProblems({})).toEqual([]);
  });
  it('names each address that readers could not follow', () => {
    const fields = practiceProblems({
      accreditationUrl: 'www.bacp.co.uk',
      bookingUrl: 'javascript:alert(1)',
      helpLines: [{ chat: 'https://chat.example' }, { chat: 'http://chat.example' }],
    }).map(({ field }) => field);
    expect(fields).toEqual(['accreditationUrl', 'bookingUrl', 'helpLines.1.chat']);
  });
});
