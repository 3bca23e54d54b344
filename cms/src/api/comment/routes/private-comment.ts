export default {
  routes: [
    { method: 'POST', path: '/private-comments/look', handler: 'private-comment.look' },
    { method: 'POST', path: '/private-comments/change', handler: 'private-comment.change' },
    { method: 'POST', path: '/private-comments/take-name-off', handler: 'private-comment.takeNameOff' },
    { method: 'POST', path: '/private-comments/renew-link', handler: 'private-comment.renewLink' },
    { method: 'POST', path: '/private-comments/delete', handler: 'private-comment.remove' },
  ],
};
