import type { Core } from '@strapi/strapi';
import { type Finding, type Readiness, readinessFor, readinessOf, readinessText } from 'shared';
import { withFields } from '#src/log/log-format';
import { describeError } from '#src/text/describe-error';

/** One thing that must be in order. Returns what it found; an error counts as failed. */
export interface ReadinessCheck {
  readonly name: string;
  /** What it means when this takes too long, as the beginning of a sentence. */
  readonly whenLate?: string;
  readonly run: (strapi: Core.Strapi, now: Date) => Promise<Omit<Finding, 'name'>>;
}

/** How long one check may take, in milliseconds: monitors wait for five seconds or ten. */
const checkTimeoutMs = 4_000;
/** Anybody may ask, and the checks write to the database: this is how long their answer is used, in milliseconds. */
const cachedForMs = 1_000;

const afterTimeout = async (finding: Finding): Promise<Finding> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(finding), checkTimeoutMs).unref();
  });

const runCheck = async (
  strapi: Core.Strapi,
  { name, run, whenLate = 'This could not be checked' }: ReadinessCheck,
): Promise<Finding> => {
  const late: Finding = { name, status: 'failed', message: `${whenLate} within ${checkTimeoutMs / 1000} s.` };
  try {
    return await Promise.race([run(strapi, new Date()).then((found) => ({ name, ...found })), afterTimeout(late)]);
  } catch (error) {
    return { name, status: 'failed', message: `This could not be checked (${describeError(error)}): see the log.` };
  }
};

/** Logs a change between ready and not ready, so that the log says when, and why. */
const createChangeLog = (strapi: Core.Strapi) => {
  let before = 'ready';
  return ({ status, checks }: Readiness): void => {
    if (status === before) return;
    before = status;
    if (status === 'ready') strapi.log.info('The CMS is ready again.');
    for (const { name, message } of checks.filter((check) => check.status === 'failed'))
      strapi.log.error(`The CMS is not ready: ${message}`, withFields({ check: name }));
  };
};

/** Returns the function behind `/_ready`: it runs all checks, once for all who ask at the same time. Never rejects. */
export const createReadiness = (strapi: Core.Strapi, checks: readonly ReadinessCheck[]): (() => Promise<Readiness>) => {
  let latest: { at: number; readiness: Promise<Readiness>; isDone: boolean } | null = null;
  const logChange = createChangeLog(strapi);
  const check = async (): Promise<Readiness> => {
    const readiness = readinessOf(await Promise.all(checks.map((one) => runCheck(strapi, one))));
    logChange(readiness);
    return readiness;
  };
  return () => {
    const now = performance.now();
    if (latest !== null && (!latest.isDone || now - latest.at <= cachedForMs)) return latest.readiness;
    const next = { at: now, readiness: check(), isDone: false };
    void next.readiness.finally(() => (next.isDone = true));
    latest = next;
    return next.readiness;
  };
};

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Routes {
  get: (path: string, handler: (ctx: Context) => Promise<void>) => unknown;
}

/**
 * Serves `/_ready` (JSON) and `/_ready.txt`: 200 when everything is in order, else 503; on the machine itself with the
 * reasons.
 */
export const serveReadiness = (strapi: Core.Strapi, readinessNow: () => Promise<Readiness>): void => {
  const router = strapi.server.router as Routes;
  router.get('/_ready', async (ctx) => {
    const readiness = await readinessNow();
    ctx.set('Cache-Control', 'no-store');
    ctx.status = readiness.status === 'ready' ? 200 : 503;
    ctx.body = readinessFor(ctx.req, readiness);
  });
  router.get('/_ready.txt', async (ctx) => {
    const readiness = await readinessNow();
    ctx.set('Cache-Control', 'no-store');
    ctx.type = 'text/plain; charset=utf-8';
    ctx.status = readiness.status === 'ready' ? 200 : 503;
    ctx.body = readinessText(readinessFor(ctx.req, readiness));
  });
};
