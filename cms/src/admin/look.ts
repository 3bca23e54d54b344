import type { StrapiApp } from '@strapi/strapi/admin';
import look from './look.css?inline';
import targets from './targets.css?inline';

/** Adds the style sheets to the page. */
export const addLook = (): void => {
  const style = document.createElement('style');
  style.textContent = look + targets;
  document.head.append(style);
};

type Middleware = Parameters<StrapiApp['addRBACMiddleware']>[0];

/**
 * Marks the page of an account that has nothing to do in Strapi's settings, so that look.css can hide the way there.
 * Strapi tells nobody else early enough what an account may do.
 */
export const markAccount: Middleware = ({ permissions }) => {
  const isPlain = !permissions.some(({ action }) => action.startsWith('admin::'));
  document.documentElement.dataset.account = isPlain ? 'plain' : 'emergency';
  return (next) => next;
};
