const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Returns a price in words: `£48`, `£7.50`, `Free`. */
export const priceWords = (pence: number): string =>
  pence === 0 ? 'Free' : pounds.format(pence / 100).replace(/\.00$/, '');

const fractions: Readonly<Record<number, string>> = { 0.25: '¼', 0.5: '½', 0.75: '¾' };

/** Returns a duration in words: `3 hours`, `1 hour`, `2½ hours`, `½ hour`; decimals for other fractions. */
export const hoursWords = (hours: number): string => {
  const fraction = fractions[hours % 1];
  const amount =
    fraction === undefined ? String(Math.round(hours * 100) / 100) : `${Math.floor(hours) || ''}${fraction}`;
  return `${amount} ${hours <= 1 ? 'hour' : 'hours'}`;
};

/** Returns a waiting time in words, rounded up to at most an hour: `a minute`, `12 minutes`, `an hour`. */
export const waitWords = (seconds: number): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes > 60) return `${Math.ceil(minutes / 60)} hours`;
  if (minutes === 60) return 'an hour';
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};
