import { Mail, Message } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { deskRights } from '../admin-api/contracts/rights';
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
  register(app: StrapiApp) {
    localStorage.setItem(announcement, 'true');
    const comments = [{ action: deskRights.comments, subject: null }];
    app.addMenuLink({
      to: 'comments',
      icon: Message,
      intlLabel: { id: 'quiet-room.comments', defaultMessage: 'Comments' },
      permissions: comments,
      position: 2,
      Component: async () => ({ default: (await import('./desk/CommentsPage')).CommentsPage }),
    });
    // Before Strapi's own: it is what she comes for.
    app.widgets.register((others) => [
      {
        icon: Message,
        title: { id: 'quiet-room.waiting.title', defaultMessage: 'Waiting for you' },
        link: { label: { id: 'quiet-room.waiting.all', defaultMessage: 'All comments' }, href: '/comments' },
        component: async () => (await import('./desk/WaitingWidget')).WaitingWidget,
        pluginId: 'quiet-room',
        id: 'waiting',
        permissions: comments,
      },
      ...others,
    ]);
    app.widgets.register({
      icon: Mail,
      title: { id: 'quiet-room.outbox.title', defaultMessage: 'Letters that could not be delivered' },
      component: async () => (await import('./desk/OutboxWidget')).OutboxWidget,
      pluginId: 'quiet-room',
      id: 'outbox',
      permissions: [{ action: deskRights.outbox }],
    });
  },
};
