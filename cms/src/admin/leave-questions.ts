import { words } from './translations';

/** Strapi's words of its questions before something is left, by their keys: it uses the same for other questions. */
const strapis = {
  title: words['app.components.ConfirmDialog.title'] ?? 'Confirmation',
  stay: words['app.components.Button.cancel'] ?? 'Cancel',
  leave: words['app.components.Button.confirm'] ?? 'Confirm',
};

interface Question {
  title: string;
  body: string;
  stay: string;
  leave: string;
}

const unsaved = words['global.prompt.unsaved'] ?? '';
const unsavedInDialog = words['content-manager.components.RelationInputModal.confirmation-message'] ?? '';
const signOut = words['app.components.LeftMenu.logout'] ?? '';

const leaving: Question = { title: 'Leave this page?', body: unsaved, stay: 'Stay', leave: 'Leave' };
const closing: Question = { title: 'Close this?', body: unsavedInDialog, stay: 'Stay', leave: 'Close' };
const signingOut: Question = {
  title: 'Sign out?',
  body: 'What you typed and did not save is lost: this browser keeps nothing once you are signed out.',
  stay: 'Stay signed in',
  leave: 'Sign out',
};

/** What was pressed last: Strapi asks the same before a page is left and before signing out. */
let pressed = '';
document.addEventListener(
  'click',
  ({ target }) => {
    if (target instanceof Element) pressed = target.closest('button, a, [role=menuitem]')?.textContent.trim() ?? '';
  },
  { capture: true },
);

const questionIn = (text: string): Question | null => {
  if (text.includes(unsavedInDialog)) return closing;
  if (!text.includes(unsaved)) return null;
  return pressed === signOut ? signingOut : leaving;
};

/** Puts other texts in the place of some. Every change is heard, so the same text is not set again. */
export const replaceTexts = (root: Element, replacement: (text: string) => string | undefined): void => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const said = replacement(node.nodeValue ?? '');
    if (said !== undefined && said !== node.nodeValue) node.nodeValue = said;
  }
};

/** Puts the words of Strapi's questions before something is left right: “Confirmation, Confirm” says nothing. */
export const putLeaveQuestion = (dialog: Element): void => {
  const question = questionIn(dialog.textContent);
  if (question === null) return;
  const says = new Map([
    [strapis.title, question.title],
    [strapis.stay, question.stay],
    [strapis.leave, question.leave],
    [unsaved, question.body],
  ]);
  replaceTexts(dialog, (text) => says.get(text));
};
