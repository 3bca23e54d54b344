/** How one trade advertises under other people’s posts. Phrases in the notation of phrases/notation.ts, without apostrophes. */
export interface Trade {
  /** What is offered, as it stands in "It reads like an offer of …". */
  offers: string;
  /** Enough alone: readers don’t write this, unless they quote it. */
  plain: readonly string[];
  /** Hardly ever a reader’s words; together with one other thing it is enough. */
  likely: readonly string[];
  /** Readers may write one of these, rarely several with a link. */
  hints: readonly string[];
}

/** Offers of any trade. */
const selling: Trade = {
  offers: 'something for sale',
  plain: ['use (promo|coupon) code', 'free shipping|delivery worldwide', 'money back guarantee'],
  likely: [
    'get rich', 'for only $*', '(discreet|fast|worldwide|stealth) (shipping|packaging|delivery)', 'no (credit check|verification|survey|rx)',
    'limited (offer|seats|places|slots) [available]',
  ],
  hints: [
    'promo|coupon|discount code', '* % off', '*% (off|discount|guaranteed|original|safe|result|legit|genuine)',
    'order|buy|shop|apply|register|book|enquire|enrol|join now|today|here|free|online', 'buy … online', 'for sale', 'cheap|cheapest',
    'best price|prices', 'click here|below', 'sign up', 'free (trial|webinar|audit|quote|delivery|shipping)', 'no experience [needed]',
    'guaranteed|guarantee', 'instant|instantly', 'limited|special offer', 'offer ends', 'in stock', 'next day delivery', 'wholesale', 'packages from',
    'get the deal', '$*', 'visit our', 'check this out', 'see how', 'open this link', 'claim', 'try here', 'affordable', 'top rated|quality',
    'professional|expert|experts', 'we (offer|provide|sell|produce|guarantee)', 'first page', 'kindly', 'dear sir madam', 'serious people only',
    'need help with', '24 7', 'near me', 'get yours', 'place your order',
    'our (agent|experts|experienced|team|range|service|services|website|writers|prices)', 'call|text now|us|today|microsoft|the claim',
    'details on|here|at|below', 'official website|site|store', 'use my link|code', 'off your', 'pay with|by', 'full refund|guarantee', '#k',
    'per month|week|date|hour|day|page', 'in # days|hours|weeks|minutes|seconds', 'within # hours|days',
    'read the|our (shocking|truth|review|reviews)', 'reviews', 'does it work',
    'great|best|good|competitive|lowest|top deal|deals|quality|price|prices|value', 'protect your', 'if interested', 'send us',
    'inquiry|enquiry|inquiries', 'sale', 'bulk', 'discounts|discount', 'unlimited', 'months|month free', 'generator', 'works 2*', 'best * 20*',
    'payment plan', 'bonus', 'earn [up]', 'income', 'no * (required|needed)', '100%', 'more * visit', 'trustworthy|legit|genuine', 'real and active',
    'followers|likes|subscribers', 'supplement|supplements', 'belly fat', 'doctors are|hate', 'booking|booked through', 'retreat|retreats',
    'apply at', 'join us', 'grow your', 'get clients', 'autopilot', 'start earning', 'without (investment|risk|effort)',
    '£*|$* (an|per|a) (hour|day|week|month)', '£*|$* weekly|daily|monthly|hourly', 'want to know how', 'win (a|an|£*|$*)', 'voucher|vouchers',
    'answer * questions', 'early bird', 'book your place', 'would you be interested', 'place an article', 'your price', 'price per', 'we pay',
    'want a free', '(like you|i) to place', 'no win no fee', 'not your fault', 'owed thousands', 'your own boss', 'join my team', 'essential oils',
    'first lesson', 'lessons', 'lab tested', 'get # free', 'while stocks last', 'see video', 'destroys', 'overnight', 'copy this comment',
    'pass (this|it) on', 'bad luck', 'chain letter', 'place your bets', 'deal of', 'your business', 'prices start at|from', 'some samples',
    'our client|clients|customers', 'let me know', 'you wont believe', 'shock*', 'celebrity', 'eligibility|eligible', 'no call out',
    '* minute response', '# hour|hours', 'engineers', 'covering all of', 'free (quotes|users|for the first)', 'first # users', 'low prices',
    'ships to', 'no script', 'factory price', 'moq', 'we supply', 'at low', 'showroom', 'highest rates', 'instant cash', 'we buy', 'hiring',
    'no interview', 'data entry', 'owed a', 'refund', 'registration', 'live (on|now)', 'free of charge', 'a glance', 'limited time', 'bestselling',
    'subscribe', 'vacancies', 'distributor', 'dealer', 'supplier|suppliers', 'manufacturer', 'catalogue', 'from (only|just)',
  ],
};

