import type { HelpLine } from 'shared';

const digits = (number: string): string => number.replace(/[^\d+]/g, '');

/** The link that rings a number as people write it: `116 123` -> `tel:116123`. */
export const ring = (number: string): string => `tel:${digits(number)}`;

/** The link that rings a British number from anywhere: `0114 496 0123` -> `tel:+441144960123`. */
export const ringFromAnywhere = (number: string): string => `tel:${digits(number).replace(/^0(?!0)/, '+44')}`;

/** The link that opens a text message to a help line, its keyword already written. */
export const text = ({ text: number, keyword }: Pick<HelpLine, 'text' | 'keyword'>): string =>
  `sms:${digits(number ?? '')}${keyword ? `?body=${encodeURIComponent(keyword)}` : ''}`;
