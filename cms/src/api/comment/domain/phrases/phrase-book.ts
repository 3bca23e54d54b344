import { type Lists, parsePhrase, type Part } from './notation';

/** An entry of the book, and where one of its phrases stands: from a word up to, not including, another. */
export interface Match<Entry> {
  entry: Entry;
  from: number;
  to: number;
}

interface Step {
  fits: (word: string) => boolean;
  to: number;
}

/** What is known after some words: which steps may come next, and which entries end here. */
interface State<Entry> {
  at: readonly number[];
  ends: readonly Entry[];
  next: Map<string, State<Entry>>;
}

const anyWord = (): boolean => true;
/** Stands for every word that no phrase names. */
const unknown = '\u0000';
const mostStates = 20_000;

/**
 * Finds many phrases at once. The phrases are one automaton whose states are made when they are first needed and kept,
 * so that a word costs one look-up however many phrases there are, and no text can make it slow.
 */
export class PhraseBook<Entry> {
  private readonly steps: Step[][] = [];
  private readonly free: number[][] = [];
  private readonly ending = new Map<number, Entry>();
  private readonly known = new Set<string>();
  private readonly like: ((word: string) => boolean)[] = [];
  private readonly states = new Map<string, State<Entry>>();
  private readonly start: State<Entry>;

  constructor(entries: Iterable<readonly [phrase: string, entry: Entry]>, lists: Lists = {}) {
    const first = this.place();
    for (const [phrase, entry] of entries) {
      const last = this.place();
      this.connect(this.build(parsePhrase(phrase, lists), first), last);
      this.ending.set(last, entry);
    }
    this.start = this.stateAt([first]);
  }

  /** Every place at which a phrase stands, for each entry that it belongs to. */
  find(words: readonly string[]): Match<Entry>[] {
    const classes = words.map((word) => this.classOf(word));
    const found: Match<Entry>[] = [];
    for (let from = 0; from < classes.length; from += 1) {
      let state = this.start;
      for (let to = from; to < classes.length && state.at.length > 0; to += 1) {
        state = this.after(state, classes[to] ?? unknown);
        for (const entry of state.ends) found.push({ entry, from, to: to + 1 });
      }
    }
    return found;
  }

  has(words: readonly string[]): boolean {
    return this.find(words).length > 0;
  }

  private place(): number {
    this.free.push([]);
    return this.steps.push([]) - 1;
  }

  private connect(from: number, to: number): void {
    this.free[from]?.push(to);
  }

  private step(from: number, fits: Step['fits']): number {
    const to = this.place();
    this.steps[from]?.push({ fits, to });
    return to;
  }

  /** Lays the parts behind a place and gives the place after the last. */
  private build(parts: readonly Part[], from: number): number {
    return parts.reduce((at, part) => this.buildPart(part, at), from);
  }

  private buildPart(part: Part, from: number): number {
    if ('word' in part) {
      for (const word of part.known) this.known.add(word);
      if (part.known.length === 0) this.like.push(part.word);
      return this.step(from, part.word);
    }
    const after = this.place();
    if ('gap' in part) {
      let at = from;
      this.connect(at, after);
      for (let n = 0; n < part.gap; n += 1) {
        at = this.step(at, anyWord);
        this.connect(at, after);
      }
      return after;
    }
    for (const choice of part.either) this.connect(this.build(choice, from), after);
    if (part.optional) this.connect(from, after);
    return after;
  }

  private classOf(word: string): string {
    return this.known.has(word) || this.like.some((fits) => fits(word)) ? word : unknown;
  }

  private after(state: State<Entry>, word: string): State<Entry> {
    const before = state.next.get(word);
    if (before) return before;
    const places = state.at.flatMap((at) =>
      (this.steps[at] ?? []).filter(({ fits }) => fits(word)).map(({ to }) => to),
    );
    const next = this.stateAt(places);
    state.next.set(word, next);
    return next;
  }

  private stateAt(places: readonly number[]): State<Entry> {
    const reached = new Set<number>();
    const open = [...places];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      open.push(...(this.free[at] ?? []));
    }
    const all = [...reached].sort((a, b) => a - b);
    const key = all.join();
    const made = this.states.get(key);
    if (made) return made;
    if (this.states.size >= mostStates) this.forget();
    const state: State<Entry> = {
      at: all.filter((at) => this.steps[at]?.length),
      ends: [...new Set(all.flatMap((at) => (this.ending.has(at) ? [this.ending.get(at) as Entry] : [])))],
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }

  /** Strange texts must not fill the memory. */
  private forget(): void {
    this.states.clear();
    this.start.next.clear();
  }
}

/** A book whose phrases all mean the same. */
export const phraseBook = (phrases: readonly string[], lists: Lists = {}): PhraseBook<true> =>
  new PhraseBook(
    phrases.map((phrase) => [phrase, true] as const),
    lists,
  );
