/** Why the CMS must not start, and what to do, in sentences for the person who runs it: these may be logged. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
