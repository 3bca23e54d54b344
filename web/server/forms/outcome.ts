/** What came of a request for a page that takes a form: somewhere else to go, or the page as it is now. `wait` in seconds (429). */
export type Outcome<View> = { to: string; status: 303 | 307 } | { status: number; wait?: number; view: View };

/** To the next page after something was sent: a reload there sends nothing again (RFC 9110 15.4.4). */
export const seeOther = (to: string) => ({ to, status: 303 }) as const;
