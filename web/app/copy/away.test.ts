import { describe, expect, it } from 'vitest';
import { awayMessages } from './away';

const until = '2026-12-06T09:00:00.000Z';
const before = Date.parse('2026-11-26T10:00:00.000Z');

describe('awayMessages', () => {
  it('says until when, in her own words or ours', () => {
    expect(awayMessages({ until, message: null }, 'Nora Ashby', before)).toEqual([
      'Nora Ashby is away until 6 December.',
      'Comments open again on 6 December.',
    ]);
    expect(awayMessages({ until, message: 'I am by the sea.' }, 'Nora Ashby', before)).toEqual([
      'I am by the sea.',
      'Comments open again on 6 December.',
    ]);
  });
  it('says nothing when she is here', () => {
    expect(awayMessages(null, 'Nora Ashby', before)).toEqual([]);
    expect(awayMessages({ until, message: null }, 'Nora Ashby', Date.parse(until))).toEqual([]);
  });
});
