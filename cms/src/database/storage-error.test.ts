import { describe, expect, it } from 'vitest';
import { isStorageError, StorageError } from './storage-error';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('isStorageError', () => {
  it.each([
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'SQLITE_IOERR_WRITE',
    'SQLITE_CORRUPT',
    'SQLITE_NOTADB',
    '08006',
    '25P02',
    '40001',
    '53100',
    '57P01',
    '57014',
    'ECONNREFUSED',
  ])('recognises %s', (code) => {
    expect(isStorageError(withCode(code))).toBe(true);
  });

  it.each(['SQLITE_CONSTRAINT_UNIQUE', '23505', '22P02', '42P01', 'ENOENT', ''])('leaves %j to others', (code) => {
    expect(isStorageError(withCode(code))).toBe(false);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
    'Transaction query already complete, run with DEBUG=knex:tx for more info',
  ])('recognises what the drivers say without a code: %s', (message) => {
    expect(isStorageError(new Error(message))).toBe(true);
  });

  it('recognises a COMMIT that failed', () => {
    expect(isStorageError(Object.assign(new Error('x'), { name: 'KnexTimeoutError' }))).toBe(true);
    expect(isStorageError(new StorageError('x'))).toBe(true);
    expect(isStorageError('x')).toBe(false);
  });
});
