/** Strapi's own words where they speak of Strapi, or of things that the people here would not call that. */
export const words: Record<string, string> = {
  'app.components.LeftMenu.navbrand.title': 'Quiet Room',
  'app.components.LeftMenu.navbrand.workplace': 'The desk',
  'Auth.form.welcome.title': 'Quiet Room',
  'Auth.form.welcome.subtitle': 'Sign in to the desk',
  'Auth.form.email.placeholder': 'you@example.org',
  'HomePage.header.title': 'Hello {name}',
  'HomePage.header.subtitle':
    'This is the desk of the practice. What you publish here is on the site within two seconds.',
  'content-manager.header.name': 'Content',
  'content-manager.plugin.name': 'Content',
  'content-manager.components.LeftMenu.collection-types': 'What you write',
  'content-manager.components.LeftMenu.single-types': 'What you look after',
  'content-manager.HeaderLayout.button.label-add-entry': 'New',
  'content-manager.containers.edit.title.new': 'New',
  'content-manager.containers.edit.panels.default.title': 'Save and publish',
  'content-manager.pages.ListView.header-subtitle': '{number, plural, =0 {Nothing yet} other {# in all}}',
  'content-manager.widget.last-edited.title': 'Last worked on',
  'content-manager.widget.last-published.title': 'Last published',
  'content-manager.widget.chart-entries.title': 'How much there is',
  'upload.form.input.label.file-alt': 'Description (alternative text)',
  'upload.form.input.description.file-alt':
    'What the picture shows, for people who can’t see it. Posts are not published without it.',
};
