const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/**
 * Returns when what readers see was published, as it follows “the version of”: “today at 10:20”, “Tuesday 24 November”,
 * or with the year where that is another one.
 *
 * @param publishedAt ISO 8601
 * @param now in milliseconds since 1970
 */
export const readerDay = (publishedAt: string, now: number): string => {
  const at = new Date(publishedAt);
  const today = new Date(now);
  if (at.toDateString() === today.toDateString()) return `today at ${at.toLocaleTimeString('en-GB', clock)}`;
  const isThisYear = at.getFullYear() === today.getFullYear();
  return at
    .toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(!isThisYear && { year: 'numeric' }),
    })
    .replace(',', '');
};
