import type { Core } from '@strapi/strapi';

/** A permission of a role as Strapi stores it: an action of the admin, its content type (or none) and its fields. */
export interface Right {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

interface Role {
  id: number;
  code: string;
}

interface RoleService {
  findOne(where: { code: string }): Promise<Role | null>;
  create(role: { name: string; code: string; description: string }): Promise<Role>;
  getUsersCount(id: number): Promise<number>;
  assignPermissions(id: number, rights: Right[]): Promise<unknown>;
}

interface NewUser {
  email: string;
  firstname: string;
  lastname: null;
  password: string;
  isActive: boolean;
  registrationToken: null;
  preferedLanguage: string;
  roles: number[];
}

interface UserService {
  exists(where: { email: string }): Promise<boolean>;
  create(user: NewUser): Promise<unknown>;
}

interface TokenService {
  hash(key: string): string;
}

/** Strapi types its admin services as `any`; these are the parts of them that setup uses. */
export const roleService = (strapi: Core.Strapi): RoleService =>
  strapi.service('admin::role') as unknown as RoleService;
export const userService = (strapi: Core.Strapi): UserService =>
  strapi.service('admin::user') as unknown as UserService;
export const tokenService = (strapi: Core.Strapi): TokenService =>
  strapi.service('admin::api-token') as unknown as TokenService;
