/**
 * How long a statement of SQLite waits for another process's lock, in milliseconds. It waits inside this process, which
 * answers nobody meanwhile: not even a question whether it is alive.
 */
export const sqliteBusyTimeoutMs = 1_000;

/** How long a write waits for the lock altogether, in milliseconds: less than whoever sent it does. */
export const lockTimeoutMs = 8_000;

/** How long it rests between two requests for the lock, in milliseconds, while others get their turn. */
export const lockRestMs = 50;
