import { describe, expect, it } from 'vitest';
import { isShownZone, zoneChoices, zoneOfTimes } from './time-zones';

const winter = '2026-12-01T10:00:00.000Z';
const summer = '2027-06-01T10:00:00.000Z';

describe('the zones to choose from', () => {
  it.each(['Europe/London', 'Asia/Kolkata', 'Asia/Calcutta', 'Australia/Lord_Howe', 'America/Argentina/Salta'])(
    'may be %s',
    (zone) => {
      expect(isShownZone(zone)).toBe(true);
    },
  );

  it.each(['', 'Moon/Base', 'europe/london', 'Europe/London ', '+01:00', 'Etc/GMT+5', '__proto__'])(
    'are not “%s”',
    (zone) => {
      expect(isShownZone(zone)).toBe(false);
    },
  );

  it('begin with that of the practice and the one that is shown, each once, with their offsets', () => {
    const names = zoneChoices(winter, 'Europe/London', 'Asia/Kathmandu').map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['London, UK time (GMT)', 'Kathmandu, UTC+5:45', 'Dublin, UTC']);
    expect(zoneChoices(winter, 'Europe/Paris', 'Europe/Paris').filter(({ zone }) => zone === 'Europe/Paris')).toEqual([
      { zone: 'Europe/Paris', name: 'Paris, UTC+1' },
    ]);
  });
});

describe('the zone of times', () => {
  it('is named as people know it, with a city abroad', () => {
    expect(zoneOfTimes(winter, winter, 'Europe/London')).toBe('UK time (GMT)');
    expect(zoneOfTimes(winter, winter, 'America/New_York')).toBe('Eastern Standard Time (UTC−5), as in New York');
  });

  it('says both where the clocks change between the times', () => {
    expect(zoneOfTimes(winter, summer, 'Europe/London')).toBe('UK time (GMT), or later in UK time (BST)');
  });
});
