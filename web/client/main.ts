import { dropSent, helpWithComment } from './comment-form';
import { leave,leaveLink } from './leave';
import { leaveOnShift } from './leave-on-shift';
import { tellOwnTimes } from './own-time';

const link = leaveLink(document);
if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(link.href);
  });
  leaveOnShift(link);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-comment]')) helpWithComment(form);
dropSent(document);
tellOwnTimes(document);
