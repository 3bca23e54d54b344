import { describe, expect, it } from 'vitest';
import { scoreTable } from './mutation.mjs';

const mutants = (...statuses) => ({ mutants: statuses.map((status) => ({ status })) });

describe('the table of mutation scores', () => {
  it('adds up the files of a folder, counts timeouts as killed and leaves out what did not compile', () => {
    const table = scoreTable({
      files: {
        'web/server/http/body.ts': mutants('Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored'),
        'shared/src/rate-limit.ts': mutants('Killed', 'Killed'),
        'shared/src/amounts.ts': mutants('Killed', 'Survived'),
      },
    });
    expect(table.split('\n').slice(2)).toEqual([
      '| `shared/src` | 75 % | 3 | 1 | 0 |',
      '| `web/server/http` | 50 % | 2 | 1 | 1 |',
      '| **all** | 63 % | 5 | 2 | 1 |',
    ]);
  });
});
