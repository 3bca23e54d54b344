import type { StrapiApp } from '@strapi/strapi/admin';
import { extendSignIn, sendAndAsk } from '#src/api/account/admin/extend-sign-in';
import { keepSession } from '#src/api/account/admin/keep-session';
import { askOnOwnAccount } from '#src/api/account/admin/own-account';
import { manageOwnSignIn } from '#src/api/account/permissions';
import { seeBackups } from '#src/api/backup/permissions';
import { manageCalls } from '#src/api/call/permissions';
import { CommentsUnderPost } from '#src/api/comment/admin/CommentsUnderPost';
import { moderateComments } from '#src/api/comment/permissions';
import { seeRenewals } from '#src/api/credential/permissions';
import { AddressPanel } from '#src/api/email/admin/AddressPanel';
import { retryFailedEmails } from '#src/api/email/permissions';
import { answerMessages } from '#src/api/enquiry/permissions';
import { pageSections, postSections } from '#src/api/post/admin/form-sections';
import { typedPostDates } from '#src/api/post/typed-dates';
import { withConfirmation } from '#src/api/practice/admin/ConfirmedSave';
import { practiceSections } from '#src/api/practice/admin/form-sections';
import { typedPracticeDates } from '#src/api/practice/typed-dates';
import { workshopSections } from '#src/api/workshop/admin/form-sections';
import { HeldZone } from '#src/api/workshop/admin/HeldChange';
import { PeopleOnList } from '#src/api/workshop/admin/PeopleOnList';
import { SeatsPanel, withStartsColumn } from '#src/api/workshop/admin/SeatsPanel';
import { manageParticipants } from '#src/api/workshop/permissions';
import { typedWorkshopDates } from '#src/api/workshop/typed-dates';
import { askBeforeClosing } from './closing-question';
import { practiceSettings } from './components/admin-paths';
import { keepFocus } from './components/keep-focus';
import { explainAnswers } from './components/plain-answers';
import { type DocumentAction, isForWriting } from './document-actions';
import favicon from './favicon.png';
import { formFields } from './form/fields';
import { RemovedZone } from './form/RemovedZone';
import { withSections } from './form/sections';
import { checkTypedDates } from './form/typed-dates';
import type { HomeCard } from './home/HomePage';
import { withShortColumns } from './lists/columns';
import { addLook, markAccount } from './look';
import mark from './mark.svg';
import { mendAttributes } from './mend-attributes';
import { sortCollectionTypes, sortSingleTypes } from './menu';
import { addMenuLinks } from './menu-links';
import { ofPublishing } from './publishing/actions';
import { type BulkAction, keepTickedInSight, sayingConsequences } from './publishing/bulk-actions';
import { ChangedZone } from './publishing/ChangedZone';
import { addConsequence } from './publishing/consequences';
import { TypedTitle } from './publishing/TypedTitle';
import { extendSaving } from './saving/extend-saving';
import { SavingZone } from './saving/SavingZone';
import { askBeforeSigningOut } from './signing-out';
import { daylight, lamplight } from './theme';
import { words } from './translations';

/** Strapi remembers here that someone has closed its announcement of a new media library; nobody needs to. */
const announcement = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** The part of the content manager's public interface that is used here. */
interface ContentManager {
  addDocumentAction(change: (actions: DocumentAction[]) => DocumentAction[]): void;
  addBulkAction(change: (actions: BulkAction[]) => BulkAction[]): void;
  addEditViewSidePanel(panels: (typeof SeatsPanel | typeof AddressPanel)[]): void;
}

const loadHomePage = async () => {
  const { homePage } = await import('./home/HomePage');
  const waiting: readonly HomeCard[] = [
    {
      title: 'Waiting for you',
      permission: moderateComments,
      link: { label: 'All comments', to: '/comments' },
      load: async () => (await import('#src/api/comment/admin/WaitingWidget')).WaitingWidget,
    },
    {
      title: 'Messages',
      permission: answerMessages,
      link: { label: 'All messages', to: '/messages' },
      load: async () => (await import('#src/api/enquiry/admin/MessagesWidget')).MessagesWidget,
    },
    {
      title: 'Next call',
      permission: manageCalls,
      link: { label: 'All calls', to: '/calls' },
      load: async () => (await import('#src/api/call/admin/NextCallWidget')).NextCallWidget,
    },
    {
      title: 'Next workshop',
      permission: manageParticipants,
      link: { label: 'All workshops', to: '/workshops' },
      load: async () => (await import('#src/api/workshop/admin/NextWorkshopWidget')).NextWorkshopWidget,
    },
  ];
  const others: readonly HomeCard[] = [
    {
      title: 'Your credentials',
      permission: seeRenewals,
      link: { label: 'Your practice', to: practiceSettings },
      load: async () => (await import('#src/api/credential/admin/RenewalsWidget')).RenewalsWidget,
    },
    {
      title: 'Emails',
      permission: retryFailedEmails,
      load: async () => (await import('#src/api/email/admin/OutboxWidget')).OutboxWidget,
    },
    {
      title: 'Backups',
      permission: seeBackups,
      load: async () => (await import('#src/api/backup/admin/BackupWidget')).BackupWidget,
    },
  ];
  return { Component: homePage(waiting, others) };
};

/** The parts of the forms that are long. */
const forms = [postSections, pageSections, workshopSections, practiceSections];

/** Hands what features know of their content to the parts that every form shares. */
const handOver = (): void => {
  checkTypedDates(typedPostDates, typedPracticeDates, typedWorkshopDates);
  addConsequence('api::post.post', CommentsUnderPost);
  addConsequence('api::workshop.workshop', PeopleOnList);
};

/** Extends Strapi's own pages and requests. */
const extendPages = (): void => {
  addLook();
  mendAttributes();
  keepFocus();
  askBeforeClosing();
  askBeforeSigningOut();
  extendSignIn();
  extendSaving(sendAndAsk);
  explainAnswers();
  keepSession();
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
    addMenuLinks(app);
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
    app.router.addRoute((routes) =>
      routes.map((route) => (route.index === true ? { index: true, lazy: loadHomePage } : route)),
    );
    app.router.addRoute(askOnOwnAccount);
    app.addFields(formFields);
    app.addRBACMiddleware(markAccount);
    handOver();
    extendPages();
  },
  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager');
    contentManager.injectComponent('editView', 'right-links', { name: 'quiet-room-saving', Component: SavingZone });
    contentManager.injectComponent('editView', 'right-links', { name: 'quiet-room-changed', Component: ChangedZone });
    contentManager.injectComponent('editView', 'right-links', { name: 'quiet-room-held', Component: HeldZone });
    contentManager.injectComponent('editView', 'right-links', { name: 'quiet-room-removed', Component: RemovedZone });
    contentManager.injectComponent('editView', 'right-links', { name: 'quiet-room-title', Component: TypedTitle });
    const { apis } = contentManager as unknown as { apis: ContentManager };
    apis.addDocumentAction((actions) =>
      ofPublishing(actions.filter(isForWriting)).map((action) =>
        action.type === 'update' ? withConfirmation(action) : action,
      ),
    );
    apis.addBulkAction((actions) => [...actions.map(sayingConsequences), keepTickedInSight]);
    apis.addEditViewSidePanel([SeatsPanel, AddressPanel]);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', withStartsColumn);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', withShortColumns);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', (layout) => forms.reduce(withSections, layout));
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', sortCollectionTypes);
    app.registerHook('Admin/CM/pages/App/mutate-single-types-links', sortSingleTypes);
  },
};
