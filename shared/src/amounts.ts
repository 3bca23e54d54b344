const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Pence as a price: `£48`, `£7.50`, `Free`. */
export const priceWords = (pence: number): string =>
  pence === 0 ? 'Free' : pounds.format(pence / 100).replace(/\.00$/, '');

const fractions: Readonly<Record<number, string>> = { 0.25: '¼', 0.5: '½', 0.75: '¾' };

/** `3 hours`, `1 hour`, `2½ hours`, `½ hour`; what is no quarter as a decimal. */
export const hoursWords = (hours: number): string => {
  const fraction = fractions[hours % 1];
  const said = fraction === undefined ? String(Math.round(hours * 100) / 100) : `${Math.floor(hours) || ''}${fraction}`;
  return `${said} ${hours <= 1 ? 'hour' : 'hours'}`;
};
