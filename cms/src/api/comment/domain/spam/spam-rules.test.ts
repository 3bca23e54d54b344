import { describe, expect, it } from 'vitest';
import { parseWordFile } from '#src/api/comment/domain/word-files';
import { contact, leadsSomewhere, tradeName } from './contact-rules';
import { links } from './link-rules';
import { advertising, offersIn, praise, trade, wordList } from './phrase-rules';
import { plug } from './plug-rule';
import { disguise, honeypot, repeated } from './sending-rules';
import type { SpamRule, Submission } from './spam-rule';

const ordinary: Submission = {
  name: 'Jo',
  text: 'Thank you, this helped me on a wet Tuesday morning.',
  honeypot: false,
  sameBefore: 0,
};

const weightOf = (rule: SpamRule, some: Partial<Submission>, entries: string[] = []): number =>
  rule({ ...ordinary, ...some }, { wordList: entries })?.weight ?? 0;

const weightOfText = (rule: SpamRule, text: string): number => weightOf(rule, { text });

it.each([honeypot, links, repeated, wordList, trade, advertising, praise, plug, tradeName, contact, disguise])(
  '%o finds nothing in an ordinary comment',
  (rule) => {
    expect(rule(ordinary, { wordList: ['casino'] })).toBeNull();
  },
);

describe('honeypot', () => {
  it('counts a little when it was filled in, because browsers do that', () => {
    expect(weightOf(honeypot, { honeypot: true })).toBe(3);
  });
});

describe('links', () => {
  const around = 'I wrote about the same thing after my divorce, if you like: ';
  it.each([
    ['a help line', `${around}https://www.samaritans.org/how-we-can-help`, 0],
    ['a book', `${around}https://www.waterstones.com/book/1`, 0],
    ['one link', `${around}https://www.example.org/diary`, 3],
    ['a bare host', `${around}jo.example.org`, 3],
    ['two links', `${around}https://a.example http://b.example`, 4],
    ['three links', `${around}https://a.example http://b.example www.c.example`, 8],
    ['a host that only ends like one of help', `${around}https://notsamaritans.org`, 3],
    ['a shortened link', `${around}bit.ly/EXAMPLE`, 6],
    ['HTML', `${around}<a href="https://a.example">here</a>`, 7],
    ['forum code', `${around}[url=https://a.example]here[/url]`, 7],
    ['Markdown', `${around}[here](https://a.example)`, 7],
    ['hardly anything else', 'look here: https://a.example', 10],
    ['an email address', `${around}jo@example.org`, 0],
    ['a missing space', 'I was tired.So I slept.No dreams.Then I got up and made some tea', 0],
    ['brackets', 'I [nearly] laughed (twice) at that one, honestly', 0],
  ])('%s', (_, words, weight) => {
    expect(weightOfText(links, words)).toBe(weight);
  });
});

describe('repeated', () => {
  const words = 'I’d like to tell all of you about something that changed my life';
  it('weighs more the more often the same was sent', () => {
    expect([0, 1, 2, 3, 50].map((sameBefore) => weightOf(repeated, { text: words, sameBefore }))).toEqual([
      0, 5, 8, 10, 10,
    ]);
  });
  it('lets many people write a short thank you', () => {
    expect(weightOf(repeated, { text: 'Thank you so much for this!', sameBefore: 40 })).toBe(0);
  });
});

describe('wordList', () => {
  const listed = (text: string, entry: string) => weightOf(wordList, { text }, ['', ' ', entry]);
  it('finds whole words and phrases in any case, disguised or not', () => {
    expect(listed('I like PONIES.', 'ponies')).toBe(10);
    expect(listed('a gr\u200Beat “deal”', ' Great  Deal ')).toBe(10);
    expect(listed('pоniеs', 'ponies'), 'with Cyrillic letters').toBe(10);
    expect(weightOf(wordList, { name: 'Pony Ltd' }, ['pony ltd'])).toBe(10);
  });
  it('finds no part of a word, and nothing for an empty entry', () => {
    expect(listed('my classmates', 'ass')).toBe(0);
    expect(listed('a.b', '.')).toBe(0);
  });
});

