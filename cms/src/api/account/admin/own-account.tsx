import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { LeaveQuestion } from '#src/admin/components/LeaveQuestion';

type Routes = Parameters<Extract<Parameters<StrapiApp['router']['addRoute']>[0], (routes: never) => unknown>>[0];

/** Strapi’s form of the account can be saved when something was typed; it tells nobody else. */
const isTyped = (): boolean => {
  const save = document.querySelector('main form button[type="submit"]');
  return save !== null && !save.matches(':disabled, [aria-disabled="true"]');
};

const withQuestion = (Page: ComponentType): ComponentType => {
  const OwnAccount = () => (
    <>
      <Page />
      <LeaveQuestion isAsked={isTyped}>What you changed here is not saved. If you leave, it is lost.</LeaveQuestion>
    </>
  );
  return OwnAccount;
};

/** Has the page of one’s own account ask before it is left with what was typed there, as every other form does. */
export const askOnOwnAccount = (routes: Routes): Routes =>
  routes.map((route) => {
    const { lazy: load } = route;
    if (route.path !== 'me' || typeof load !== 'function') return route;
    return {
      ...route,
      lazy: async () => {
        const { Component } = (await load()) as { Component: ComponentType };
        return { Component: withQuestion(Component) };
      },
    };
  });
