/** The admin roles that setup creates; `emergency` is Strapi's super admin, who has every permission. */
export type RoleKey = 'counsellor' | 'webTeam';

/** A permission of the admin that Strapi lists under “Settings → Roles → Quiet Room”. */
export interface Permission {
  readonly action: `api::${string}`;
  readonly displayName: string;
  /** The roles that have it, besides the super admin. */
  readonly roles: readonly RoleKey[];
}
