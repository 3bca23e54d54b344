/** The types with drafts: what is published of them is a second version. */
const drafted: ReadonlySet<string> = new Set(['api::post.post', 'api::page.page', 'api::workshop.workshop']);

/** Returns whether readers see a published version of a type, apart from its draft. */
export const hasDrafts = (model: string): boolean => drafted.has(model);
