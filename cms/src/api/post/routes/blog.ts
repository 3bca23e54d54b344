export default {
  routes: [
    { method: 'GET', path: '/posts', handler: 'post.find' },
    { method: 'GET', path: '/posts/:slug', handler: 'post.findOne' },
    { method: 'GET', path: '/topics', handler: 'topic.find' },
    { method: 'GET', path: '/pages/:slug', handler: 'page.findOne' },
    { method: 'GET', path: '/redirects', handler: 'redirect.find' },
    { method: 'GET', path: '/sitemap', handler: 'sitemap.find' },
  ],
};
