import { callFeedToken, callToken } from 'shared';
import { type FileRequest, type PrivateFile, refuse, toRefusal } from './private-file';

/** Returns a call as an iCalendar file; a cancelled one says so. */
export async function callCalendar(request: FileRequest<'callCalendar'>): Promise<PrivateFile> {
  const refusal = refuse(request, callToken);
  if (refusal) return refusal;
  const result = await request.cms.callCalendar(request.token);
  return result.ok ? { bytes: Buffer.from(result.data.file, 'utf8') } : toRefusal(result);
}

/** Returns the counsellor's calls as an iCalendar file to which she subscribes. */
export async function callFeed(request: FileRequest<'callFeed'>): Promise<PrivateFile> {
  const refusal = refuse(request, callFeedToken);
  if (refusal) return refusal;
  const result = await request.cms.callFeed(request.token);
  return result.ok ? { bytes: Buffer.from(result.data.file, 'utf8') } : toRefusal(result);
}
