import { plainWords } from '#src/api/comment/domain/plain-words';
import { linksIn } from './links-in';
import type { Measure } from './measure';

/** Words of signboards. A person may be called Baker, but hardly "Best Baker Leeds". */
const signs = new Set(
  (
    'seo casino casinos slot slots bet betting poker loan loans credit crypto bitcoin forex trader invest escort escorts viagra cialis pharmacy ' +
    'cheap best buy deals discount promo coupon online shop store outlet wholesale service services agency company ltd llc movers packers dentist plumber ' +
    'locksmith roofing flights taxi hire rental cars dubai marketing web hosting software training institute hacker hackers spell astrologer ' +
    'backlinks traffic followers dating singles kratom cbd vape replica jersey photographer rooms design fitters fitting conversions kitchens kitchen loft ' +
    'bathrooms windows doors solar boiler heating plumbing electrician builders building property properties estate homes apartments villas realty mortgage ' +
    'visa visas immigration travel tours hotel hotels holidays insurance solicitors lawyer accountants clinic dental implants botox hair transplant gym fitness ' +
    'supplements gummies keto slim pills meds shop24 vpn iptv proxy ink printer prints gifts jewellery watches shoes handbags furniture sofa carpets cleaning ' +
    'cleaners removals removal skip scrap car van tyres recovery garage driving lessons school academy course courses tutor tutors essay essays thesis assignment ' +
    'proofreader writers seller sellers sale sales store24 generator robux free hacks cheats apk download mod movies torrents stream prompts bot bots signals ' +
    'leeds manchester birmingham essex kent surrey london delhi mumbai pune chennai bangalore noida karachi lahore'
  ).split(' '),
);

const signsIn = (name: string): number =>
  (plainWords(name).match(/\p{L}+/gu) ?? []).filter((word) => signs.has(word)).length;

export const readsLikeBusiness = (name: string): boolean => signsIn(name) > 0;

/** The name is an address or a signboard. */
export const tradeName: Measure = ({ name }) => {
  if (linksIn(name).length > 0)
    return { rule: 'tradeName', weight: 8, because: 'The name is the address of a website.' };
  const count = signsIn(name);
  if (count === 0) return null;
  return { rule: 'tradeName', weight: count > 1 ? 6 : 4, because: 'The name reads like that of a business.' };
};
