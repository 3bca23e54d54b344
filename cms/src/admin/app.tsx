import favicon from './favicon.png';
import mark from './mark.svg';
import { daylight, lamplight } from './theme';
import { words } from './words';

/** Strapi remembers here that somebody has closed its announcement of a new media library; nobody needs to. */
const announcement = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export default {
  config: {
    // English only, because the help under the fields is; British, for its dates.
    locales: ['en-GB'],
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon, title: 'Quiet Room' },
    notifications: { releases: false },
    tutorials: false,
    theme: { light: daylight, dark: lamplight },
    translations: { en: words, 'en-GB': words },
  },
  register() {
    localStorage.setItem(announcement, 'true');
  },
};
