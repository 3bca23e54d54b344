import { settings } from '../settings';
import { cmsTransport, type AskCms } from './transport';

/** A page may keep its reader waiting this long for the CMS, in milliseconds. */
const patience = 3000;

let transport: AskCms | undefined;

/** Asks this installation's CMS, over connections that all renderings share. */
export const askCms: AskCms = (path) => {
  transport ??= cmsTransport(settings().cmsUrl, settings().webToken, patience);
  return transport(path);
};
