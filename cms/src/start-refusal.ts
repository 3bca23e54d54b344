/** Why the CMS must not start, and what to do, in sentences for the person who runs it: these may be logged. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/** The exit code that tells the starter that another attempt would end the same way (EX_CONFIG of sysexits.h). */
export const unusableSettings = 78;
