import path from 'node:path';
import type { Core } from '@strapi/strapi';

const permissionsPolicy = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** An upload that is opened by its address is downloaded instead of shown, has no origin and runs no scripts. */
const uploadHeaders = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'attachment',
  'X-Content-Type-Options': 'nosniff',
  // The name contains a random part and a replaced file gets another one, so it can be kept for good.
  'Cache-Control': 'public, max-age=31536000, immutable',
};

const decoded = (requested: string): string => {
  try {
    return path.posix.normalize(decodeURIComponent(requested));
  } catch {
    return requested;
  }
};

/**
 * Sets headers that Strapi's security middleware has no setting for: browser features that the admin never needs, and
 * how uploads are served.
 */
const responseHeaders: Core.MiddlewareFactory = () => async (ctx, next) => {
  await next();
  ctx.set('Permissions-Policy', permissionsPolicy);
  if (ctx.status < 400 && /^\/+uploads\//i.test(decoded(ctx.path))) ctx.set(uploadHeaders);
};

export default responseHeaders;
