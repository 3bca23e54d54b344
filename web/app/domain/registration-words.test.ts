import { registrationProblems } from 'shared';
import { describe, expect, it } from 'vitest';
import { placeFields } from '~~/server/forms/handlers/typed-place';
import { registrationFields } from '~~/server/forms/handlers/typed-registration';
import { placeProblemWords, registrationProblemWords } from './registration-words';

describe('what is wrong with a field', () => {
  it('is a sentence without a full stop that says what to do', () => {
    const said = [
      ...registrationFields.flatMap((field) =>
        registrationProblems.map((problem) => registrationProblemWords(field, problem)),
      ),
      ...placeFields.flatMap((field) =>
        [...registrationProblems, 'unprintable' as const].map((problem) => placeProblemWords(field, problem)),
      ),
    ];
    for (const words of said) expect(words).toMatch(/^(?:Enter|Make|Choose|Shorten|Tick|Check|Write) .*[^.]$/);
  });

  it('says how long something may be', () => {
    expect(registrationProblemWords('needs', 'too-long')).toContain('1,000');
    expect(placeProblemWords('certificateName', 'too-long')).toContain('100');
  });

  it('says what to do about letters that can’t be printed', () => {
    expect(placeProblemWords('certificateName', 'unprintable')).toContain('Latin letters');
  });
});