describe('trade', () => {
  it('finds a plain offer enough for spam, and a single hint not', () => {
    expect(weightOfText(trade, 'Get a no-deposit bonus')).toBeGreaterThanOrEqual(10);
    expect(weightOfText(trade, 'My brother lost his house in a casino.')).toBe(2);
    expect(weightOfText(trade, 'My brother lost his house in a casino: https://a.example')).toBe(3);
  });
  it('ignores a quotation if something is said around it', () => {
    const mail = '“Dear Beneficiary, claim your prize of $5,000,000”';
    expect(weightOfText(trade, mail)).toBeGreaterThanOrEqual(10);
    expect(weightOfText(trade, `I had one of those again this week, my heart was racing: ${mail}`)).toBe(0);
  });
  it('weighs hints less the longer the text is', () => {
    const hints = 'He said that he invested in bitcoin and forex. ';
    expect(weightOfText(trade, hints + 'And then we talked about it for a long while. '.repeat(30))).toBeLessThan(
      weightOfText(trade, hints) / 4,
    );
  });
  it('finds words whose letters stand apart or hide invisible characters', () => {
    expect(weightOfText(trade, 'f r e e  s p i n s  n o  d e p o s i t  b o n u s')).toBeGreaterThanOrEqual(6);
    expect(weightOfText(trade, 'no dep\u200Bosit bonus')).toBeGreaterThanOrEqual(10);
  });
  it('names the offer and the phrase that it found', () => {
    expect(trade({ ...ordinary, text: 'we have a love spell caster' }, { wordList: [] })?.reason).toBe(
      'It reads like an offer of spells or readings: “spell caster”.',
    );
  });
});

describe('offersIn', () => {
  const offersOf = (...lines: string[]) => offersIn(parseWordFile('trades.txt', lines.join('\n')));
  it('returns each phrase with what is offered and how much it weighs', () => {
    expect(offersOf('== gifts: plain ==', 'a b', '== gifts: likely ==', 'c', '== gifts: hint ==', '优惠 d')).toEqual([
      ['a b', { of: 'gifts', weight: 10 }],
      ['c', { of: 'gifts', weight: 6 }],
      [' 优  惠  d', { of: 'gifts', weight: 3 }],
    ]);
  });
  it.each(['gifts', 'gifts: perhaps'])('refuses the heading %j and names its line', (heading) => {
    expect(() => offersOf(`== ${heading} ==`, 'a')).toThrow(
      'trades.txt, line 1: Write the heading as what is offered, a colon, and “plain”, “likely” or “hint”.',
    );
  });
});

describe('advertising', () => {
  it('weighs the share of such words, not a single one', () => {
    expect(weightOfText(advertising, 'Luxury apartments for sale, best price, 20% discount: homes.example')).toBe(6);
    expect(weightOfText(advertising, 'Luxury apartments for sale, best price, 20% discount'), 'leads nowhere').toBe(0);
    expect(
      weightOfText(
        advertising,
        'They offer a course at the library, and the price is less than a cup of tea, so my sister and I went',
      ),
    ).toBe(0);
    expect(weightOfText(advertising, 'Free!')).toBe(0);
  });
  it('weighs half from a seventh of the words on, and all from a quarter on', () => {
    const among = (others: number) => `affordable apartments agency ${'lamp '.repeat(others)}homes.example`;
    expect([9, 10, 18, 19].map((others) => weightOfText(advertising, among(others)))).toEqual([6, 3, 3, 0]);
  });
  it('counts each word once, takes three of them, and names the first three', () => {
    expect(weightOfText(advertising, 'agency agency agency agency: homes.example')).toBe(0);
    expect(weightOfText(advertising, 'affordable agency: homes.example')).toBe(0);
    const text = 'affordable apartments, agency £200: homes.example';
    expect(advertising({ ...ordinary, text }, { wordList: [] })?.reason).toBe(
      'Many of its words are typical of advertisements: “affordable”, “apartments”, “agency”.',
    );
  });
});

describe('praise', () => {
  it('never suffices for spam where it is only polite', () => {
    expect(
      weightOfText(
        praise,
        'Great post, very informative, useful information, keep it up, a must read, outstanding work',
      ),
    ).toBe(4);
  });
  it('weighs more in phrases that only programs write', () => {
    expect(weightOfText(praise, 'Hi there mates, fastidious arguments')).toBe(10);
    expect(weightOfText(praise, 'fastidious, and once more: fastidious')).toBe(5);
  });
  it('weighs two more with a link, and names what only programs write', () => {
    expect(weightOfText(praise, 'fastidious: lamps.example')).toBe(7);
    const text = 'Great post, fastidious indeed';
    expect(praise({ ...ordinary, text }, { wordList: [] })).toMatchObject({
      weight: 7,
      reason: 'It uses stock praise: “fastidious”.',
    });
  });
});

