import type { NeutralPost, Source, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import { wixPage } from './wix-page';

/** Every kind of file that can be imported; the first that recognises a file reads it. */
const sources: readonly Source[] = [wixPage];

/** Finds the source that the text comes from and reads it; throws `CommandError` if no source knows it. */
export function readPost(input: SourceInput): NeutralPost {
  const source = sources.find(({ recognise }) => recognise(input));
  if (!source) {
    throw new CommandError(`This is not ${sources.map(({ description }) => description).join(' or ')}.`);
  }
  return source.read(input);
}
