import { type HelpLine, helpLines as builtIn, type Practice } from 'shared';
import { describe, expect, it } from 'vitest';
import { costAndHours, earliestCheck, groupHelpLines, helpLinesOf, primaryHelpLines } from './help-lines';

const practiceWith = (helpLines: HelpLine[]) => ({ helpLines }) as Practice;
const line = (over: Partial<HelpLine>): HelpLine => ({
  name: 'Samaritans',
  about: 'Someone to talk to.',
  nation: 'UK',
  kind: 'talk',
  call: '116 123',
  text: null,
  keyword: null,
  chat: null,
  relay: null,
  hours: 'Day and night',
  free: true,
  checked: '2026-11-22',
  ...over,
});

describe('helpLinesOf', () => {
  it('returns the practice’s own lines where it has some', () => {
    const own = line({ name: 'Own line' });
    expect(helpLinesOf(practiceWith([own]))).toEqual({ lines: [own], isBuiltIn: false });
  });

  it('returns the built-in copy when the practice is unknown or has no lines', () => {
    expect(helpLinesOf(null)).toEqual({ lines: builtIn, isBuiltIn: true });
    expect(helpLinesOf(practiceWith([]))).toEqual({ lines: builtIn, isBuiltIn: true });
  });
});

describe('groupHelpLines', () => {
  const [ring, talk, other, second] = [
    line({ name: 'A', kind: 'emergency' }),
    line({ name: 'B', kind: 'talk' }),
    line({ name: 'C', kind: 'particular' }),
    line({ name: 'D', kind: 'talk' }),
  ];

  it('puts the most urgent group first and keeps the order within a group', () => {
    expect(groupHelpLines([other, talk, ring, second])).toEqual([
      { kind: 'emergency', id: 'danger', heading: 'In an emergency', lines: [ring] },
      { kind: 'talk', id: 'talk', heading: 'To talk to someone', lines: [talk, second] },
      { kind: 'particular', id: 'particular', heading: 'For particular situations', lines: [other] },
    ]);
  });

  it('leaves out empty groups', () => {
    expect(groupHelpLines([talk]).map(({ id }) => id)).toEqual(['talk']);
    expect(groupHelpLines([])).toEqual([]);
  });
});

describe('primaryHelpLines', () => {
  const emergency = line({ name: '999', kind: 'emergency', call: '999' });
  const talk = line({ name: 'Samaritans' });

  it('returns the first line for emergencies, to talk to and to text', () => {
    const second = line({ name: 'Another' });
    expect(primaryHelpLines([line({ kind: 'particular' }), talk, emergency, second])).toEqual({ emergency, talk });
    expect(primaryHelpLines(builtIn)).toMatchObject({
      emergency: { call: '999' },
      talk: { call: '116 123' },
      text: { keyword: 'SHOUT', text: '85258' },
    });
  });

  it('leaves out lines for one nation and lines without a number to call', () => {
    expect(primaryHelpLines([line({ nation: 'Wales' }), { ...emergency, call: null }])).toEqual({
      emergency: undefined,
      talk: undefined,
    });
    expect(primaryHelpLines([line({ call: null, text: '85258' }), talk]).talk).toBe(talk);
  });
});

describe('earliestCheck', () => {
  it('returns the day of the oldest check', () => {
    const days = ['2026-11-22', '2025-01-01', '2025-12-31'];
    expect(earliestCheck(days.map((checked) => line({ checked })))).toBe('2025-01-01');
  });

  it('returns null when there are no lines, and when one was not checked', () => {
    expect(earliestCheck([])).toBeNull();
    expect(earliestCheck([line({}), line({ checked: null })])).toBeNull();
  });
});

describe('costAndHours', () => {
  it('says that a line is free only where it is', () => {
    expect(costAndHours({ free: true, hours: 'Day and night' })).toBe('Free, day and night');
    expect(costAndHours({ free: false, hours: 'Day and night' })).toBe('Day and night');
  });
});
