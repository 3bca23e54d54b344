/** A time to wait in words, never less than it takes: `a minute`, `12 minutes`, `an hour`. */
export function waitWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes >= 60) return 'an hour';
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
