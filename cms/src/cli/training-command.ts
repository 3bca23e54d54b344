import { runCommand, UsageError } from './run-command';

interface Options {
  /** Comments to measure with; null to train. */
  file: string | null;
}

const parse = (args: string[]): Options | null => {
  const [option, file, ...more] = args;
  if (option === '--help') return null;
  if (option === undefined) return { file: null };
  if (option !== '--measure' || file === undefined || more.length > 0)
    throw new UsageError('Name one file after --measure, or nothing at all.');
  return { file };
};

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Returns a share of 1 as text, such as `82.3 %`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/**
 * Runs a command that trains a part of the comments' checks: `train` without an argument, `measure` with a file of
 * comments that were written elsewhere.
 */
export const runTrainingCommand = (
  usage: string,
  { train, measure }: { train: () => void; measure: (file: string) => void },
): void =>
  runCommand<Options>({
    usage,
    parse,
    run: ({ file }) => {
      if (file === null) train();
      else measure(file);
      return Promise.resolve(0);
    },
  });
