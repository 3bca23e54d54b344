import { describe, expect, it } from 'vitest';
import { readWordFile } from './read-word-file';

describe('readWordFile', () => {
  it('reads a file of the source folder', () => {
    expect(readWordFile('spam/words/sites.txt').name).toBe('src/api/comment/domain/spam/words/sites.txt');
  });
  it('throws for a file that does not exist', () => {
    expect(() => readWordFile('spam/words/none.txt')).toThrow(/ENOENT/);
  });
  it('says which file is not saved as UTF-8', () => {
    const picture = '../../../setup/seed/pictures/portrait.webp';
    expect(() => readWordFile(picture)).toThrow(/portrait\.webp is not saved as UTF-8\.$/);
  });
});
