export default {
  routes: [
    { method: 'POST', path: '/mailboxes/confirm', handler: 'mailbox.confirm' },
    { method: 'POST', path: '/mailboxes/unsubscribe', handler: 'mailbox.unsubscribe' },
  ],
};
