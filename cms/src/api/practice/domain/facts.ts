import type { Fee, Fees } from 'shared';
import { textOf } from './texts';

const penceOf = (pounds: number | string): number => Math.round(Number(pounds) * 100);

/** A line of the fees as it is stored: amounts in pounds, which PostgreSQL's driver hands over as text. */
interface StoredFee {
  label: string;
  amount: number | string;
  concession?: number | string | null;
  note?: string | null;
}

/** A concession that is no lower than the fee is none. */
const feeOf = ({ label, amount, concession, note }: StoredFee): Fee => {
  const pence = penceOf(amount);
  const concessionPence = penceOf(concession ?? amount);
  return {
    label: label.trim(),
    pence,
    concessionPence: concessionPence < pence ? concessionPence : null,
    note: textOf(note),
  };
};

/** What the practice says about itself, as it is stored; nothing is stored before it was saved once. */
export interface StoredFacts {
  fees?: StoredFee[] | null;
  feesCancellation?: string | null;
  feesPayment?: string | null;
}

/** Returns what readers may know of the fees. */
export const feesOf = ({ fees, feesCancellation, feesPayment }: StoredFacts): Fees => ({
  lines: (fees ?? []).map(feeOf),
  cancellation: textOf(feesCancellation),
  payment: textOf(feesPayment),
});
