/** Who seems to be struggling or in danger: the writer, or somebody that the writer speaks of. */
export type CareKind = 'self' | 'someone else';

/** What people say, and what it tells the counsellor. */
export interface PhraseRule {
  /**
   * Phrases in the notation of phrases/notation.ts, in plain words: "cannot" for "can’t", "i am" for "im"
   * (word-forms.ts).
   */
  says: readonly string[];
  kind: CareKind;
  /** Danger is present: to life, by abuse, to a child, or by a threat. */
  urgent: boolean;
  /** A plain sentence for the counsellor, without its full stop. */
  because: string;
}
