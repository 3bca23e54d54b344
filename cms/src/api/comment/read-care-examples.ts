import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cmsFolder } from '#src/cms-folder';
import type { CareExample } from './domain/care/model/measure';
import { type WordFile, WordFileError } from './domain/word-files';
import { readWordFile } from './read-word-file';

const labels: Readonly<Record<string, Omit<CareExample, 'text'>>> = {
  'the writer, urgent': { kind: 'self', urgent: true },
  'the writer, not urgent': { kind: 'self', urgent: false },
  'someone else, urgent': { kind: 'someone else', urgent: true },
  'someone else, not urgent': { kind: 'someone else', urgent: false },
  'no flag': { kind: null, urgent: false },
};

const examplesIn = (file: WordFile): CareExample[] =>
  file.sections.flatMap(({ heading, number, lines }) => {
    const label = labels[heading];
    if (!label)
      throw new WordFileError(file, number, `Write one of these headings: ${Object.keys(labels).join('; ')}.`);
    return lines.map(({ text }) => ({ text, ...label }));
  });

/**
 * Reads the comments of every file in a folder, each with the flag that the heading above it states.
 *
 * @param folder below `src/api/comment/domain/care`
 * @throws WordFileError for a heading that states none
 */
export function readCareExamples(folder: 'examples' | 'training' | 'unseen'): CareExample[] {
  const below = `care/${folder}`;
  return readdirSync(path.join(cmsFolder, 'src/api/comment/domain', below))
    .sort()
    .flatMap((name) => examplesIn(readWordFile(`${below}/${name}`)));
}

/** Reads the project's spam as comments that should get no flag: a flagged comment never goes to the spam folder. */
export const readSpamAsCareExamples = (): CareExample[] =>
  ['spam', 'held-back-spam', 'taught-spam', 'more-spam'].flatMap((name) =>
    readWordFile(`spam/examples/${name}.txt`).sections.flatMap(({ lines }) =>
      lines.map(({ text }) => ({ text: text.replace(/^[^:]*: /, ''), kind: null, urgent: false })),
    ),
  );

const foreignExamples = z.array(
  z.object({ text: z.string(), care: z.enum(['self', 'other']).nullable(), urgent: z.boolean() }),
);

/** The comments that another author wrote and no model is trained on. */
export const heldOutFile = path.join(cmsFolder, 'src/api/comment/domain/care/held-out.json');

/**
 * Reads comments that were written elsewhere: JSON, with `text`, `care` (self, other or null) and `urgent` for each.
 *
 * @throws Error if the file can't be read or has another form
 */
export const readForeignExamples = (file: string): CareExample[] =>
  foreignExamples
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(({ text, care, urgent }) => ({ text, kind: care === 'other' ? 'someone else' : care, urgent }));
