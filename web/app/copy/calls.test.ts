import { describe, expect, it } from 'vitest';
import { callDone, callErrorMessage, callStatus, channelWords, thanksTitle, whenWords } from './calls';

const call = { starts: '2026-12-01T10:00:00.000Z', ends: '2026-12-01T10:25:00.000Z', timeZone: 'Europe/London' };

describe('the time of a call', () => {
  it('is said once where reader and counsellor have the same clock', () => {
    const same = { time: 'Tuesday 1 December 2026, 10am to 10:25am', zone: 'UK time (GMT)', there: null };
    expect(whenWords(call, 'Europe/London')).toEqual(same);
    expect(whenWords({ ...call, timeZone: 'Europe/Dublin' }, 'Europe/London').there).toBeNull();
  });

  it('is said in both zones where they differ', () => {
    expect(whenWords({ ...call, timeZone: 'Asia/Kolkata' }, 'Europe/London')).toEqual({
      time: 'Tuesday 1 December 2026, 3:30pm to 3:55pm',
      zone: 'India Standard Time (UTC+5:30)',
      there: 'Tuesday 1 December 2026 at 10am, UK time (GMT)',
    });
  });
});

describe('the page of a call', () => {
  it('says how things stand', () => {
    expect(callStatus({ state: 'booked', cancelledBy: null })).toBe('Your call is booked');
    expect(callStatus({ state: 'past', cancelledBy: null })).toBe('This call is over');
    expect(callStatus({ state: 'cancelled', cancelledBy: 'reader' })).toBe('You cancelled this call');
    expect(callStatus({ state: 'cancelled', cancelledBy: 'counsellor' })).toMatch(/by the counsellor/);
  });

  it('says so above the page after booking, too, and promises nothing that is not known', () => {
    expect(thanksTitle({ state: 'booked' })).toBe('Your call is booked');
    expect(thanksTitle({ state: 'cancelled' })).toBe('This call has been cancelled');
    expect(thanksTitle({ state: 'past' })).toBe('This call is over');
    expect(thanksTitle(null)).toBe('Your call');
  });

  it('says what an action has done and who was told, and nothing for anything else in its URL', () => {
    expect(callDone('moved', 'Nora Ashby')).toMatch(
      /new time, and told Nora Ashby\. If .* replace it there yourself\.$/,
    );
    expect(callDone('cancelled', null)).toMatch(/and told the counsellor\. If .* delete it there yourself\.$/);
    expect(callDone('', null)).toBeUndefined();
    expect(callDone('constructor', null)).toBeUndefined();
  });
});

describe('the form for a call', () => {
  it('names the ways to talk that are offered', () => {
    expect(channelWords(['online', 'phone'])).toBe('online or by phone');
    expect(channelWords(['phone'])).toBe('by phone');
  });

  it('says what is wrong with a field', () => {
    expect(callErrorMessage('starts', 'no-such-time')).toMatch(/is no longer free/);
    expect(callErrorMessage('phone', 'missing')).toBe('Enter your phone number');
  });
});
