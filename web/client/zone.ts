import { keepTyped } from './keep-typed';
import { offerOwnZone } from './own-zone';

offerOwnZone(document, Intl.DateTimeFormat().resolvedOptions().timeZone, location.search);
keepTyped(document);
