import type { Paragraph, Part } from './body';
import { isBlank, plainText, type TextRun, type Words } from './words';

const mark = /^\s*(?:P\.\s?S\.?|PS(?=[\s:.,]))\s*[:.,–-]?\s*/;
/** A postscript of more paragraphs than this is no afterthought: it stays in the text. */
const longest = 3;

/** The run without its first `cut` characters; a line break counts as one. */
function shorten(run: TextRun, cut: number): TextRun {
  const lines = run.lines.join('\n').slice(cut).split('\n');
  return { ...run, lines };
}

/** The page draws its own "P.S.", so the words begin after hers. A mark that reaches into a link leaves the link whole. */
function withoutMark(words: Words): Words {
  let cut = mark.exec(plainText(words))?.[0].length ?? 0;
  return words.flatMap((run): Words => {
    const length = plainText([run]).length;
    const here = Math.min(cut, length);
    cut -= here;
    if (here === length && run.kind === 'text') return length === 0 ? [run] : [];
    return [run.kind === 'text' ? shorten(run, here) : run];
  });
}

/**
 * Takes a closing "P.S." off a post: the last paragraphs of a body, from the one that begins with it. Without one, all
 * parts stay and the postscript is empty; so it is when nothing else would be left of the post.
 */
export function splitPostscript(parts: readonly Part[]): { before: readonly Part[]; postscript: Words[] } {
  const start = parts.findLastIndex((part) => part.kind === 'paragraph' && mark.test(plainText(part.words)));
  const closing = parts.slice(start).filter((part): part is Paragraph => part.kind === 'paragraph');
  const isClosing = start > 0 && closing.length === parts.length - start && closing.length <= longest;
  const postscript = isClosing
    ? closing.map((part, n) => (n === 0 ? withoutMark(part.words) : part.words)).filter((words) => !isBlank(words))
    : [];
  return postscript.length > 0 ? { before: parts.slice(0, start), postscript } : { before: parts, postscript: [] };
}
