import type { PhraseRule } from '../phrase-rule';

export const dying: readonly PhraseRule[] = [
  { kind: 'self', urgent: true, because: 'Says that they want to die', says: ['want|wish|need to die', 'want|wish|need to be dead', 'kill myself', 'end my life'] },
  { kind: 'self', urgent: true, because: 'Says that they have taken tablets', says: ['taken|took|swallowed … <tablets>'] },
];
