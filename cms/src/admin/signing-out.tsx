import { Box, Typography } from '@strapi/design-system';
import { dropAllFromBrowser } from './components/kept-in-browser';
import { pluralise } from './components/labels';
import { StayOrLeave } from './components/LeaveDialog';
import { showDialog } from './components/overlay';
import { keptTexts } from './saving/kept-texts';
import { words } from './translations';

const signOut = words['app.components.LeftMenu.logout'] ?? '';

/** In milliseconds, for a menu to open. */
const menuWithinMs = 1_000;

interface QuestionProps {
  texts: readonly string[];
  onAnswer: (isSure: boolean) => void;
}

/** Names what would be deleted. */
const SignOutQuestion = ({ texts, onAnswer }: QuestionProps) => {
  const them = texts.length === 1 ? 'it' : 'them';
  const are = texts.length === 1 ? 'is' : 'are';
  const list = (
    <Box tag="ul" width="100%" style={{ maxHeight: '30vh', overflowY: 'auto' }} tabIndex={0}>
      {texts.map((text, index) => (
        <Box tag="li" key={index} paddingBottom={2} style={{ listStyle: 'disc', marginInlineStart: '2rem' }}>
          <Typography style={{ overflowWrap: 'anywhere' }}>
            {text.replace(/^./, (first) => first.toUpperCase())}
          </Typography>
        </Box>
      ))}
    </Box>
  );
  return (
    <StayOrLeave
      title="Sign out?"
      details={list}
      leave={`Sign out and delete ${them}`}
      isDangerous
      onStay={() => onAnswer(false)}
      onLeave={() => onAnswer(true)}
    >
      {`${pluralise(texts.length, 'text')} ${are} not saved or sent yet. ` +
        `This browser keeps ${them} only while you are signed in.`}
    </StayOrLeave>
  );
};

const itemIn = (root: ParentNode): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => textContent.trim() === signOut);

/** The answer that holds for the next press. */
let isSure = false;

/** Presses the item of the menu that the question has closed. */
const pressAgain = (opener: HTMLElement, until = Date.now() + menuWithinMs): void => {
  const item = itemIn(document);
  if (item !== undefined) {
    item.click();
    isSure = false;
  } else if (Date.now() < until) requestAnimationFrame(() => pressAgain(opener, until));
};

const ask = async (item: Element): Promise<void> => {
  const opener = document.getElementById(item.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? '');
  const key = (name: string, target: Element | null): unknown =>
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  key('Escape', item);
  const isMeant = await showDialog<boolean>((answer) => <SignOutQuestion texts={keptTexts()} onAnswer={answer} />);
  if (!isMeant || opener === null) return;
  isSure = true;
  dropAllFromBrowser();
  key('Enter', opener);
  pressAgain(opener);
};

/** Whether Strapi asks itself: about the form on the screen it does. */
const asksStrapi = (): boolean => /not saved/i.test(document.querySelector('[data-saving]')?.textContent ?? '');

/** Asks before signing out while this browser keeps texts that were left unsaved, because signing out deletes them. */
export const askBeforeSigningOut = (): void => {
  document.addEventListener(
    'click',
    (event) => {
      const item = event.target instanceof Element ? event.target.closest('[role=menuitem]') : null;
      if (item?.textContent.trim() !== signOut || isSure || asksStrapi() || keptTexts().length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void ask(item);
    },
    { capture: true },
  );
};