const gambling: Trade = {
  offers: 'gambling',
  plain: [
    'no deposit bonus', 'casino bonus*', 'slot gacor', 'maxwin', 'togel', 'slots real money', 'casino (en ligne|siteleri|games)', 'deneme bonusu',
    'bonus sans dépôt', '* казино *', 'vip* to get a welcome bonus',
  ],
  likely: ['sports betting poker', 'betting tips', 'best online casino', 'poker online', 'free spins and'],
  hints: [
    'casino*', 'free spins', 'betting', 'jackpot', 'welcome bonus', 'freespins', 'sportsbook', 'no kyc', 'withdrawals', 'игровые автоматы', 'ставки',
    '娱乐城', '彩金', '注册', '真人', 'roulette', 'bonus', 'win every', 'казино', 'зеркало', 'bahis', 'poker', 'deposit', 'bets', 'slot|slots', 'signals',
    'pump', 'เครดิตฟรี', 'สล็อต', 'สมัคร', 'บาคาร่า', 'カジノ', '카지노', '赌场', '博彩',
  ],
};

const money: Trade = {
  offers: 'loans or quick money',
  plain: [
    'instant payday', 'credit score to *', 'blank atm card', 'makes $* hourly', 'from (part|home) time work', 'cloned (cards|credit cards)',
    'bank logs', 'join the illuminati', 'business loan personal loan', 'займ онлайн', 'pożyczka bez', 'prêt entre particuliers', 'قروض شخصية',
    '100% unique seo',
  ],
  likely: ['interest rate … loan*', 'urgent loan', 'loan* at * %', 'loan* at *%', 'earn $* per', 'earn £* a day'],
  hints: [
    'payday loan*', 'bad credit', 'loan|loans', 'debt consolidation', 'work from home', 'extra cash', 'online from home', 'quit my job',
    'passive income', 'per week', 'займ', 'kredyt', 'paypal transfers', 'atm card', 'cash out', '6 figures', 'programmed card', 'withdraw',
    'government grant', 'never have to repay', 'selected for', 'sofortkredit', 'kredit', 'schufa', 'auszahlung', 'préstamo*', 'sin aval', 'crédit',
    'prêt', 'заработок', 'без вложений', 'в день', '大出血',
  ],
};

const crypto: Trade = {
  offers: 'trading or recovered money',
  plain: ['double your bitcoin', 'risk free crypto', 'flash usdt|tether', 'copy our trades', 'connect your wallet', 'free tokens', '* daily profit'],
  likely: [
    'guaranteed (returns|profit*)', 'cloud mining', 'trading bot', 'recovered all my', 'recover|retrieve … (lost|stolen) (funds|crypto|bitcoin)',
    'recovery experts', 'as my profit', 'expert trader', 'forex signals', 'airdrop',
  ],
  hints: [
    'invested|invest', 'bitcoin|btc|crypto|cryptocurrency|usdt', 'binary options', 'investment platform', 'forex', 'profit|profits', 'wallet',
    'trader', 'referral link', 'minimum deposit', 'stolen crypto', 'hackers', 'online trading', 'i started with', 'got £*', 'pump', '100x', 'roi',
  ],
};

const pharmacy: Trade = {
  offers: 'medicines or cures',
  plain: [
    '(viagra|cialis|levitra|xanax|tramadol|ozempic|oxycodone) … (online|without|cheap|no rx)',
    '(buy|order|cheap|generic) … (viagra|cialis|levitra|xanax|tramadol|ozempic|steroids|mdma|lsd)', 'pharmacies online', 'keto gummies',
    'male enhancement', 'cured me completely', 'rezeptfrei',
  ],
  likely: [
    'without prescription', 'no prescription', 'herbal medicine', 'permanent cure', 'cbd oil for', 'penis enlargement',
    'lose * (lbs|pounds|kilos) in', 'anabolic steroids',
  ],
  hints: [
    'viagra|cialis', 'herbal', 'natural herbs', 'weight loss injections', 'living testimony', 'increase your size', 'naturally', 'pills', 'coupon',
    'curable', 'herbs', 'tonic', 'melts|melted', 'lbs of fat', 'modafinil|adderall|ritalin|phentermine|ambien|valium|sarms', 'cure|cured', 'detox',
    'fat burn*', 'metabolism', 'testosterone', 'libido', 'erectile', 'dr *',
  ],
};

