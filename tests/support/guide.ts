import { readFileSync } from 'node:fs';
import path from 'node:path';
import { top } from './cms-settings.ts';

/** One section of a guide, with the lines of its blocks for a shell, without their comments. */
export interface Recipe {
  heading: string;
  text: string;
  commands: string[];
}

/** Reads the sections of a guide, such as `docs/guide/operations.md`. */
export const readGuide = (file: string): Recipe[] =>
  readFileSync(path.join(top, file), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      heading: section.slice(0, section.indexOf('\n')),
      text: section,
      commands: [...section.matchAll(/^( *)```sh\n([^]*?)^\1```$/gm)].flatMap(([, , block = '']) =>
        block
          .split('\n')
          .map((line) => line.replace(/\s+#.*$/, '').trim())
          .filter((line) => line !== ''),
      ),
    }));
