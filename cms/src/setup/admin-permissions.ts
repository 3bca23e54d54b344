/**
 * What somebody who is signed in may do at the desk besides Strapi's own rights. `comments`: read what readers sent, and
 * decide. `workshops`: see who takes part, and act on it. `outbox`: see how many letters could not be delivered, and try
 * again; shows no address and no words.
 */
export const deskRights = {
  comments: 'api::quiet-room.comments',
  workshops: 'api::quiet-room.workshops',
  outbox: 'api::quiet-room.outbox',
} as const;
export type DeskRight = keyof typeof deskRights;
