import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Characters of which each set and class of the expressions contains one. */
const pool = [
  ...'aZ0 _-.,;:!?\'"`<>@/\\()[]{}&%$£€+*=~^|#\t\n…éßЖπ漢ひ’“”–\u200b\u00ad\u0301\ud83d',
  '😀',
  '\u2028',
  '\u0000',
  '\r',
  'x',
  'h',
  'F',
];

const firstMatching = (raw: string, flags: string): string => {
  const modes = flags.replace(/[^iuvs]/g, '');
  const one = new RegExp(`^${raw}$`, modes);
  return pool.find((character) => one.test(character)) ?? 'a';
};

/** Returns a text that an expression, or a part of it, matches; assertions are taken for fulfilled. */
const sampleOf = (node: AST.Node, flags: string): string => {
  const each = (nodes: readonly AST.Node[]): string => nodes.map((one) => sampleOf(one, flags)).join('');
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sampleOf(node.alternatives[0] as AST.Node, flags);
    case 'Alternative':
      return each(node.elements);
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return firstMatching(node.raw, flags);
    case 'Quantifier':
      return sampleOf(node.element, flags).repeat(Math.max(1, Math.min(node.min, 100)));
    case 'Backreference':
      return each([node.resolved].flat());
    default:
      return '';
  }
};

interface Repetition {
  /** What stands before it. */
  prefix: string;
  /** What it repeats. */
  element: string;
}

/** The parts of an expression that may repeat often, each alternative of them by itself. */
const repetitionsIn = (node: AST.Node, flags: string, prefix = ''): Repetition[] => {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap((alternative) => repetitionsIn(alternative, flags, prefix));
    case 'Assertion':
      return 'alternatives' in node
        ? node.alternatives.flatMap((alternative) => repetitionsIn(alternative, flags, prefix))
        : [];
    case 'Alternative': {
      let before = prefix;
      return node.elements.flatMap((element) => {
        const found = repetitionsIn(element, flags, before);
        before += sampleOf(element, flags);
        return found;
      });
    }
    case 'Quantifier': {
      const inside = repetitionsIn(node.element, flags, prefix);
      if (node.max < 8) return inside;
      const { element } = node;
      const choices = 'alternatives' in element ? element.alternatives : [element];
      return [...choices.map((choice) => ({ prefix, element: sampleOf(choice, flags) })), ...inside];
    }
    default:
      return [];
  }
};

const suffixes = ['', '\u0000', ' x', '!a'];

/**
 * Returns at least twenty texts that make an expression slow if anything does: what it repeats, very often, with a part
 * before it that matches and a part after it that does not; and runs of single characters.
 *
 * @param length of each, in characters
 */
export const adversarialStrings = ({ source, flags }: RegExp, length: number): string[] => {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const filled = (text: string): string => text.repeat(Math.ceil(length / Math.max(1, text.length)));
  const repeated = repetitionsIn(pattern, flags).flatMap(({ prefix, element }) =>
    [prefix, ''].flatMap((before) => suffixes.map((after) => before + filled(element === '' ? 'a' : element) + after)),
  );
  const sample = sampleOf(pattern, flags);
  const whole = [sample, sample.slice(0, -1), sample.slice(1), `${sample} `].map((text) =>
    filled(text === '' ? 'a' : text),
  );
  const runs = [...'a0 .-\'"<@/(\n,;:é'].map((character) => `${filled(character)}\u0000`);
  const alternating = [...' .\'"-'].map((character) => filled(`a${character}`));
  return [...new Set([...repeated, ...whole, ...runs, ...alternating])];
};
