import { type Lists, parsePhrase, type Part } from './notation';

/** An entry of the book, and where its phrase stands: from the index of a word up to, not including, another. */
export interface Match<Entry> {
  entry: Entry;
  from: number;
  to: number;
}

interface Step {
  fits: (word: string) => boolean;
  to: number;
}

/** A state of the automaton: where in the phrases one may be after some words, and which entries end there. */
interface State<Entry> {
  /** Nodes that steps lead on from. */
  nodes: readonly number[];
  ends: readonly Entry[];
  /** The states that are known to follow, by the word that leads to them. */
  next: Map<string, State<Entry>>;
}

const anyWord = (): boolean => true;
/** Stands for every word that no phrase mentions. */
const unknownWord = '\u0000';
/** Strange texts must not fill the memory. */
const maxStates = 20_000;

/**
 * Finds many phrases at once. The phrases form one automaton whose states are built when they are first needed and then
 * kept (a lazy DFA). So a word costs one look-up however many phrases there are, and no text can make the search slow.
 *
 * @see https://swtch.com/~rsc/regexp/regexp1.html
 */
export class PhraseBook<Entry> {
  /** For each node, the steps that a word takes from it, and the nodes that it reaches without a word. */
  private readonly steps: Step[][] = [];
  private readonly links: number[][] = [];
  private readonly endings = new Map<number, readonly [Entry]>();
  /** Words that phrases mention, and tests for the words that they describe. */
  private readonly known = new Set<string>();
  private readonly tests: ((word: string) => boolean)[] = [];
  private readonly states = new Map<string, State<Entry>>();
  private readonly start: State<Entry>;

  constructor(entries: Iterable<readonly [phrase: string, entry: Entry]>, lists: Lists = {}) {
    const first = this.addNode();
    for (const [phrase, entry] of entries) {
      const last = this.addNode();
      this.connect(this.build(parsePhrase(phrase, lists), first), last);
      this.endings.set(last, [entry]);
    }
    this.start = this.stateAt([first]);
  }

  /** Returns every place at which a phrase stands, in the order of the text, with the entry of the phrase. */
  find(words: readonly string[]): Match<Entry>[] {
    const classes = words.map((word) => this.classOf(word));
    const found: Match<Entry>[] = [];
    for (let from = 0; from < classes.length; from += 1) {
      let state = this.start;
      for (let to = from; to < classes.length && state.nodes.length > 0; to += 1) {
        state = this.after(state, classes[to] ?? unknownWord);
        for (const entry of state.ends) found.push({ entry, from, to: to + 1 });
      }
    }
    return found;
  }

  has(words: readonly string[]): boolean {
    return this.find(words).length > 0;
  }

  private addNode(): number {
    this.links.push([]);
    return this.steps.push([]) - 1;
  }

  private connect(from: number, to: number): void {
    this.links[from]?.push(to);
  }

  private step(from: number, fits: Step['fits']): number {
    const to = this.addNode();
    this.steps[from]?.push({ fits, to });
    return to;
  }

  /** Adds the parts behind a node and returns the node after the last. */
  private build(parts: readonly Part[], from: number): number {
    return parts.reduce((at, part) => this.buildPart(part, at), from);
  }

  private buildPart(part: Part, from: number): number {
    if ('fits' in part) {
      for (const word of part.known) this.known.add(word);
      if (part.known.length === 0) this.tests.push(part.fits);
      return this.step(from, part.fits);
    }
    const after = this.addNode();
    if ('gap' in part) {
      let at = from;
      this.connect(at, after);
      for (let n = 0; n < part.gap; n += 1) {
        at = this.step(at, anyWord);
        this.connect(at, after);
      }
      return after;
    }
    for (const choice of part.choices) this.connect(this.build(choice, from), after);
    if (part.optional) this.connect(from, after);
    return after;
  }

  private classOf(word: string): string {
    return this.known.has(word) || this.tests.some((fits) => fits(word)) ? word : unknownWord;
  }

  private after(state: State<Entry>, word: string): State<Entry> {
    const before = state.next.get(word);
    if (before) return before;
    const reached = state.nodes.flatMap((node) =>
      (this.steps[node] ?? []).filter(({ fits }) => fits(word)).map(({ to }) => to),
    );
    const next = this.stateAt(reached);
    state.next.set(word, next);
    return next;
  }

  /** The state in which one may be at these nodes and at all that are reached from them without a word. */
  private stateAt(nodes: readonly number[]): State<Entry> {
    const reached = new Set<number>();
    const open = [...nodes];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      open.push(...(this.links[node] ?? []));
    }
    const all = [...reached].sort((a, b) => a - b);
    const key = all.join();
    const known = this.states.get(key);
    if (known) return known;
    if (this.states.size >= maxStates) this.dropStates();
    const state: State<Entry> = {
      nodes: all.filter((node) => this.steps[node]?.length),
      ends: [...new Set(all.flatMap((node) => this.endings.get(node) ?? []))],
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }

  private dropStates(): void {
    this.states.clear();
    this.start.next.clear();
  }
}

/** Returns a book whose phrases all mean the same. */
export const phraseBook = (phrases: readonly string[], lists: Lists = {}): PhraseBook<true> =>
  new PhraseBook(
    phrases.map((phrase) => [phrase, true] as const),
    lists,
  );
