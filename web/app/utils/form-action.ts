/**
 * Where a form is sent to: another address than its page has. When a form is sent to the address of its own page and there
 * is no connection, browsers put their error page in its place in the history, and what was typed is gone.
 */
export const formAction = (path = ''): string => `${path}?send`;
