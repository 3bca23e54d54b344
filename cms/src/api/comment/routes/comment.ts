export default {
  routes: [
    { method: 'GET', path: '/posts/:slug/comments', handler: 'comment.findThreads' },
    { method: 'POST', path: '/posts/:slug/comments', handler: 'comment.submit' },
    { method: 'GET', path: '/posts/:slug/latest-comments', handler: 'comment.findLatest' },
    { method: 'GET', path: '/comments/:number', handler: 'comment.locate' },
    { method: 'POST', path: '/comments/:number/reports', handler: 'comment.report' },
    { method: 'POST', path: '/decision-links/look', handler: 'comment.viewByDecisionLink' },
    { method: 'POST', path: '/decision-links/decide', handler: 'comment.decideByLink' },
    { method: 'POST', path: '/private-comments/look', handler: 'comment.viewPrivate' },
    { method: 'POST', path: '/private-comments/change', handler: 'comment.change' },
    { method: 'POST', path: '/private-comments/write-back', handler: 'comment.writeBack' },
    { method: 'POST', path: '/private-comments/remove-name', handler: 'comment.removeName' },
    { method: 'POST', path: '/private-comments/renew-link', handler: 'comment.renewLink' },
    { method: 'POST', path: '/private-comments/delete', handler: 'comment.deleteOwn' },
  ],
};
