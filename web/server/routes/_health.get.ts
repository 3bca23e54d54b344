import { defineEventHandler, sendNoContent, setResponseHeader } from 'h3';

/** 204 while the process is alive, whatever it can do: see `/_ready` for that. */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'cache-control', 'no-store');
  sendNoContent(event, 204);
});