const webTrade: Trade = {
  offers: 'rankings, websites or followers',
  plain: [
    'seo packages', 'dofollow', 'guest posts|post on your (site|blog|website)', 'sponsored (guest|post)', 'redesign your website', 'targeted traffic',
    'real visitors to your', 'buy instagram', 'smm panel', 'contact forms just like', 'seo audit', 'seo articles', 'продвижение сайтов', 'seguidores',
    'guarantee publication', 'digital marketing agency',
  ],
  likely: [
    'ranking on google', 'high da', 'backlinks', 'more leads', 'rank higher', 'more visitors', 'digital agency', 'instagram accounts',
    'email (lists|database)', 'web hosting', 'build a mobile app', 'web design company', 'your website has been suspended',
  ],
  hints: [
    'seo', 'on google', 'page one', 'domain authority', 'compatibility issues', 'ranking|rankings', 'impressions', 'conversion rate', 'your website',
    'webmaster', 'traffic', 'boost your', 'low cost', 'leads', 'developers', 'bulk email', 'phone number and', 'tiktok likes', 'guest articles',
    'backlink', 'a backlink to', 'short video', 'explains your', 'explainer video', 'animated', 'search engine', 'google my business',
    'your competitors', 'your blog', 'your site', 'instagram followers', 'requirements', 'топ',
  ],
};

const sex: Trade = {
  offers: 'sex or dating',
  plain: [
    'call girls', 'elite escorts', 'vip companions', 'hot singles', 'sugar (mummies|mummy|daddies|daddy)', 'door step service',
    'looking for a man tonight', 'i posted new pics', 'meet you tonight',
  ],
  likely: ['escorts in', 'xxx', 'porn videos', 'russian … women', 'sex cams', 'outcall'],
  hints: [
    'escort*', 'handsome', 'horny', 'live show', 'come watch', 'lonely and looking', 'see my photos', 'chat with me', 'pics', 'come see me', 'sexy',
    'webcam', 'girls', 'nice girl', 'kind man', 'for marriage', 'alone', 'my photos', 'nudes', 'hot (girls|women|moms)', 'hookup', 'webcams',
    'onlyfans', 'real photos', 'companions', 'porn', 'serious relationship', 'my profile', 'saw your profile', 'know you more', 'alone tonight',
    'generous men', 'sponsor', 'something important to tell you', 'write me', 'hi dear',
  ],
};

const study: Trade = {
  offers: 'essays or certificates',
  plain: ['essay writing service', 'ielts|toefl certificates', 'training in … with placement', '论文代写', '作业代写', 'professional writers'],
  likely: [
    'without exam', 'university degrees', 'assignment help', 'phd experts', 'term papers', 'write my (dissertation|essay|paper)', 'plagiarism free',
  ],
  hints: [
    'your essay', 'essay', 'dissertation', 'certificates|diplomas|transcripts', 'training', 'coursework', 'thesis', 'academic writers', 'turnitin',
    'lab report', 'ielts', 'work visa', 'approval',
  ],
};

const magic: Trade = {
  offers: 'spells or readings',
  plain: [
    'cast the spell', 'brings|bring back lost lover*', 'vashikaran', 'money rituals', 'free psychic', 'candle spells', 'world famous astrologer',
  ],
  likely: ['spell caster', 'love spell*', 'lost lover', 'black magic', 'brought my ex … back', 'my ex came back', 'sangoma'],
  hints: [
    'testify', 'powerful', 'my ex', 'spell|spells', 'tarot', 'psychic|psychics', 'priest', 'within * hours', 'a reading', 'your lover back',
    'marriage problems', 'husband cheating', 'root and herbs', 'made me pregnant', 'husband back', 'wife back', 'from another woman', 'separation',
    'helped me win', 'temple', 'lottery numbers', 'ritual*', 'has the solution', 'spiritual',
  ],
};

