/** Where the counsellor keeps bank holidays: Wales has those of England. */
export const bankHolidayNations = ['England and Wales', 'Scotland', 'Northern Ireland'] as const;
export type BankHolidayNation = (typeof bankHolidayNations)[number];

/**
 * The bank holidays of a year, as months and days, substitutes for those on a weekend included. By the Banking and
 * Financial Dealings Act 1971 and the proclamations made under it; Scotland has one more in 2026, for the World Cup.
 * Add a year before the last one begins: in later years, only the days of the week count.
 * @see https://www.gov.uk/bank-holidays
 */
const bankHolidays: Readonly<Record<BankHolidayNation, Readonly<Record<number, string>>>> = {
  'England and Wales': {
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
    2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
    2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  },
  Scotland: {
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
    2029: '01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26',
    2030: '01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26',
  },
  'Northern Ireland': {
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
    2029: '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26',
    2030: '01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26',
  },
};

/**
 * Returns whether a day is a bank holiday.
 * @param day a calendar day such as `2026-12-25`
 */
export const isBankHoliday = (nation: BankHolidayNation, day: string): boolean => {
  const holidays = bankHolidays[nation][Number(day.slice(0, 4))] ?? '';
  return holidays.split(' ').includes(day.slice(5));
};
