export default {
  routes: [
    { method: 'POST', path: '/mailboxes/confirm', handler: 'mailbox.confirm' },
    { method: 'POST', path: '/mailboxes/disown', handler: 'mailbox.disown' },
    { method: 'POST', path: '/mailboxes/look', handler: 'mailbox.look' },
    { method: 'POST', path: '/mailboxes/resubscribe', handler: 'mailbox.resubscribe' },
    { method: 'POST', path: '/mailboxes/unsubscribe', handler: 'mailbox.unsubscribe' },
  ],
};
