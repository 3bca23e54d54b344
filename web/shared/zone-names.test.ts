import { describe, expect, it } from 'vitest';
import { isShownZone } from './time-zones';
import { currentZoneName, zoneCity } from './zone-names';

describe('the names of zones', () => {
  it.each([
    ['Asia/Calcutta', 'Kolkata'],
    ['Asia/Saigon', 'Ho Chi Minh'],
    ['Asia/Katmandu', 'Kathmandu'],
    ['Asia/Rangoon', 'Yangon'],
    ['Europe/Kiev', 'Kyiv'],
    ['America/Godthab', 'Nuuk'],
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ])('take %s for %s, whose times can be shown', (zone, city) => {
    expect(zoneCity(zone)).toBe(city);
    expect(isShownZone(currentZoneName(zone))).toBe(true);
  });
});
