import { assertMethod, defineEventHandler, sendNoContent, setResponseHeader } from 'h3';

/** 204 while the process is alive, whatever it can do: see `/_ready` for that. Many monitors ask with HEAD. */
export default defineEventHandler((event) => {
  assertMethod(event, 'GET', true);
  setResponseHeader(event, 'cache-control', 'no-store');
  sendNoContent(event, 204);
});
