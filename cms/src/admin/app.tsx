import favicon from './favicon.png';
import mark from './mark.svg';
import { daylight, lamplight } from './theme';
import { words } from './words';

/** Strapi remembers here that somebody has closed its announcement of a new media library; nobody needs to. */
const announcement = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export default {
  config: {
    // English only: the help under the fields is written in it.
    locales: [],
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon, title: 'Quiet Room' },
    notifications: { releases: false },
    tutorials: false,
    theme: { light: daylight, dark: lamplight },
    translations: { en: words },
  },
  register() {
    localStorage.setItem(announcement, 'true');
  },
};
