import { examplesOf, type Typed } from './example';

/**
 * Spam written set by set after the measures and tried on them once before anything was mended by it. Of the four sets 7 of 40,
 * 21 of 40, 25 of 40 and 18 of 20 went to spam that first time: what the measures have not seen they catch less often than
 * what they have.
 */
const typed: readonly Typed[] = [
  // First set
  [
    'GlobalVisa',
    'Get your Canada work visa in 3 weeks, no IELTS required, 100% approval. Contact our agent on WhatsApp +44 7700 900654',
  ],
  [
    'Mattie',
    'Hello, I think your site might be having browser compatibility issues. When I look at your blog in Safari it looks fine, but in Explorer it has some overlapping. Anyway, fantastic blog! my blog - https://mattie-shop.example',
  ],
  ['Free Robux', 'Free Robux generator no human verification, works 2026, get yours at robux-free.example'],
  [
    'Rolf',
    'I got my already programmed card to withdraw a maximum of £3,000 a day for 20 days. I’m so happy about this because I got mine last week. Get yours from Mr Mike Fisher, mikefisher@cards.example',
  ],
  [
    'kitchen fitters essex',
    'What a fab read, we love this. Fitted kitchens Essex, free design visit, call 01632 960 555',
  ],
  ['xXHotGirlXx', 'bored and alone tonight 💋 my profile 👉 https://meet-me.example/jess'],
  [
    'Tiffany',
    'Does your site have a contact page? I’m having problems locating it, but I’d like to send you an email. I’ve got some suggestions for your blog you might be interested in hearing. https://tiff-design.example',
  ],
  [
    'PhenQ',
    'This supplement melted my belly fat in two weeks, doctors are speechless. Official website with 67% discount: https://phen.example',
  ],
  [
    'Mr Ahmed',
    'I am the manager of a bank in Burkina Faso and need your assistance to transfer 18.5 million dollars into your account. 40% will be for you.',
  ],
  ['slotxo', 'สล็อตเว็บตรง ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี สมัครเลย https://slotxo.example'],
  ['SMM King', '1000 TikTok followers for $2. Real and active. Pay with PayPal. smmking.example'],
  [
    'ProofReader',
    'Our academic writers can complete your thesis, coursework or lab report within 12 hours. Turnitin report included. Place your order: https://thesis-help.example',
  ],
  ['Нина', 'Заработок в интернете от 5000 рублей в день без вложений, подробности по ссылке https://zarabotok.example'],
  [
    'Priest Ade',
    'Are you having marriage problems? Is your husband cheating? Do you want your lover back? Priest Ade has the solution. Call or WhatsApp +234 000 000 0009',
  ],
  ['cbdgummies', 'Calm gummies UK reviews: does it work? Read the shocking truth here https://gummies-review.example'],
  [
    'Lin',
    'We are a factory of LED lights in Shenzhen. Good quality and competitive price. If interested please send us your inquiry: sales@led-factory.example',
  ],
  [
    'Daisy',
    'I never believed in online trading until I met Mr Thomas. I started with just £200 and got £2,900 in 5 days. He’s trustworthy. Write to him on Telegram @mrthomasexample',
  ],
  [
    'AntiVirus',
    'WARNING: your computer is infected with 5 viruses. Call Microsoft support now on +1 202 555 0188 to remove them.',
  ],
  [
    'Wendell',
    'Hurrah! In the end I got a web site from where I be capable of actually obtain useful facts concerning my study and knowledge.',
  ],
  ['Ink4less', 'Printer ink and toner up to 80% cheaper, next day delivery in the UK, order today at ink4less.example'],
  ['Hypebot', 'https://t.me/example_pump – 100x signals, we pump every Friday'],
  ['Marla', '[url=https://cheap-lv.example/]cheap louis vuitton[/url]'],
  [
    'Property Dubai',
    'Luxury apartments in Dubai from AED 900,000, 1% monthly payment plan, 8% ROI guaranteed. Enquire: https://dubai-homes.example',
  ],
  ['Kredite24', 'Sofortkredit ohne Schufa, Auszahlung in 24 Stunden, jetzt beantragen auf https://kredit.example'],
  [
    'Wellness Bro',
    'Ever tried ayahuasca retreats in Peru? Use my link for £200 off your booking https://retreat.example/?aff=19',
  ],
  [
    'Alisa',
    'Hi dear, I saw your profile and I like to know you more. I have something important to tell you, please write me on alisa.love@mail.example',
  ],
  [
    'Grant office',
    'You have been selected for a $75,000 government grant that you never have to repay. Text the claim officer on +1 202 555 0122 with your name and address.',
  ],
  ['vpn', 'Best VPN deal 2026: 87% off + 3 months free. Protect your privacy now https://vpn-deal.example'],
  ['fake id', 'Scannable fake IDs, all states, holograms and UV. Bulk discounts. idgod.example'],
  [
    'Mother Theresa W',
    'I was married for 12 years without a child until I met Dr Joy whose root and herbs made me pregnant within a month. Her email is drjoyherbal@mail.example',
  ],
  ['B', 'ｂｕｙ ｖｉａｇｒａ'],
  ['Loft conversions Leeds', 'Thank you for this interesting post.'],
  [
    'backlink boss',
    'Increase your domain authority to 50+ in 20 days or full refund. Details: https://da-boost.example',
  ],
  [
    'Olga',
    'Looking for a sponsor? Meet generous men in London and earn up to £1,000 per date, apply at https://sponsor.example',
  ],
  [
    'ChatGPT prompts',
    '1,000 AI prompts to grow your therapy practice and get clients on autopilot. Instant download, $17: https://prompts.example',
  ],
  ['Zara Outlet', 'zara outlet adidas yeezy cheap ray ban sunglasses moncler jackets sale http://outlet.example'],
  [
    'uknotes',
    'Super undetected notes for sale, £20 and £50, works in shops and ATMs. Signal or Telegram @uknotesexample',
  ],
  ['Carlos', 'Préstamos rápidos sin aval en 24 horas, responda a este correo: prestamos@mail.example'],
  ['h4ck', 'H.i.r.e  a  h.a.c.k.e.r  to spy on your wife’s phone, contact me by mail h4ck@mail.example'],
  [
    'Reader',
    'Amazing! Its in fact amazing post, I have got much clear idea on the topic of from this piece of writing.',
  ],
  // Second set
  [
    'Prime Roofing Ltd',
    'Really nice post. We are roofing experts covering all of Surrey and we offer free quotes: https://prime-roofs.example',
  ],
  [
    'Cathy',
    'I’ve finally found a legit loan company that gave me 20,000 euros at 2% interest. Contact Mr Robert Lang: robertlang@finance.example',
  ],
  ['megabonus', 'Claim 150% on your first deposit and 50 freespins at https://mega-bonus.example'],
  [
    'Brianna',
    'I was sceptical about online investment until my friend introduced me to Sir Philip. Now I earn £4,000 weekly. Send him a message on WhatsApp, +44 7700 900111',
  ],
  ['sexchat', 'Sexy girls live on webcam now, free registration https://cam-girls.example'],
  [
    'Ezra',
    'Hey there! I know this is kind of off topic but I was wondering which blog platform are you using for this site? I’m getting fed up of WordPress because I’ve had issues with hackers.',
  ],
  [
    'pills online',
    'Modafinil, Adderall and Ritalin at low prices, no script needed, ships to the UK and USA, https://rx-focus.example',
  ],
  [
    'Nadia SEO',
    'I can write three guest articles for your blog free of charge in exchange for a backlink to our client. Let me know.',
  ],
  [
    'Yoga Bali',
    'Join our 200 hour yoga teacher training in Bali, early bird price until Sunday, book your place: https://bali-yoga.example',
  ],
  ['Hannah Cole', 'Herpes is curable! I’m free now thanks to Dr Aluya’s herbs. Email him at draluya@healing.example'],
  ['Mario', 'compre seguidores e curtidas para seu instagram com desconto https://seguidores-br.example'],
  ['Vulkan', 'Играть в игровые автоматы бесплатно и без регистрации на https://vulkan-club.example'],
  ['CarKeys 24', 'Lost your car keys? Auto locksmith in Leicester, 30 minute response, call 01632 960 777'],
  [
    'ELIZA',
    'HELLO I AM SERGEANT ELIZA BROWN OF THE US ARMY NOW IN SYRIA, I HAVE A BOX OF MONEY THAT I WANT TO SEND TO YOU FOR SAFE KEEPING. WRITE TO ME: sgt.eliza@army-mail.example',
  ],
  [
    'Sell Gold',
    'We buy gold, diamonds and watches at the highest rates. Instant cash. Visit our showroom or sell online at goldcash.example',
  ],
  [
    'Marcie',
    'Thanks , I have recently been searching for information about this topic for ages and yours is the best I have discovered so far. https://marcie-jewels.example',
  ],
  [
    'hackpro',
    'For all your hacking jobs, recovering of lost money, phone spying, school results upgrade, contact hackpro@cyber.example',
  ],
  ['Bitbet', 'Crypto sportsbook, no KYC, instant withdrawals, 5 BTC welcome package https://bit-bet.example'],
  [
    'passport',
    'Apply for second citizenship and EU passports quickly and legally with our lawyers https://second-pass.example',
  ],
  ['tax refund', 'HMRC: you are owed a tax refund of £348.12. Claim now: https://hmrc-refund.example'],
  [
    'Ling',
    'Dear friend, we supply yoga mats and fitness products at factory price, MOQ 100 pieces. Please contact: ling@mats.example',
  ],
  [
    'Best Mattress 2026',
    'Great information shared. Really enjoyed reading this post, thank you author for sharing this post. Appreciated.',
  ],
  ['Lara', 'I make £250 an hour from my sofa. Want to know how? DM me on Instagram @lara_freedom_example'],
  [
    'phd',
    'Dissertation deadline tomorrow? Our UK writers can help. Prices from £12 per page, free plagiarism report https://uk-diss.example',
  ],
  [
    'Joy of spells',
    'Dr Kuti helped me win my husband back from another woman after two years of separation. Contact Dr Kuti today, drkuti@temple.example',
  ],
  ['clickme', 'You won’t believe what this celebrity looks like now!!! http://celeb-shock.example/1'],
  ['Jobs UK', 'URGENT HIRING: data entry from home, £35 an hour, no interview. Apply on Telegram @jobsukexample'],
  ['Kratos', '<a href="https://kratos-gains.example">SARMs for sale UK</a>'],
  ['Ying', '真人娱乐城 注册送彩金 https://yule.example'],
  ['nofax', 'no fax payday loans online same day nofax.example'],
  [
    'Boiler Pro',
    'Free boiler grants available now for homeowners on benefits. Check eligibility in 30 seconds: boiler-grant.example',
  ],
  ['Rayban', 'ray ban outlet ray ban sunglasses cheap ray bans oakley outlet http://rb.example'],
  [
    'Steve',
    'I’ll right away clutch your rss feed as I can’t find your email subscription hyperlink or e-newsletter service.',
  ],
  [
    'Anya',
    'I am a nice girl from Kiev, 26, looking for a kind man for marriage. My photos are here http://anya.example',
  ],
  [
    'GPT trader',
    'This AI bot trades for you 24/7 and makes 12% per week. Free for the first 100 users. https://gpt-trade.example',
  ],
  ['drain', 'Blocked drains? 24 hour drainage engineers in Kent, no call out charge. 01632 960 888'],
  [
    'Amelia',
    'Hello, would you be interested in a short video that explains your business? Prices start at $99. Can I send you some samples?',
  ],
  ['detox', 'This ancient Japanese tonic melts 54 lbs of fat. Drink it before 10 am! https://tonic.example'],
  ['wifi', 'Win a £500 Tesco voucher! Answer three questions here: https://voucher-win.example'],
  [
    'Xavier',
    'I like the valuable info you provide in your articles. I’ll bookmark your weblog and check again here regularly. I am quite certain I will learn many new stuff right here!',
  ],
  // Third set
  [
    'Bestslots',
    'Top rated online slots with huge jackpots. New players get 100 free spins. Play here: https://best-slots.example',
  ],
  [
    'Dr Zuma',
    'Do you want your ex lover back? Do you want to win the lottery? Dr Zuma can help you with his powerful spells. WhatsApp +27 00 000 0010',
  ],
  [
    'Corey',
    'Thanks to Madam Rose I made $12,000 from a $1,000 investment in forex within two weeks. You can reach her through her Telegram @madamrose_example',
  ],
  ['Roofing Repairs Glasgow', 'Good article. Thanks.'],
  ['Viola', 'buy cheap generic cialis 20mg tadalafil online no prescription https://tada.example'],
  [
    'GrowthGuru',
    'Hi there, I noticed that your website could be getting a lot more visitors. We help therapists to rank higher on Google. Want a free audit?',
  ],
  [
    'essaymaster',
    'Struggling with your assignments? Get 20% off your first essay written by native English writers at essay-master.example',
  ],
  [
    'Loan officer',
    'We offer all kinds of loans at a low interest rate of 2%. Apply with your name, amount needed, duration and phone number: officer@loan-offer.example',
  ],
  ['Kim', 'I’m horny and bored, come watch my live show for free https://kim-cam.example'],
  [
    'crypto queen',
    'Turn £100 into £10,000 with our automated bitcoin trading software. Limited spots. Register today https://auto-btc.example',
  ],
  [
    'Alfred',
    'I was browsing on the internet when I saw a testimony about a great herbal doctor who cured someone of diabetes. I contacted him, and today I’m cured too. His email: herbdoctor@cure.example',
  ],
  ['watches', 'AAA replica Rolex watches, Swiss movement, 70% discount, worldwide delivery https://aaa-watch.example'],
  ['LinkSeller', 'We sell dofollow links on DA 60+ blogs. Price list on request. skype: linkseller.example'],
  [
    'Rental cars',
    'Rent a car in Antalya from 15 euros per day, no deposit, no hidden fees https://antalya-rent.example',
  ],
  ['Ana', 'quiero compartir como gané 3000 euros al mes desde casa, entra aquí https://gana-dinero.example'],
  ['Бонус', 'Лучшие онлайн казино с быстрым выводом, бонусы за регистрацию, фриспины https://top-casino.example'],
  ['Nike sale', 'Nike Air Max sale up to 60% off, buy now http://airmax.example'],
  [
    'Bella',
    'Heya! I’m at work browsing your blog from my new iphone! Just wanted to say I love reading through your blog and look forward to all your posts! Keep up the great work!',
  ],
  ['dumps', 'Selling fresh CVV, dumps with pin, PayPal accounts, Western Union transfer. ICQ 000000000'],
  [
    'Mike Turner',
    'Hi, I run a digital agency and would love to place an article on your website. We pay well. What is your price per post?',
  ],
  [
    'Solar UK',
    'Did you know that you could save up to 70% on your energy bills? Get your free solar quote: solar-quote.example',
  ],
  [
    'SmileClinic',
    'Dental implants in Turkey from £299, hotel and transfers included. Book a free consultation on WhatsApp +90 000 000 0000',
  ],
  ['Greg', 'Selling Instagram accounts, verified, 10k to 1m followers. Contact me on Telegram @gregsellsexample'],
  ['Unlock', 'Unlock any iPhone, iCloud bypass service, instant, pay with crypto, https://unlock.example'],
  [
    'MLM Maria',
    'I quit my nine to five thanks to essential oils! Ask me how you can be your own boss, join my team: https://oils-team.example/maria',
  ],
  ['Hai', 'https://www.hai.example/a https://www.hai.example/b https://www.hai.example/c great'],
  [
    'Attorney',
    'Injured in an accident that was not your fault? You could be owed thousands. No win, no fee. Call 01632 960 444',
  ],
  [
    'prophet',
    'Prophet Elijah prays for marriages, pregnancy, visas and financial breakthrough. Sow a seed and receive your miracle. WhatsApp +234 000 000 0033',
  ],
  [
    'Daisy chain',
    'Chain letter: copy this comment to ten other pages within an hour or you will have bad luck for seven years.',
  ],
  ['gadget', 'This mini device saves 50% of fuel in any car! Get it now with free delivery > fuel-saver.example'],
  ['Tutor', 'GCSE and A-level maths tutor, online lessons from £15, first lesson free, book at maths-now.example'],
  [
    'Samantha W',
    'My husband was cheating and I had no proof until I contacted a hacker named Web Ghost, who gave me access to his WhatsApp. Reach him: webghost@mail.example',
  ],
  ['vaping', 'CBD vape juice UK, lab tested, buy 2 get 1 free at vape-cbd.example'],
  ['Estate', 'Land for sale in Lagos, Ibeju-Lekki, C of O, instalments available. Call +234 000 000 0044'],
  [
    'Ted',
    'Its like you read my mind! You appear to know so much about this, like you wrote the book in it or something. I think that you could do with a few pics to drive the message home a bit.',
  ],
  ['bingo', 'Play bingo for free and win real cash, £5 bonus without deposit bingo-hall.example'],
  ['p0rn', 'f r e e  p o r n  v i d e o s  https://tube2.example'],
  [
    'Quantum',
    'Heal your chakras with our quantum energy pendant, now only £39, while stocks last https://pendant.example',
  ],
  ['newsfeed', 'Breaking: this common vegetable destroys diabetes overnight. See video http://veg-news.example'],
  ['HR', 'Earn between £300 and £500 a day by liking YouTube videos. Add our HR manager on WhatsApp +44 7700 900888'],
  // Fourth set
  [
    'Casino Royal UK',
    'Join thousands of winners today and claim your £200 welcome package at https://royal-uk.example',
  ],
  [
    'Grace',
    'I can’t believe that my husband is back home after three months. All thanks to Dr Ajayi, contact him on drajayi@love.example',
  ],
  [
    'web offers',
    'Need a new website? Professional design from £199, hosting included, ready in 5 days. https://web199.example',
  ],
  ['anon9', 'nice site, check mine http://mine.example'],
  [
    'Peter',
    'My name is Peter and I got my loan of £50,000 from this company without collateral. Email: fastloans@company.example',
  ],
  [
    'Turkish hair',
    'Hair transplant Istanbul, 4000 grafts, all inclusive €1,790, before and after photos at https://hair-ist.example',
  ],
  ['xana', 'Xanax bars, oxy and adderall available, text 07700 900987, discreet delivery'],
  [
    'Bob',
    'I was paid £8,430 last month for working online a few hours daily. Anybody can do this job, just visit https://job-now.example',
  ],
  ['Lee Marketing', 'Get your business listed in 500 directories for £20. Boost local rankings fast.'],
  ['Sofia', 'hello i am sofia, single, i like your writing, want to be friends? write me on telegram @sofia_example'],
  [
    'Sell my house',
    'Sell your house fast for cash in any condition, no fees, offer within 24 hours: https://quick-sale.example',
  ],
  ['Astro Guru', 'Get your love problem solved in 3 hours by famous astrologer guru ji, call +91 00000 00022'],
  ['ReviewBoost', 'Buy Google reviews and Trustpilot reviews, 5 stars, permanent, cheap. https://reviews5.example'],
  ['degreefast', 'Get an accredited diploma in 7 days with no exams and no classes: degreefast.example'],
  [
    'Nikki',
    'Amazing blog! Is your theme custom made or did you download it from somewhere? A design like yours would really make my blog shine.',
  ],
  [
    'Skin',
    'Remove wrinkles in 60 seconds with this cream that dermatologists don’t want you to know about https://skin60.example',
  ],
  ['Movie4k', 'Watch new movies online free HD without registration https://m4k.example'],
  ['Wilma Trades', 'Copy trading made me financially free. Ask me how, DM on Instagram @wilma_trades_example'],
  ['seo_anton', 'Качественное SEO продвижение, статьи и ссылки на трастовых сайтах, пишите anton@seo.example'],
  ['Rita', '<b>Best prices</b> on <a href="http://rita.example">designer bags</a>'],
];

export const heldBackSpam = examplesOf(typed);
