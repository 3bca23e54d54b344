/** Strapi's own words where they speak of Strapi, or of things that the people here would not call that. */
export const words: Record<string, string> = {
  'app.components.LeftMenu.navbrand.title': 'Quiet Room',
  'app.components.LeftMenu.navbrand.workplace': 'The desk',
  'Auth.form.welcome.title': 'Quiet Room',
  'Auth.form.welcome.subtitle': 'Sign in to the desk',
  'HomePage.header.title': 'Hello {name}',
  'HomePage.header.subtitle': 'This is the desk of the practice: what you publish here is on the site within two seconds.',
  'content-manager.plugin.name': 'Content',
};
