import { Archive, Calendar, Mail, Message } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { extendSignIn } from '#src/api/account/admin/extend-sign-in';
import { renewPatiently } from '#src/api/account/admin/patient-renewal';
import { manageOwnSignIn } from '#src/api/account/permissions';
import { seeBackups } from '#src/api/backup/permissions';
import { moderateComments } from '#src/api/comment/permissions';
import { AddressPanel } from '#src/api/email/admin/AddressPanel';
import { retryFailedEmails } from '#src/api/email/permissions';
import { type DocumentAction, withConfirmation } from '#src/api/practice/admin/ConfirmedSave';
import { SeatsPanel, withStartsColumn } from '#src/api/workshop/admin/SeatsPanel';
import { manageParticipants } from '#src/api/workshop/permissions';
import favicon from './favicon.png';
import mark from './mark.svg';
import { daylight, lamplight } from './theme';
import { words } from './translations';

/** Strapi remembers here that someone has closed its announcement of a new media library; nobody needs to. */
const announcement = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** The part of the content manager's public interface that is used here. */
interface ContentManager {
  addDocumentAction(change: (actions: DocumentAction[]) => DocumentAction[]): void;
  addEditViewSidePanel(panels: (typeof SeatsPanel | typeof AddressPanel)[]): void;
}

const comments = [{ action: moderateComments.action, subject: null }];
const workshops = [{ action: manageParticipants.action, subject: null }];

/** Puts the pages about privacy and the counsellor's address below the comments: the menu has no place for them. */
const loadCommentsPage = async () => {
  const [{ CommentsPage }, { PrivacyPage }, { AddressPage }] = await Promise.all([
    import('#src/api/comment/admin/CommentsPage'),
    import('#src/api/privacy/admin/PrivacyPage'),
    import('#src/api/email/admin/AddressPage'),
  ]);
  return { default: () => <CommentsPage privacyPage={<PrivacyPage />} addressPage={<AddressPage />} /> };
};

const addWidgets = (app: StrapiApp): void => {
  // Before Strapi's own: it is what she comes for.
  app.widgets.register((others) => [
    {
      icon: Message,
      title: { id: 'quiet-room.waiting.title', defaultMessage: 'Waiting for you' },
      link: { label: { id: 'quiet-room.waiting.all', defaultMessage: 'All comments' }, href: '/comments' },
      component: async () => (await import('#src/api/comment/admin/WaitingWidget')).WaitingWidget,
      pluginId: 'quiet-room',
      id: 'waiting',
      permissions: comments,
    },
    {
      icon: Calendar,
      title: { id: 'quiet-room.next-workshop.title', defaultMessage: 'Next workshop' },
      link: { label: { id: 'quiet-room.next-workshop.all', defaultMessage: 'All workshops' }, href: '/workshops' },
      component: async () => (await import('#src/api/workshop/admin/NextWorkshopWidget')).NextWorkshopWidget,
      pluginId: 'quiet-room',
      id: 'next-workshop',
      permissions: workshops,
    },
    ...others,
  ]);
  app.widgets.register({
    icon: Mail,
    title: { id: 'quiet-room.outbox.title', defaultMessage: 'Emails that could not be delivered' },
    component: async () => (await import('#src/api/email/admin/OutboxWidget')).OutboxWidget,
    pluginId: 'quiet-room',
    id: 'outbox',
    permissions: [{ action: retryFailedEmails.action }],
  });
  app.widgets.register({
    icon: Archive,
    title: { id: 'quiet-room.backup.title', defaultMessage: 'Backups' },
    component: async () => (await import('#src/api/backup/admin/BackupWidget')).BackupWidget,
    pluginId: 'quiet-room',
    id: 'backup',
    permissions: [{ action: seeBackups.action }],
  });
};

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
    app.addMenuLink({
      to: 'comments',
      icon: Message,
      intlLabel: { id: 'quiet-room.comments', defaultMessage: 'Comments' },
      permissions: comments,
      position: 2,
      Component: loadCommentsPage,
    });
    app.addMenuLink({
      to: 'workshops',
      icon: Calendar,
      intlLabel: { id: 'quiet-room.workshops', defaultMessage: 'Workshops' },
      permissions: workshops,
      position: 3,
      Component: () =>
        import('#src/api/workshop/admin/WorkshopsPage').then(({ WorkshopsPage }) => ({ default: WorkshopsPage })),
    });
    app.addSettingsLink('global', {
      id: 'quiet-room-two-step',
      to: 'two-step',
      intlLabel: { id: 'quiet-room.two-step', defaultMessage: 'Two-step sign-in' },
      permissions: [{ action: manageOwnSignIn.action, subject: null }],
      Component: () =>
        import('#src/api/account/admin/SecondFactorPage').then(({ SecondFactorPage }) => ({
          default: SecondFactorPage,
        })),
    });
    addWidgets(app);
    extendSignIn();
    renewPatiently();
  },
  bootstrap(app: StrapiApp) {
    const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManager };
    apis.addDocumentAction((actions) =>
      actions.map((action) => (action.type === 'update' ? withConfirmation(action) : action)),
    );
    apis.addEditViewSidePanel([SeatsPanel, AddressPanel]);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', withStartsColumn);
  },
};
