import { type Revisions,revisionsResponse } from 'shared';
import type { AskCms } from './transport';

/** The CMS's numbers (`GET /api/revisions`); rejects when it gives none. */
export async function askRevisions(ask: AskCms): Promise<Revisions> {
  const { status, body } = await ask('/api/revisions');
  if (status !== 200) throw new Error(`The CMS answered ${status} when asked for its revisions.`);
  return revisionsResponse.parse(body).data;
}
