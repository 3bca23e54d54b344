import { unstable_useContentManagerContext as useContentManagerContext, useForm } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { asValues } from '#src/admin/saving/form-values';

/**
 * Has the heading of a form say the title that is typed. Strapi's says the one that was fetched: “No title yet” would
 * stand above a title, also after a draft has saved itself.
 */
export const TypedTitle = () => {
  const { layout } = useContentManagerContext();
  const { mainField } = layout.edit.settings;
  const value = asValues(useForm('TypedTitle', (state) => state.values))[mainField];
  const typed = typeof value === 'string' ? value.trim() : '';
  useEffect(() => {
    const heading = document.querySelector('main h1');
    if (heading !== null && typed !== '') heading.textContent = typed;
  });
  return null;
};
