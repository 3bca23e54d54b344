import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cmsFolder } from '#src/cms-folder';
import type { SpamExample } from './domain/spam/learning/train-spam-filter';
import { sectionOf } from './domain/word-files';
import { readCareExamples } from './read-care-examples';
import { readWordFile } from './read-word-file';

const files = {
  human: ['human', 'held-back-human', 'taught-human', 'more-human', 'neighbourly-human'],
  spam: ['spam', 'held-back-spam', 'taught-spam', 'more-spam', 'soft-spam'],
};

/** Each line of an example file is a name, a colon, and what was typed. */
const readSpamExamplesIn = (file: string): Pick<SpamExample, 'name' | 'text'>[] =>
  sectionOf(readWordFile(`spam/${file}.txt`)).lines.map(({ text: line }) => {
    const [name = '', ...text] = line.split(': ');
    return { name, text: text.join(': ').replaceAll(String.raw`\u200B`, '\u200B') };
  });

/** Returns the project's examples of spam and of comments by people. */
export const readSpamExamples = (): SpamExample[] =>
  (['human', 'spam'] as const).flatMap((label) =>
    files[label].flatMap((file) => readSpamExamplesIn(`examples/${file}`)).map((example) => ({ ...example, label })),
  );

/** Returns examples that the filter never learns from; its limits are chosen with them. */
export const readUnseenSpamExamples = (): SpamExample[] =>
  (['human', 'spam'] as const).flatMap((label) =>
    readSpamExamplesIn(`unseen/${label}`).map((example) => ({ ...example, label })),
  );

/** Returns the examples of the care model as comments by people, under names of the other examples: they have none. */
export function readEverydayExamples(): SpamExample[] {
  const names = readSpamExamplesIn('examples/human').map(({ name }) => name);
  return [...readCareExamples('training'), ...readCareExamples('examples')].map(({ text }, at) => ({
    name: names[at % names.length] ?? '',
    text,
    label: 'human',
  }));
}

/** Comments that another author wrote; nothing is learnt from them, and no limit is chosen with them. */
export const heldOutSpamFile = path.join(cmsFolder, 'src/api/comment/domain/spam/held-out.json');

const foreignExamples = z.array(z.object({ name: z.string(), text: z.string(), spam: z.boolean() }));

/**
 * Reads comments that were written elsewhere: JSON, with `name`, `text` and `spam` for each.
 *
 * @throws Error if the file can't be read or has another form
 */
export const readForeignSpamExamples = (file: string): SpamExample[] =>
  foreignExamples
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(({ name, text, spam }) => ({ name, text, label: spam ? 'spam' : 'human' }));
