import { offerOwnZone } from './own-zone';

offerOwnZone(document, Intl.DateTimeFormat().resolvedOptions().timeZone, location.search);
