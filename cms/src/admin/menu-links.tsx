import { Calendar, Lock, Mail, Message, Phone } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { manageOwnSignIn } from '#src/api/account/permissions';
import { manageCalls } from '#src/api/call/permissions';
import { moderateComments } from '#src/api/comment/permissions';
import { answerMessages } from '#src/api/enquiry/permissions';
import { manageParticipants } from '#src/api/workshop/permissions';

const calls = [{ action: manageCalls.action, subject: null }];
const comments = [{ action: moderateComments.action, subject: null }];
const messages = [{ action: answerMessages.action, subject: null }];
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

/** The links to the pages of this project, beside Strapi's own. */
export const addMenuLinks = (app: StrapiApp): void => {
  app.addMenuLink({
    to: 'comments',
    icon: Message,
    intlLabel: { id: 'quiet-room.comments', defaultMessage: 'Comments' },
    permissions: comments,
    position: 2,
    Component: loadCommentsPage,
  });
  app.addMenuLink({
    to: 'messages',
    icon: Mail,
    intlLabel: { id: 'quiet-room.messages', defaultMessage: 'Messages' },
    permissions: messages,
    // Between two links with whole numbers: after Workshops come Strapi's own.
    position: 2.5,
    Component: () =>
      import('#src/api/enquiry/admin/MessagesPage').then(({ MessagesPage }) => ({ default: MessagesPage })),
  });
  app.addMenuLink({
    to: 'calls',
    icon: Phone,
    intlLabel: { id: 'quiet-room.calls', defaultMessage: 'Calls' },
    permissions: calls,
    position: 2.75,
    Component: () => import('#src/api/call/admin/CallsPage').then(({ CallsPage }) => ({ default: CallsPage })),
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
  app.addMenuLink({
    to: 'settings/two-step',
    icon: Lock,
    intlLabel: { id: 'quiet-room.signing-in', defaultMessage: 'Signing in' },
    permissions: [{ action: manageOwnSignIn.action, subject: null }],
    position: 8,
  });
};
