import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/** Begins a page at its top: the admin's frame stays from one page to the next, scrolled as far as the last one was. */
export const useTopOfPage = (): void => {
  const { pathname } = useLocation();
  useEffect(() => {
    for (let element: Element | null = document.querySelector('main'); element; element = element.parentElement)
      element.scrollTop = 0;
  }, [pathname]);
};
