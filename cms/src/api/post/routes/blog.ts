export default {
  routes: [
    { method: 'GET', path: '/posts', handler: 'blog.findPosts' },
    { method: 'GET', path: '/posts/:slug', handler: 'blog.findPost' },
    { method: 'GET', path: '/topics', handler: 'blog.findTopics' },
    { method: 'GET', path: '/pages/:slug', handler: 'blog.findPage' },
    { method: 'GET', path: '/redirects', handler: 'blog.findRedirect' },
    { method: 'GET', path: '/sitemap', handler: 'blog.findSitemap' },
  ],
};
