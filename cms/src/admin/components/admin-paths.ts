/** The page of the admin with the practice's settings. */
export const practiceSettings = '/content-manager/single-types/api::practice.practice';

/** The page with all that is stored about an email address. */
export const personalDataPage = '/comments/privacy';

/** Where the posts are listed, for pages and for requests of the content manager alike. */
export const postList = '/content-manager/collection-types/api::post.post';

/** The form of a post that is not saved yet. */
export const newPost = `${postList}/create`;
