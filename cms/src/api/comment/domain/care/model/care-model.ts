import { z } from 'zod';
import { type LinearClassifier, scoreOf, storedClassifier, unpackClassifier } from './linear-classifier';
import { featuresOf } from './text-features';

/** What `npm run train-care` writes into weights.json. */
export const storedCareModel = z.object({
  madeBy: z.string(),
  /** How many examples it was trained on, and their fingerprint. */
  examples: z.number().int(),
  fingerprint: z.string(),
  flagged: storedClassifier,
  someoneElse: storedClassifier,
  urgent: storedClassifier,
});

export type StoredCareModel = z.infer<typeof storedCareModel>;

/** Three questions about a text: is somebody struggling; is it someone else; is somebody in danger. */
export type CareModel = Readonly<Record<'flagged' | 'someoneElse' | 'urgent', LinearClassifier>>;

/** What the model makes of a text. */
export interface CareOpinion {
  /** Above 0 if the text is like those of people who are struggling; the further from 0, the surer. */
  flagged: number;
  someoneElse: boolean;
  urgent: boolean;
}

/**
 * Returns a stored model, ready to be used.
 *
 * @throws Error if it is not complete
 */
export function unpackCareModel(stored: unknown): CareModel {
  const { flagged, someoneElse, urgent } = storedCareModel.parse(stored);
  return {
    flagged: unpackClassifier(flagged),
    someoneElse: unpackClassifier(someoneElse),
    urgent: unpackClassifier(urgent),
  };
}

/**
 * In characters: what a passage has at least, so that a cry for help is not lost in a long comment about other things.
 */
const minPassage = 150;

/** Passages are many, and each may raise a false alarm: a passage has to be surer than a whole text. */
const passageMargin = 0.35;

/** Splits a long text into passages of whole sentences, each overlapping the next; a short one has none. */
export function passagesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of text.split(/(?<=[.!?…\n])(?=\s)/u)) {
    const last = pieces.at(-1);
    if (last === undefined || last.length >= minPassage) pieces.push(sentence);
    else pieces[pieces.length - 1] = last + sentence;
  }
  return pieces.length < 3 ? [] : pieces.slice(1).map((piece, before) => `${pieces[before]}${piece}`);
}

const readBy = (model: CareModel, text: string, margin: number): CareOpinion => {
  const features = featuresOf(text);
  return {
    flagged: scoreOf(model.flagged, features) - margin,
    someoneElse: scoreOf(model.someoneElse, features) > 0,
    urgent: scoreOf(model.urgent, features) - margin > 0,
  };
};

/** Returns what the model makes of a text: as a whole, or of the passage that worries it most. */
export function opinionOf(model: CareModel, text: string): CareOpinion {
  const whole = readBy(model, text, 0);
  return passagesOf(text)
    .map((passage) => readBy(model, passage, passageMargin))
    .reduce((most, passage) => (passage.flagged > most.flagged ? passage : most), whole);
}
