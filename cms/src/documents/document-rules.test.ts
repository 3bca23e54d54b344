import type { Core } from '@strapi/strapi';
import { describe, expect, it } from 'vitest';
import { type ChangeMiddleware, type DocumentRule, registerDocumentRules } from './document-rules';

type Use = (context: { uid: string; action: string }, next: () => Promise<unknown>) => Promise<unknown>;

const run = async (rules: readonly DocumentRule[], uid: string, action: string): Promise<void> => {
  const middlewares: Use[] = [];
  const strapi = { documents: { use: (middleware: Use) => middlewares.push(middleware) } } as unknown as Core.Strapi;
  registerDocumentRules(strapi, rules);
  const call = async (index: number): Promise<unknown> => middlewares[index]?.({ uid, action }, () => call(index + 1));
  await call(0);
};

describe('registerDocumentRules', () => {
  const seen: string[] = [];
  const rule = (phase: DocumentRule['phase'], name: string): DocumentRule => ({
    phase,
    rule: (): ChangeMiddleware => (_change, next) => {
      seen.push(name);
      return next();
    },
  });

  it('runs rules by phase, and within a phase in the order given', async () => {
    await run(
      [rule('store', 'rows'), rule('slug', 'slug'), rule('transaction', 'lock'), rule('slug', 'second slug')],
      'api::post.post',
      'publish',
    );
    expect(seen).toEqual(['lock', 'slug', 'second slug', 'rows']);
  });
  it('leaves accounts, files and reading alone', async () => {
    seen.length = 0;
    await run([rule('store', 'rows')], 'admin::user', 'update');
    await run([rule('store', 'rows')], 'api::post.post', 'findOne');
    expect(seen).toEqual([]);
  });
});
