import type { IncomingMessage } from 'node:http';
import { bodyOf } from '#server/http/body';
import { type PostedForm, postedForm } from './posted-form';
import { isFromHere } from './same-origin';

/** A form, or the status that says why there is none: from another site, too large, not a form. */
export type TakenForm = { form: PostedForm } | { refused: 403 | 413 | 415 };

/** Takes a form from a request, or says why not. Rejects when its sender went away. */
export async function takeForm(req: IncomingMessage, siteUrl: string): Promise<TakenForm> {
  if (!isFromHere(req.headers, siteUrl)) return { refused: 403 };
  const body = await bodyOf(req);
  if (!body) return { refused: 413 };
  const form = await postedForm(body, req.headers['content-type'] ?? '');
  return form ? { form } : { refused: 415 };
}
