import type { Core } from '@strapi/strapi';
import { type Database, inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';

/** A whole number in a `bigint` column, which PostgreSQL returns as text. */
type StoredNumber = number | string;

/** The second factor of one account. Instants are milliseconds since 1970. */
export interface SecondFactorRow {
  user_id: number;
  /** Encrypted; null while it is off. */
  secret: string | null;
  enabled_at: StoredNumber | null;
  /** Encrypted; from showing the QR code until the first code. */
  pending_secret: string | null;
  pending_at: StoredNumber | null;
  /** The period of the last code that was used: none is used twice. */
  last_period: StoredNumber;
  wrong_codes: number;
  locked_until: StoredNumber;
  /** When its owner said “not now”. */
  skipped_at: StoredNumber | null;
}

export const secondFactorRows = tableRows<SecondFactorRow>('second_factors');
export const recoveryCodeRows = tableRows<{ user_id: number; code_hash: string }>('recovery_codes');

const forgetAccount = (strapi: Core.Strapi, userId: number): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    await secondFactorRows(uow).where({ user_id: userId }).delete();
    await recoveryCodeRows(uow).where({ user_id: userId }).delete();
  });

/**
 * Creates the tables of second factors and recovery codes, and deletes the rows of accounts that are deleted: the number
 * of an account may be given again.
 */
export const createSecondFactorTables = async (strapi: Core.Strapi): Promise<void> => {
  const { connection } = strapi.db;
  await connection.raw(
    `create table if not exists second_factors (
      user_id integer primary key, secret text, enabled_at bigint, pending_secret text, pending_at bigint,
      last_period bigint not null default 0, wrong_codes integer not null default 0,
      locked_until bigint not null default 0, skipped_at bigint)`,
  );
  await connection.raw(
    `create table if not exists recovery_codes (
      user_id integer not null, code_hash varchar(64) not null, primary key (user_id, code_hash))`,
  );
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterDelete: async ({ result }) => {
      const { id } = result as { id?: number };
      if (typeof id === 'number') await forgetAccount(strapi, id);
    },
  });
};

/** Returns the second factor of an account, or undefined if it was never set up or declined. */
export const findSecondFactor = async (database: Database, userId: number): Promise<SecondFactorRow | undefined> =>
  await secondFactorRows(database).where({ user_id: userId }).first<SecondFactorRow | undefined>('*');

/** Stores changes, in a new row if the account has none. */
export const saveSecondFactor = async (
  uow: UnitOfWork,
  userId: number,
  changes: Partial<Omit<SecondFactorRow, 'user_id'>>,
): Promise<void> => {
  await secondFactorRows(uow)
    .insert({ user_id: userId, ...changes })
    .onConflict('user_id')
    .merge(changes);
};
