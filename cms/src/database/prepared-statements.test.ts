import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { keepPrepared, type PreparingConnection } from './prepared-statements';

interface Statement {
  all(): unknown[];
  run(...values: unknown[]): { changes: number };
}

// It comes without types.
const Database = createRequire(__filename)('better-sqlite3') as new (
  file: string,
) => PreparingConnection<Statement> & { exec(sql: string): void };

const openDatabase = () => {
  const database = new Database(':memory:');
  database.exec('create table words (word text)');
  keepPrepared(database);
  return database;
};

describe('a connection that keeps what it has prepared', () => {
  it('prepares a statement once, and runs it with other values each time', () => {
    const database = openDatabase();
    const insert = 'insert into words (word) values (?)';
    database.prepare(insert).run('one');
    database.prepare(insert).run('two');
    expect(database.prepare(insert)).toBe(database.prepare(insert));
    expect(database.prepare('select word from words').all()).toEqual([{ word: 'one' }, { word: 'two' }]);
  });

  it('sees when a table has changed', () => {
    const database = openDatabase();
    const all = 'select * from words';
    database.prepare('insert into words (word) values (?)').run('one');
    expect(database.prepare(all).all()).toEqual([{ word: 'one' }]);
    database.exec('alter table words add column length integer default 3');
    expect(database.prepare(all).all()).toEqual([{ word: 'one', length: 3 }]);
  });

  it('can still be used after a statement has failed', () => {
    const database = openDatabase();
    database.exec('create unique index word_uq on words (word)');
    const insert = () => database.prepare('insert into words (word) values (?)').run('one');
    insert();
    expect(insert).toThrow('UNIQUE');
    database.prepare('delete from words').run();
    expect(insert().changes).toBe(1);
  });

  it('carries a pragma out each time', () => {
    const database = openDatabase();
    expect(database.prepare('pragma user_version = 1')).not.toBe(database.prepare('pragma user_version = 1'));
  });

  it('keeps 400 at most, those that were used last', () => {
    const database = openDatabase();
    const first = database.prepare('select 0 as n');
    const second = database.prepare('select 1 as n');
    for (let n = 2; n < 401; n += 1) {
      database.prepare('select 0 as n');
      database.prepare(`select ${n} as n`);
    }
    expect(database.prepare('select 0 as n')).toBe(first);
    expect(database.prepare('select 1 as n')).not.toBe(second);
  });
});