describe('plug', () => {
  it.each([
    ['a product', 'A thoughtful piece. MindBridge made my evenings calm.', 2],
    ['a product and a phrase', 'At MindBridge our clients feel calm.', 4],
    ['many phrases', 'Our clients, our team, my masterclass: for those ready to take the next step', 4],
    ['a site that people speak of', 'I saw it on YouTube, and then my mother put it on WhatsApp.', 0],
    ['people with a capital letter inside', 'Mr McKenzie and Mrs MacDonald have read it, too.', 0],
    ['a link, which another rule weighs', 'I wrote it down: https://MindBridge.example', 0],
  ])('%s', (_, text, weight) => {
    expect(weightOfText(plug, text)).toBe(weight);
  });
  it('names the product, or else the first phrase', () => {
    const reasonOf = (text: string) => plug({ ...ordinary, text }, { wordList: [] })?.reason;
    expect(reasonOf('Here our clients love CalmPath.')).toBe('It may advertise something in passing: “CalmPath”.');
    expect(reasonOf('Here our clients love it.')).toBe('It may advertise something in passing: “our clients”.');
  });
});

describe('tradeName', () => {
  it.each([
    ['www.roofs.example', 8],
    ['roofs.co.uk', 8],
    ['Cheap Flights', 6],
    ['SEO Expert', 4],
    ['Dr. Ama Okonkwo', 0],
    ['Old Tom', 0],
    ['Shoplifter J.', 0],
    ['Siobhán', 0],
    ['王小明', 0],
  ])('%s', (name, weight) => {
    expect(weightOf(tradeName, { name })).toBe(weight);
  });
});

describe('contact', () => {
  it.each([
    ['Contact him on WhatsApp +44 7700 900321', 10],
    ['reach them: docs@example.org', 10],
    ['telegram @example_bills', 10],
    ['write to us on WhatsApp', 6],
    ['Blocked drains? 01632 960 888', 6],
    ['email the Samaritans: jo@samaritans.org', 0],
    ['call them on 116 123 or 0800 1111', 0],
    ['It was a good week: docs@example.org', 6],
    ['My email is jo@example.org, could you write back?', 0],
    ['could you ring me on +44 7700 900456', 0],
    ['we only talk on WhatsApp now, my sister and I', 0],
  ])('%s', (words, weight) => {
    expect(weightOfText(contact, words)).toBe(weight);
  });
});

describe('leadsSomewhere', () => {
  it.each([
    ['a link', 'Jo', 'see jo.example', true],
    ['a name that is a link', 'jo.example', 'Thank you', true],
    ['the name of a business', 'Cheap Flights', 'Thank you', true],
    ['the number of a stranger', 'Jo', 'ring 07700 900123', true],
    ['a private chat', 'Jo', 'we are on Telegram', true],
    ['the number of the writer', 'Jo', 'my number is 07700 900123', false],
    ['nothing of the kind', 'Jo', 'Thank you', false],
  ])('%s', (_, name, text, leads) => {
    expect(leadsSomewhere({ name, text })).toBe(leads);
  });
});

describe('disguise', () => {
  it.each([
    ['Latin letters and look-alikes in one word', 'саsinо', 4],
    ['zero-width characters in words', 'ca\u200Bsi\u200Bno', 6],
    ['decorated letters', '𝐁𝐢𝐭𝐜𝐨𝐢𝐧 𝐭𝐨𝐝𝐚𝐲', 5],
    ['letters apart', 'v i s i t us c a s i n o', 5],
    ['initials', 'J. R. R. Tolkien and C. S. Lewis', 0],
    ['joiners that belong there', 'می\u200Cخواهم 👩\u200D👩\u200D👧 क्\u200Dष', 0],
    ['a word of another alphabet', 'my gran said «душа моя» to me', 0],
    ['soft hyphens, pasted from a book', 'kind\u00ADness', 0],
  ])('%s', (_, words, weight) => {
    expect(weightOfText(disguise, words)).toBe(weight);
  });
});

it.each([
  'a',
  'a ',
  'a.',
  'https://',
  'www.',
  'a.com ',
  '[url',
  '<a ',
  '](',
  '"',
  '" ',
  '\u200B',
  '@',
  '+1',
  'contact ',
  'free ',
  'buy ',
  'loan ',
  'а',
  'aа',
  '1 ',
  '- ',
])('judges %j over and over in less than half a second', (part) => {
  const words = part.repeat(Math.floor(5_000 / part.length));
  const began = performance.now();
  for (const rule of [links, repeated, wordList, trade, advertising, praise, plug, tradeName, contact, disguise])
    rule({ ...ordinary, text: words, sameBefore: 1 }, { wordList: ['a'] });
  expect(performance.now() - began).toBeLessThan(500);
});
