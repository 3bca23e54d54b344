import { describe, expect, it } from 'vitest';
import { personalDetailKinds, personalDetailsIn } from './personal-details.js';

const kindsIn = (text: string) => personalDetailsIn(text).map(({ kind }) => kind);

describe('personalDetailsIn', () => {
  it.each([
    ['write to me: jo.bloggs+blog@example.org.', 'jo.bloggs+blog@example.org'],
    ['jo(at)example.org', 'jo(at)example.org'],
    ['jo dot bloggs? no: jobloggs at example dot com', 'jobloggs at example dot com'],
    ['JO@EXAMPLE.CO.UK', 'JO@EXAMPLE.CO.UK'],
  ])('finds an email address in %j', (text, found) => {
    expect(personalDetailsIn(text)).toEqual([{ kind: 'email', found }]);
  });

  it.each([
    ['call 07700 900123 after six', '07700 900123'],
    ['07700900123', '07700900123'],
    ['My number is 020 7946 0018.', '020 7946 0018'],
    ['(0117) 496 0123', '(0117) 496 0123'],
    ['+44 7700 900123', '+44 7700 900123'],
    ['+44 (0)7700 900 123', '+44 (0)7700 900 123'],
    ['+447700900123', '+447700900123'],
    ['0044 7700 900123', '0044 7700 900123'],
    ['07700.900.123', '07700.900.123'],
    ['07700-900-123', '07700-900-123'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['+1 202-555-0143', '+1 202-555-0143'],
    ['(202) 555-0143', '(202) 555-0143'],
    ['+353 20 912 3456', '+353 20 912 3456'],
    ['447700 900123', '447700 900123'],
    ['202 555 0143', '202 555 0143'],
    ['+47 22 12 34 5', '+47 22 12 34 5'],
    ['+1234567 89012345', '+1234567 89012345'],
    ['0131 496 018', '0131 496 018'],
  ])('finds a phone number in %j', (text, found) => {
    expect(personalDetailsIn(text)).toEqual([{ kind: 'phone', found }]);
  });

  it.each([
    ['I live at 14 Elm Road, do come', '14 Elm Road'],
    ['14a elm road', '14a elm road'],
    ['Flat 2, 221B Baker Street', '221B Baker Street'],
    ['7 Old Mill Close', '7 Old Mill Close'],
    ['7 Elm mcRow Road', '7 Elm mcRow Road'],
    ['near SW1A 1AA', 'SW1A 1AA'],
    ['postcode is bs8 1tq if that helps', 'bs8 1tq'],
    ['M11AE', 'M11AE'],
  ])('finds a postal address in %j', (text, found) => {
    expect(personalDetailsIn(text)).toEqual([{ kind: 'address', found }]);
  });

  it.each([
    'on 01.02.2024 or 01-02-2024',
    'on 1.2.2024, 1-12-1999',
    '0770 900 12',
    '0770 0900 12345 6',
    '443 700 900 123 4',
    '1237 7009 0012',
    '202 555 01432',
    '+47 22 12 34',
    '+123456789 01234567',
    'from 2019-2023',
    'in 1984, 1985 and 1986',
    'between 10.30 and 11.45',
    '2024-01-05 10:30',
    '10:30 - 11:30',
    'it cost £12,000.50',
    '$1 000 000',
    '€ 10 000 000',
    'see pages 110-125 and 200 201 202',
    'ISBN 978-0-14-312774-1',
    'ISBN 0-14-312774-6',
    'ISBN: 0143127746',
    '9780143127741',
    'ring 116 123, 999, 111 or text 85258',
    '0800 1111',
    '0808 808 8000',
    '0808 2000 247',
    '0300 123 3393',
    '18001 116 123',
    '+44 800 068 4141',
    'BACP 000000',
    'charity number 1081234',
    '24/7 for 365 days',
    '50 000 people',
    '10 000 steps',
    '3.14159265358',
    'twenty 20 minutes down the road',
    '5 miles of road',
    'we took 2 roads',
    'I was 1 of 10 people on the street',
    'the M25 is slow',
    'vitamin B12 5mg',
    'the A1 2nd exit',
    'chapter B4 2nd part',
    '2 good ways and 1 way out',
    '3 kids place a lot of trust',
    '3 Kids iPad place',
    '4 The Old place',
    'it is 6 am way too early',
    'at work @ home',
    'me @ 3 in the morning',
    'look at dot com people',
  ])('finds nothing in %j', (text) => {
    expect(personalDetailsIn(text)).toEqual([]);
  });

  it('finds each of several', () => {
    expect(kindsIn('a@example.org, 07700 900123, 1 High Street, BS8 1TQ')).toEqual([...personalDetailKinds, 'address']);
  });

  it.each([
    'a',
    '@',
    '1',
    '1 ',
    '0 ',
    '(',
    '.',
    'a.',
    'a@',
    'a@a.',
    'a at ',
    '1 a ',
    '1 A road ',
    'SW1A ',
    '+',
    '-',
    'a+',
    'é',
    'isbn ',
  ])('takes no longer for %j over and over', (part) => {
    const text = part.repeat(200_000 / part.length);
    const began = performance.now();
    personalDetailsIn(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
