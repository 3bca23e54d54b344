import type { Core } from '@strapi/strapi';
import type { ActionContext, ActionGuard, SignedInState } from '#src/http/extend-admin';

const cookieName = 'strapi_admin_refresh';
const origin = 'admin';

/** A sign-in as Strapi's session manager stores it. */
export interface SessionRow {
  sessionId: string;
  userId: string;
  deviceId: string;
  type: 'session' | 'refresh';
  metadata: { loginAt?: string } | null;
}

interface CookieSettings {
  secure?: boolean;
  sameSite?: 'strict' | 'lax' | 'none';
}

const sessions = (strapi: Core.Strapi) => strapi.db.query('admin::session');

/** Returns the session of a request, or null. */
export const currentSession = async (
  strapi: Core.Strapi,
  { state }: { state: Pick<SignedInState, 'session'> },
): Promise<SessionRow | null> =>
  state.session
    ? ((await sessions(strapi).findOne({ where: { sessionId: state.session.id } })) as SessionRow | null)
    : null;

/** Signs an account out on all devices, in the transaction that is open. */
export const endSessions = async (strapi: Core.Strapi, userId: number): Promise<void> => {
  await strapi.sessionManager(origin).invalidateRefreshToken(String(userId));
};

/** Signs an account out on all devices but the one in use, with all tokens that they had. */
export const endOtherSessions = async (
  strapi: Core.Strapi,
  { userId, deviceId }: Pick<SessionRow, 'userId' | 'deviceId'>,
): Promise<void> => {
  await sessions(strapi).deleteMany({ where: { userId, origin, deviceId: { $ne: deviceId } } });
};

/**
 * Begins a new session in place of one that was ended, so that the device in use stays signed in. Whoever copied the old
 * session's tokens has nothing.
 */
export const renewSession = async (
  strapi: Core.Strapi,
  ctx: ActionContext,
  { userId, deviceId, type, metadata }: SessionRow,
): Promise<void> => {
  const { token, absoluteExpiresAt } = await strapi
    .sessionManager(origin)
    .generateRefreshToken(userId, deviceId, { type, ...(metadata && { metadata }) });
  const { secure, sameSite = 'lax' } = strapi.config.get<CookieSettings>('admin.auth.cookie', {});
  ctx.cookies.set(cookieName, token, {
    httpOnly: true,
    overwrite: true,
    path: '/admin',
    sameSite,
    secure: secure ?? (process.env.NODE_ENV === 'production' && ctx.request.secure),
    // Without “Remember me”, it ends with the browser.
    ...(type === 'refresh' && { expires: new Date(absoluteExpiresAt) }),
  });
};

/**
 * Ends a device's whole session instead of its newest token: Strapi keeps the ones before it, with which the device could
 * go on for a quarter of an hour.
 */
export const createEndDevice =
  (strapi: Core.Strapi): ActionGuard =>
  async (ctx, next) => {
    const { sessionId } = ctx.params as { sessionId?: string };
    const userId = String(ctx.state.user?.id);
    const session = (await sessions(strapi).findOne({ where: { sessionId, userId } })) as SessionRow | null;
    await next();
    if (session && ctx.status < 400)
      await strapi.sessionManager(origin).invalidateRefreshToken(userId, session.deviceId);
  };

/** The same for all devices but the one in use. */
export const createEndOtherDevices =
  (strapi: Core.Strapi): ActionGuard =>
  async (ctx, next) => {
    const current = await currentSession(strapi, ctx);
    await next();
    if (current && ctx.status < 400 && ctx.query.keepCurrent !== undefined) await endOtherSessions(strapi, current);
  };
