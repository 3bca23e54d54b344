import { examplesOf, type Typed } from './example';

/**
 * Spam of many trades and disguises, written for this project in the manner of what blogs get. Names, numbers and
 * addresses are invented or reserved for examples; at least 97 in 100 must go to spam.
 */
const typed: readonly Typed[] = [
  // casinos and betting
  [
    'LuckySpin',
    'Best online casino 2026! 200 free spins no deposit bonus, play now at https://lucky-spin.example/promo',
  ],
  ['Slot Gacor', 'situs slot gacor hari ini maxwin, daftar sekarang di slotgacor77.example bonus new member 100%'],
  [
    'BetKing',
    'Nice read. By the way if you love football check our betting tips with 95% win rate, join the telegram channel t.me/betking_example and win every weekend',
  ],
  [
    'casino en ligne',
    'Découvrez le meilleur casino en ligne avec bonus sans dépôt et retrait immédiat : https://casino-bonus.example',
  ],
  ['Vavada', 'вавада казино официальный сайт рабочее зеркало, бонус за регистрацию https://vavada-zerkalo.example/'],
  [
    '1xbet promo code',
    'Use 1xbet promo code VIP200 to get a welcome bonus up to $130, sports betting, poker, roulette and live dealer games.',
  ],
  ['pokermaster', '<a href="https://poker-real-money.example">play poker online for real money</a> instant payout'],
  [
    'Dmitri',
    '[url=https://joker-slots.example]online slots real money[/url] [url=https://joker-slots.example/bonus]casino bonus codes[/url]',
  ],
  [
    'jackpot',
    'JACKPOT!!! I won £12,400 on my first day at this online casino, register here and get free spins: bit.ly/EXAMPLE-jackpot',
  ],
  ['togel', 'bandar togel online terpercaya, prediksi togel hari ini, link alternatif togel4d.example'],
  // loans and money
  [
    'Mrs Grace Loan',
    'Do you need an urgent loan to pay your bills? We offer loans at 2% interest rate with no credit check. Contact us today via email: graceloanfirm@mail.example',
  ],
  [
    'FastCash',
    'Bad credit? No problem! Instant payday loans approved in 5 minutes, apply now https://fast-cash-today.example/apply',
  ],
  [
    'Credit repair',
    'I want to appreciate CREDIT MASTER for boosting my credit score to 810 and deleting all negative items from my report within 6 days. Text him on +1 202 555 0147',
  ],
  [
    'Finance Desk',
    'Business loan, personal loan, mortgage refinance, debt consolidation, all from 3%. WhatsApp: +44 7700 900999. Serious people only.',
  ],
  [
    'Anna',
    'Work from home and earn $5000 per week! No experience needed, I was sceptical at first but now I quit my job. See how: https://earn-weekly.example/anna',
  ],
  [
    'home job',
    'Making extra cash online from home is easy, last month I received $19,632 for part time work. Open this link >>> https://home-job.example',
  ],
  [
    'Emma Clarke',
    'my roomate makes $92 hourly on the internet . she has been without work for seven months but last month her pay was $16880 just working on the laptop for a few hours . check it out… work-easy.example',
  ],
  [
    'blank atm card',
    'Get your blank ATM card today and withdraw up to $5,000 daily, it’s programmed and untraceable. Email: atmhackers@mail.example',
  ],
  [
    'illuminati',
    'Do you want to be rich, famous and powerful? Join the Illuminati brotherhood today and receive $2,000,000 instantly. WhatsApp the grand master +27 00 000 0000',
  ],
  [
    'money transfer',
    'We sell Western Union and PayPal transfers, cloned cards and bank logs, 100% safe. Contact us on telegram @fullzexample',
  ],
  // crypto and trading
  [
    'Marco Trader',
    'I invested $500 in bitcoin with expert trader Mrs Linda Walsh and got $6,200 in just seven days. She’s the best, reach her on Instagram @linda_fx_example',
  ],
  [
    'CryptoBoost',
    'Double your bitcoin in 24 hours, guaranteed returns, risk-free crypto investment platform: https://crypto-boost.example',
  ],
  [
    'forex signals',
    'Free forex signals daily, 90% accuracy, copy our trades and make profits while you sleep. Join our Telegram now',
  ],
  [
    'recovered',
    'I lost 2.1 BTC to a fake investment platform and thought I’d never see it again until I met CYBER GENIUS HACKERS who recovered all my stolen crypto. Contact them: cybergenius@recovery.example',
  ],
  [
    'NFT drop',
    'Exclusive NFT airdrop! Connect your wallet and claim free tokens before midnight https://nft-claim.example/?ref=88',
  ],
  [
    'Jenny Lowe',
    'Hello everyone, I’m so happy to share how Mr Bernard Fx changed my life. I started with £1000 and received £9,500 as my profit after one week of trading binary options. WhatsApp +44 7700 900321',
  ],
  [
    'wallet recovery',
    'Lost access to your wallet? Our crypto recovery experts can retrieve lost or stolen funds. Visit funds-recovery.example or write to agent@funds-recovery.example',
  ],
  [
    'USDT',
    'Flash USDT software for sale, send flash tether to any wallet, lasts 90 days. DM on Telegram @flashusdtexample',
  ],
  [
    'investgold',
    'Passive income with AI trading bot. 3% daily profit. Minimum deposit 50 USD. Sign up with my referral link: https://ai-bot.example/r/2231',
  ],
  [
    'Cloud mining',
    'Start cloud mining today! Zero fees, daily payouts in BTC, ETH and DOGE. Register at https://cloudmine.example and receive a $10 bonus.',
  ],
  // pharmacy
  [
    'Pharm24',
    'Buy cheap Viagra, Cialis and Levitra online without prescription, discreet worldwide shipping https://pharm24.example',
  ],
  [
    'tramadol',
    'buy tramadol online overnight delivery no rx needed, xanax, ambien, oxycodone in stock >> https://meds-express.example',
  ],
  [
    'Canadian pharmacy',
    '[url=http://canadian-pharmacy.example]canadian pharmacies online[/url] generic cialis best price',
  ],
  [
    'herbal cure',
    'I was diagnosed with herpes for 4 years until I came across Dr Ehis who cured me completely with his herbal medicine. Contact him via email drehisherbalhome@mail.example or WhatsApp +234 000 000 0000',
  ],
  [
    'Ozempic shop',
    'Order Ozempic and weight loss injections online, no prescription, 20% discount code SLIM20 https://slim-shop.example',
  ],
  [
    'keto',
    'Lose 30 lbs in 30 days with these keto gummies! Doctors hate it. Limited offer, order now: https://keto-gummy.example',
  ],
  [
    'CBD',
    'Premium CBD oil for anxiety, sleep and pain, use coupon CALM15 for 15% off your first order at cbd-calm.example, free shipping!',
  ],
  [
    'Male power',
    'Increase your size by 3 inches naturally. Male enhancement pills, money back guarantee. Click here https://male-power.example',
  ],
  ['steroids', 'Anabolic steroids for sale, HGH, testosterone, fast shipping in UK and Europe, wickr: roidsexample'],
  [
    'hiv cure',
    'There is a permanent cure for HIV, diabetes and cancer with natural herbs from Dr Moses. I am a living testimony. Call or WhatsApp him +234 000 000 0001',
  ],
  [
    'Shroom shop',
    'Buy magic mushrooms, LSD tabs, DMT vapes and MDMA online, stealth packaging, visit our store trippy-store.example',
  ],
  // search engine offers, web trade
  [
    'SEO Expert',
    'Hi, I was looking at your website and noticed that it’s not ranking on Google. We can get you on page one in 30 days with our affordable SEO packages. Shall I send you a quote?',
  ],
  [
    'John Web',
    'Hello, we are a leading web design company from India. We can redesign your website at very low cost. Please reply with your phone number and a suitable time to talk.',
  ],
  [
    'backlinks',
    'Buy high DA backlinks, guest posts from DR70+ sites, PBN links, 500 links for $25 at https://linkfarm.example',
  ],
  [
    'Digital Agency',
    'Our digital marketing agency can bring you targeted traffic and more leads. Free SEO audit here: https://growth-agency.example/audit',
  ],
  [
    'Guest post request',
    'Hello webmaster, I’d like to publish a sponsored guest post on your site with a dofollow link. How much do you charge? Kindly let me know your price.',
  ],
  [
    'Traffic',
    'Get 10,000 real visitors to your website for only $9.99. Boost your ranking today! https://buy-traffic.example',
  ],
  [
    'ai writer',
    'Tired of writing blog posts? Our AI content generator writes 100% unique SEO articles in seconds. Start your free trial: ai-writer.example',
  ],
  [
    'insta followers',
    'Buy Instagram followers, TikTok likes and YouTube views, cheapest SMM panel, instant delivery https://smm-panel.example',
  ],
  [
    'email lists',
    'We provide verified email lists of counsellors, dentists and lawyers in the USA and UK. Bulk email database for marketing. Reply for samples and prices.',
  ],
  [
    'contact form blast',
    'We can submit your message to 1 million contact forms just like this one. Interested? Visit formblast.example or skype live:formblast',
  ],
  [
    'Hosting deals',
    'Cheap web hosting with free domain and SSL, 80% off black friday sale. Get the deal https://host-deals.example/bf',
  ],
  [
    'app dev',
    'Dear Sir/Madam, do you want to build a mobile app for your business? We are top rated iOS and Android developers. Kindly revert with your requirements.',
  ],
  // generic praise with a commercial name or link
  ['Best Dentist Manchester', 'Great post! Thanks for sharing such valuable information.'],
  [
    'Cheap Flights Deals',
    'Wow, awesome blog layout! How long have you been blogging for? You made blogging look easy.',
  ],
  ['www.roofing-leeds.example', 'Very informative article, keep it up.'],
  ['plumber-near-me.example', 'Thank you for sharing this post.'],
  [
    'Escape Rooms London',
    'I really like your blog. Very nice colors and theme. Did you create this website yourself? https://escape-rooms.example',
  ],
  ['Escort Service Delhi', 'Nice post. I learn something new and challenging on sites I stumbleupon everyday.'],
  [
    'Packers and Movers Pune',
    'Thanks for the wonderful information. I will bookmark your blog and check again here frequently.',
  ],
  [
    'Wedding Photographer',
    'I’m really enjoying the design of your blog. Outstanding work! Look at my page too: https://wed-photo.example',
  ],
  [
    'used cars dubai',
    'I have read so many articles about this but this piece of writing is truly a good paragraph, keep it up.',
  ],
  [
    'Buy Kratom Online',
    'Hello there, just became alert to your blog through Google, and found that it’s truly informative. I’m going to watch out for brussels. I’ll appreciate if you continue this in future. Lots of people will be benefited from your writing. Cheers!',
  ],
  [
    'Cleaning Services',
    'This is a very good tip especially to those new to the blogosphere. Brief but very accurate info… Thank you for sharing this one. A must read post! https://sparkle-clean.example/services',
  ],
  [
    'airport taxi',
    'Hey! Someone in my Facebook group shared this site with us so I came to give it a look. I’m definitely loving the information. I’m book-marking and will be tweeting this to my followers!',
  ],
  [
    'Software Training Institute',
    'Thanks for sharing this informative content, visit also our python training in Chennai with placement assistance.',
  ],
  [
    'Interior design',
    'Excellent blog you have here but I was wanting to know if you knew of any discussion boards that cover the same topics talked about here? Also visit my web site: interior-style.example',
  ],
  [
    'Gerald',
    'Hi there mates, nice post and fastidious arguments commented at this place, I am truly enjoying by these.',
  ],
  [
    'Melissa',
    'What’s up, its pleasant piece of writing about media print, we all be familiar with media is a impressive source of facts. My homepage … https://mel-home.example',
  ],
  [
    'Trina',
    'I do not even know how I ended up here, but I thought this post was great. I do not know who you are but definitely you’re going to a famous blogger if you are not already. Cheers! my site: https://trina.example',
  ],
  // escorts, dating, porn
  [
    'Lisa_xx',
    'Hi handsome, I am lonely and looking for a man tonight, see my photos and chat with me https://date-lisa.example',
  ],
  ['call girls', 'High profile call girls in Delhi, 24 hours door step service, real photos, book now +91 00000 00000'],
  ['escort agency', 'Elite escorts in London, outcall and incall, VIP companions, visit https://elite-escorts.example'],
  [
    'Hot singles',
    'Hot singles in your area want to meet you tonight! No credit card required. Sign up free: hot-singles.example',
  ],
  ['camgirls', 'free live sex cams, xxx chat, no registration https://cams.example/live'],
  [
    'Russian brides',
    'Beautiful Russian and Ukrainian women seek serious relationship and marriage. View profiles here http://brides.example',
  ],
  [
    'sugar mummy',
    'Rich sugar mummies and sugar daddies are looking for someone to spoil, weekly allowance of $3000. Contact agent Rita on WhatsApp +60 00 000 0000',
  ],
  ['onlyfans', 'hey i posted new pics 😘😈 come see me for free 👉 linktr.ee/example_kitty 👈'],
  ['adult', 'watch full hd porn videos, teen milf anal https://tube.example/watch'],
  // essay mills and study trade
  [
    'Essay Pro',
    'Need help with your essay? Our professional writers deliver plagiarism-free papers from $9 per page. Order now at https://essay-pro.example',
  ],
  [
    'Assignment Help UK',
    'Get the best assignment help from PhD experts, 100% original, on time delivery, 24/7 support, discount for first order.',
  ],
  [
    'dissertation',
    'Students who struggle with counselling coursework can pay someone to write my dissertation at thesis-gurus.example, cheap and confidential',
  ],
  [
    'exam',
    'Pass IELTS without exam! We provide genuine registered IELTS, PTE and TOEFL certificates. WhatsApp +44 7700 900777',
  ],
  [
    'degree',
    'Buy real university degrees and diplomas, verifiable, with transcripts. Contact: diplomas@degree-shop.example',
  ],
  // spell casters
  [
    'Sandra Wells',
    'I want to testify of how Dr Ogundele brought my ex husband back to me within 48 hours with his powerful love spell. If you need help contact him: ogundelespell@mail.example',
  ],
  [
    'Love spell',
    'Powerful spell caster that brings back lost lover, stops divorce, wins lottery and court cases. WhatsApp +234 000 000 0002',
  ],
  [
    'Katie',
    'My boyfriend left me for another girl after 3 years and I was so heartbroken. A friend told me about Priest Wisdom, and after he cast the spell my ex came back begging. He’s real! Email: priestwisdom@spells.example',
  ],
  [
    'astrologer',
    'World famous astrologer Pandit Ji solves love problem, vashikaran, black magic removal, husband wife dispute, 100% result. Call +91 00000 00001',
  ],
  [
    'Mama Zuri',
    'traditional healer and sangoma, bring back lost lover same day, penis enlargement, money rituals, short boys, magic ring. call +27 00 000 0001',
  ],
  [
    'psychic reading',
    'Get your free psychic reading now. First 10 minutes free with code LOVE. Our gifted psychics are online: https://psychic-line.example',
  ],
  // documents and hacking
  [
    'documents',
    'We produce real and fake passports, driving licences, ID cards, residence permits and visas for all countries. Contact us: docs@genuine-docs.example',
  ],
  [
    'counterfeit',
    'High quality undetectable counterfeit money for sale, GBP, USD and EUR, passes the pen test and UV light. Telegram @billsexample',
  ],
  [
    'UK driving licence',
    'Buy a registered UK driving licence without test, delivered in 7 days, no upfront payment, visit quicklicence.example',
  ],
  [
    'Hacker for hire',
    'Do you suspect that your spouse is cheating? I can hack any phone, WhatsApp, Facebook, Snapchat, without them knowing. Contact ghosthacker@mail.example',
  ],
  [
    'spyninja',
    'Thanks to SPY NINJA I was able to read all my husband’s deleted messages and calls remotely. He’s fast and affordable, text him on +1 202 555 0199 and tell him I referred you',
  ],
  [
    'grade change',
    'University grade change, criminal record clearing, social media hack, hire a professional hacker at hackservices.example',
  ],
  ['clone', 'CLONED CREDIT CARDS FOR SALE WITH PIN – BALANCE $5K–$20K – FAST SHIPPING – TELEGRAM: @clonecardsexample'],
  // scam mails as such
  [
    'Mrs Elizabeth Johnson',
    'Dear Beloved, I am Mrs Elizabeth Johnson, a widow suffering from long time illness. I have decided to donate the sum of $5.5 million to you for charity work. Reply to my private email mrs.elizabeth@mail.example for more details.',
  ],
  [
    'Barrister Cole',
    'Good day, I am Barrister Cole, attorney to your late relative who died in a plane crash with his family and left the sum of 12.6 million dollars. I seek your consent to present you as the next of kin. Contact me urgently.',
  ],
  [
    'UN compensation',
    'ATTENTION: BENEFICIARY, your ATM card worth $950,000 compensation fund is ready for delivery. Send your full name, address and phone number to the dispatch officer.',
  ],
  [
    'Lottery board',
    'Congratulations!!! Your email address has won 850,000 GBP in the international lottery promo. To claim your prize contact our claims agent now.',
  ],
  [
    'Support',
    'Your website has been suspended due to a copyright violation. Download the evidence within 24 hours to avoid legal action: https://evidence-file.example/doc.zip',
  ],
  [
    'hacker note',
    'I have hacked your device and recorded you. Send $900 in bitcoin to my wallet within 48 hours or I will publish the video to all your contacts.',
  ],
  [
    'iPhone giveaway',
    'You are our lucky visitor! Claim your free iPhone 17 now by completing a short survey https://winner-phone.example',
  ],
  [
    'Parcel',
    'Your parcel could not be delivered, pay a small fee of £1.45 to reschedule: https://parcel-fee.example/pay',
  ],
  [
    'Mr Chen',
    'I have a profitable business proposal worth USD 25,000,000 for you. Kindly contact me on my private email for more information, this is strictly confidential.',
  ],
  // shops and goods
  [
    'Replica watches',
    'Top quality replica watches, Rolex, Omega, Cartier, 1:1 copy, 50% off and free shipping https://rep-watch.example',
  ],
  [
    'Nike outlet',
    'cheap jordans cheap nike shoes wholesale nfl jerseys china outlet store online http://jersey.example',
  ],
  [
    'handbags',
    'Louis Vuitton outlet, Gucci handbags, Michael Kors sale, buy now pay later, http://bags-outlet.example',
  ],
  [
    'Vape shop',
    'Disposable vapes wholesale UK, Elf bar, Lost Mary, free next day delivery on bulk orders. Shop at vape-world.example',
  ],
  [
    'Puppies',
    'Teacup Yorkie puppies for sale, vaccinated, registered and ready for new homes. $400 each with free delivery. Text only +1 202 555 0166',
  ],
  [
    'solar panels',
    'Homeowners! The government pays you to go solar. See if you qualify for free solar panels in under 60 seconds: https://solar-grant.example',
  ],
  [
    'mattress',
    'Sleep problems? Our memory foam mattress is 60% off this week only. Shop now >>> https://dream-bed.example/sale',
  ],
  [
    'IPTV',
    'Best IPTV subscription 2026, 20,000 channels, 4K, all sports and movies, free trial. Order: iptv-king.example',
  ],
  [
    'guns',
    'Glock 19, AR-15 and ammunition for sale online, no license needed, discreet shipping. Email armory@mail.example',
  ],
  [
    'Gift cards',
    'Buy Amazon, Steam and iTunes gift cards with 40% discount, pay with crypto at giftcards-cheap.example',
  ],
  [
    'software keys',
    'Windows 11 Pro key only $12, Office 2024 lifetime licence, instant delivery, use code 30OFF https://keys.example',
  ],
  ['air con', 'AC repair Dubai, AC installation Dubai, AC maintenance Dubai, call +971 00 000 0000 for the best price'],
  [
    'Locksmith',
    'emergency locksmith near me 24/7 cheap locksmith locksmith london locksmith essex locksmith kent https://locks.example',
  ],
  // health trade aimed at this site
  [
    'Therapy App',
    'If you like this, try our therapy app! Use promo code CALM50 for 50% off your first month: https://therapy-app.example/calm',
  ],
  [
    'Rehab Centre',
    'Looking for the best luxury rehab centre in Thailand? Our drug rehab programme has limited places, enquire now: rehab-bay.example',
  ],
  [
    'Manifest coach',
    'I went from broke and depressed to 6 figures with this manifestation method. Free webinar tonight, limited seats, sign up here: https://manifest-now.example',
  ],
  [
    'hypnosis',
    'Quit smoking in one session with our hypnosis audio program, download now with 70% off, 60 day money back guarantee. https://hypno-audio.example',
  ],
  [
    'online course',
    'Become a certified life coach in 2 weeks! Enrol today, only 49 USD instead of 997 USD, offer ends tonight >> https://coach-cert.example',
  ],
  // disguised
  ['user8841', 'B.u.y  c.h.e.a.p  v.i.a.g.r.a  o.n.l.i.n.e  →  p1lls-shop dot example'],
  ['Аnna', 'Веst оnlinе саsinо with frее sрins аnd fаst рауоuts, gооglе “luсkуsрin”'],
  ['Dan', 'Buy via\u200Bgra and ci\u200Balis on\u200Bline, no pre\u200Bscription nee\u200Bded'],
  ['k', 'https://a1.example https://a2.example https://a3.example https://a4.example'],
  ['asdfgh', 'qwpoeiru zmxncb https://zmxncb.example/qwp'],
  ['look', 'http://look-here.example'],
  ['see', 'check this out 👉👉👉 bit.ly/EXAMPLE-see 👈👈👈'],
  ['ＣＡＳＩＮＯ', 'Ｆｒｅｅ ｓｐｉｎｓ ａｎｄ ｎｏ ｄｅｐｏｓｉｔ ｂｏｎｕｓ at the best online casino'],
  [
    'html',
    '<a href=http://one.example>buy backlinks</a> <a href=http://two.example>essay</a> <a href=http://three.example>loans</a>',
  ],
  ['md', 'Great [cheap essay writing service](https://essay.example) and [buy term papers](https://papers.example)'],
  ['c a s i n o', 'v i s i t  o u r  c a s i n o  f o r  f r e e  s p i n s'],
  ['𝐁𝐢𝐭𝐜𝐨𝐢𝐧', '𝐃𝐨𝐮𝐛𝐥𝐞 𝐲𝐨𝐮𝐫 𝐛𝐢𝐭𝐜𝐨𝐢𝐧 𝐭𝐨𝐝𝐚𝐲, 𝐠𝐮𝐚𝐫𝐚𝐧𝐭𝐞𝐞𝐝 𝐩𝐫𝐨𝐟𝐢𝐭, 𝐜𝐨𝐧𝐭𝐚𝐜𝐭 𝐦𝐞 𝐨𝐧 𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩'],
  // other languages
  [
    'Кредит',
    'Быстрый займ онлайн на карту без отказа и проверки кредитной истории, оформить заявку: https://zaim.example',
  ],
  [
    'Продвижение',
    'Продвижение сайтов в топ Яндекса и Гугла, прогон по базам, ссылки недорого. Пишите в телеграм @seo_example',
  ],
  ['贷款', '急用钱？无抵押贷款，当天放款，加微信 loan_example 或访问 https://daikuan.example'],
  ['代写', '专业论文代写，留学生作业代写，质量保证，微信：essay_example'],
  ['Kredyt', 'Szybka pożyczka bez BIK online, pieniądze na koncie w 15 minut, złóż wniosek https://pozyczka.example'],
  [
    'Viagra kaufen',
    'Viagra rezeptfrei online kaufen, diskreter Versand, Potenzmittel günstig bestellen https://apotheke.example',
  ],
  [
    'prêt rapide',
    'Offre de prêt entre particuliers sérieux et rapide de 5.000 à 500.000 euros. Contact WhatsApp ou email : pret@mail.example',
  ],
  [
    'compra seguidores',
    'Compra seguidores de Instagram baratos y reales, entrega inmediata https://seguidores.example',
  ],
  ['bahis', 'Canlı bahis ve casino siteleri, deneme bonusu veren siteler 2026 güncel giriş https://bahis.example'],
  ['مكتب', 'قروض شخصية سريعة بدون كفيل وبدون فوائد، تواصل عبر واتساب +971 00 000 0001'],
  // forums, games, odds and ends
  [
    'forum bot',
    'Hello all! I am glad to join this forum. [url=https://auto-parts.example/catalog]spare parts[/url] Good luck everyone',
  ],
  ['Torrents', 'Download full movie 2026 HD torrent free no survey https://movie-dl.example/film'],
  [
    'game coins',
    'Cheap FIFA coins and Fortnite V-Bucks generator, unlimited, no verification, try here coins-gen.example',
  ],
  [
    'Tarot Anna',
    'Hello dear, I do tarot and candle spells to return your love, order a reading now with 50% discount, write to me on WhatsApp +40 000 000 001',
  ],
  [
    'survey',
    'Earn £200 a day just filling in surveys, join free today at surveys-pay.example and cash out instantly with PayPal',
  ],
  [
    'press',
    'Get featured on Forbes and Yahoo Finance! We guarantee publication on 300+ news sites, packages from $199, contact us at pr@press-boost.example',
  ],
];

export const spam = examplesOf(typed);
