import type { Core } from '@strapi/strapi';
import { describe, expect, it } from 'vitest';
import { bodyOf, extendService, guardAction } from './extend-admin';

type Controller = Record<string, (ctx: unknown, next: () => Promise<void>) => unknown>;

/** Strapi with one service and one controller, and the registries that it has for them. */
const strapiWith = (service: object, controller: Controller) => {
  const held: Record<string, object> = { services: service, controllers: controller };
  const get = (registry: string) => ({
    extend: (_uid: string, extension: (current: object) => object) => {
      held[registry] = extension(held[registry] ?? {});
    },
  });
  return { strapi: { get } as unknown as Core.Strapi, held };
};

const context = (body?: unknown) => ({ request: { body }, state: {} }) as unknown as Parameters<typeof bodyOf>[0];

describe('an extension of Strapi', () => {
  it('replaces one function of a service and keeps the others', () => {
    const { strapi, held } = strapiWith({ one: () => 1, two: () => 2 }, {});
    extendService<{ one: () => number; two: () => number }>(strapi, 'admin::x', ({ one }) => ({
      one: () => one() + 10,
    }));
    const { one, two } = held.services as { one: () => number; two: () => number };
    expect([one(), two()]).toEqual([11, 2]);
  });

  it('puts a guard before an action, which runs only when the guard lets it', async () => {
    const ran: string[] = [];
    const { strapi, held } = strapiWith({}, { login: () => ran.push('login'), logout: () => ran.push('logout') });
    guardAction(strapi, 'admin::authentication', 'login', async (ctx, next) => {
      ran.push('guard');
      if (bodyOf(ctx).right === true) await next();
    });
    const { login, logout } = held.controllers as Controller;
    await login?.(context({ right: false }), async () => undefined);
    await login?.(context({ right: true }), async () => undefined);
    await logout?.(context(), async () => undefined);
    expect(ran).toEqual(['guard', 'guard', 'login', 'logout']);
  });

  it('fails at the start when Strapi no longer has the action', () => {
    const { strapi } = strapiWith({}, { login: () => undefined });
    expect(() => guardAction(strapi, 'admin::authentication', 'signIn', async () => undefined)).toThrow(
      'Strapi has no action admin::authentication.signIn to guard.',
    );
  });

  it('reads a body that is no object as an empty one', () => {
    for (const body of [undefined, null, 'text', 7, ['a']]) expect(bodyOf(context(body))).toEqual({});
    expect(bodyOf(context({ a: 1 }))).toEqual({ a: 1 });
  });
});