const crime: Trade = {
  offers: 'false papers, weapons or hacking',
  plain: [
    'registered … driving licence', 'professional hacker', 'hire a hacker', 'deleted messages … remotely', 'read all my husbands',
    'no license needed', 'i have hacked your', 'magic mushrooms lsd',
  ],
  likely: [
    'fake passports', 'counterfeit money', 'fresh cvv', 'dumps with pin', 'undetectable', 'grade change', 'spouse is cheating', 'untraceable',
    'ammunition', 'hack any', 'driving licence without',
  ],
  hints: [
    'passports|visas', 'id cards', 'hack|hacker', 'text him', 'without them knowing', 'hacking', 'phone spying', 'lost money', 'results upgrade',
    'spying', 'criminal record', 'fake ids|id|notes|documents', 'notes for sale', 'works in shops', 'holograms', 'spy on', 'undetected',
    'deep|dark web',
  ],
};

const letters: Trade = {
  offers: 'money that does not exist',
  plain: [
    'dear beneficiary', 'attention beneficiary', 'your email address has won', 'claim your (prize|free)', 'claims agent', 'in bitcoin to my wallet',
  ],
  likely: [
    'next of kin', 'the sum of', 'sum of $*', 'compensation fund', 'million dollars to you', 'business proposal', 'private email', 'lucky visitor',
    'parcel could not be delivered', 'avoid legal action', 'copyright violation', 'dear beloved',
  ],
  hints: [
    'barrister', 'widow', 'sergeant', 'us army', 'box of money', 'safe keeping', 'syria', 'send to you', 'inheritance', 'deposited', 'diplomat',
    'god bless you dear', 'foreign partner', 'tax refund', 'hmrc', 'donate', 'beneficiary', 'lottery', 'congratulations', 'confidential', 'consent',
    'short survey', 'pay a small fee', 'urgently', 'million dollars|pounds|euros|usd', 'manager of a bank', 'into your account', 'your assistance',
    'for you of the', 'transfer', 'infected with', 'your computer', 'claim officer', 'with your name', 'burkina faso', 'your account',
  ],
};

const goods: Trade = {
  offers: 'goods',
  plain: [
    'replica watches', '(gucci|louis vuitton|michael kors) (handbags|outlet|sale)', 'iptv subscription', 'pro key only', 'lifetime licence',
    'certified life coach in', 'promo code * for', 'download now with',
  ],
  likely: [
    'nfl jerseys', 'outlet store', 'disposable vapes', 'puppies for sale', 'gift cards with', '* in dubai', '(repair|installation|maintenance) dubai',
    'emergency locksmith', 'full movie', 'torrent free|download*', 'luxury rehab', 'free webinar', 'off this week only', 'v bucks', 'fifa coins',
    'free solar panels', 'see if you qualify',
  ],
  hints: [
    'replica', 'outlet', 'memory foam', 'subscription', 'locksmith', 'unlimited', 'spare parts', 'drains|drainage', 'car keys', 'no call out charge',
    'boiler grants', 'gold', 'diamonds', 'yoga mats', 'teacher training', 'citizenship', 'roofing experts', 'mattress', 'download', 'vaccinated',
    'surveys', 'programme has', 'factory', 'led lights', 'fitted kitchens', 'design visit', 'toner', 'vpn', 'luxury apartments', 'sunglasses',
    'yeezy', 'sneakers', 'robux', 'human verification', 'instant download', 'prompts',
  ],
};

const elsewhere: Trade = {
  offers: 'something in another language',
  plain: [
    '加微信', '无抵押贷款', '代写', 'бонус за регистрацию', 'daftar sekarang', 'günstig bestellen', 'entrega inmediata', 'بدون فوائد', 'złóż wniosek',
    'canlı bahis', 'online kaufen',
  ],
  likely: ['недорого', 'без отказа', 'retrait immédiat', 'link alternatif'],
  hints: [
    '贷款', '微信', 'телеграм', 'оформить', 'бесплатно', 'واتساب', 'whatsapp ou email', 'sérieux et rapide', 'versand',
    'jetzt (kaufen|bestellen|beantragen)', 'günstig*', 'rabatt', 'kaufen', 'gratis', 'comprar', 'descuento', 'responda', 'achetez|acheter', 'gratuit',
    'скидка*', 'купить', 'по ссылке', 'подробности', 'заказать', '免费', '优惠', 'daftar', 'gratuito', 'sconto', 'ucuz', 'bedava',
  ],
};

export const trades: readonly Trade[] = [selling, gambling, money, crypto, pharmacy, webTrade, sex, study, magic, crime, letters, goods, elsewhere];
