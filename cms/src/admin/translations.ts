/** Replaces Strapi's labels where they speak of Strapi itself, or where a counsellor would not know the word. */
export const words: Record<string, string> = {
  'app.components.LeftMenu.navbrand.title': 'Quiet Room',
  'app.components.LeftMenu.navbrand.workplace': 'Dashboard',
  'app.components.ToggleCheckbox.off-label': 'No',
  'app.components.ToggleCheckbox.on-label': 'Yes',
  'Auth.form.welcome.title': 'Quiet Room',
  'Auth.form.welcome.subtitle': 'Sign in to your dashboard',
  'Auth.form.email.placeholder': 'you@example.org',
  'HomePage.header.title': 'Hello {name}',
  'HomePage.header.subtitle':
    'Welcome to your dashboard. What you publish here appears on the site within two seconds.',
  'content-manager.header.name': 'Content',
  'content-manager.plugin.name': 'Content',
  'content-manager.components.LeftMenu.collection-types': 'Posts, pages and workshops',
  'content-manager.components.LeftMenu.single-types': 'Site settings',
  'content-manager.HeaderLayout.button.label-add-entry': 'New',
  'content-manager.containers.edit.title.new': 'New',
  'content-manager.components.empty-repeatable': 'Nothing here yet. Press to add one.',
  'content-manager.components.reset-entry': 'Clear these fields',
  'content-manager.containers.EditView.add.new-entry': 'Add another',
  'content-manager.containers.edit.panels.default.title': 'Save and publish',
  'content-manager.pages.ListView.header-subtitle': '{number, plural, =0 {Nothing yet} other {# in total}}',
  'content-manager.widget.last-edited.title': 'Recently edited',
  'content-manager.widget.last-published.title': 'Recently published',
  'content-manager.widget.chart-entries.title': 'Number of entries',
  'upload.form.input.label.file-alt': 'Description (alternative text)',
  'upload.form.input.description.file-alt':
    'What the picture shows, for people who can’t see it. Posts can’t be published without it.',
  // The same field in the media library itself, to which the refusal to publish sends people.
  'upload.asset-details.alternativeText': 'Description (alternative text)',
  'upload.asset-details.delete.title': 'Delete this file for good?',
  'upload.asset-details.delete.description':
    'It disappears from the site within seconds and can’t be brought back. Pages that show it stay, without it.',
  'upload.asset-details.delete.success': 'Deleted from “{folderName}”.',
  // The CMS refuses it (see extensions/upload), and this is said before a file is chosen.
  'upload.asset-details.replace.title': 'A file can’t be replaced',
  'upload.asset-details.replace.description':
    'Readers’ browsers may still have the old one. Add the new file, choose it on the pages that show the old one, and then delete the old one.',
  'upload.list.bulk-actions.delete.confirm.description.cant-be-undone':
    'What you selected disappears from the site within seconds and can’t be brought back; with a folder, everything in it. Pages that show these files stay, without them.',
};
