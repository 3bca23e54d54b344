import { examplesOf, type Typed } from './example';

/**
 * Comments of people, written set by set after the measures and tried on them once before anything was mended by them. Of the five
 * sets 0 of 40, 0 of 40, 0 of 40, 2 of 20 and 0 of 40 went to spam that first time.
 */
const typed: readonly Typed[] = [
  // First set
  ['Jean-Luc', 'Bonjour, je suis française et je vis à Brighton. Votre texte m’a fait du bien, merci !'],
  ['Val K', 'Best thing I’ve read all week. Free of jargon, too.'],
  [
    'Arthur',
    'I sold my father’s watch on eBay for £40 and cried all the way to the post office. It wasn’t worth anything. It was worth everything.',
  ],
  ['Mo', 'is there a discount for students? im at leeds uni and £60 is a lot'],
  ['Helena', 'There’s a lovely programme on BBC Sounds about this: https://www.bbc.co.uk/sounds/play/m0001234'],
  ['Pippa', 'Thanks for the post. Very informative and useful information for carers like me. Keep up the good work!'],
  ['Darren', 'I got clean from tramadol two years ago. The pharmacy used to know me by name.'],
  ['Sue', 'My ex came back last month and I said no. I’m shaking but proud.'],
  [
    'Aisha',
    'As a Muslim woman, black magic was the explanation for everything in our house. Nobody ever said depression.',
  ],
  ['Keith', 'I’m my mother’s next of kin and her carer and her cook, and some days her enemy.'],
  ['Rosa xxx', 'Thank you xxx'],
  [
    'Graham',
    'Bought the book you mentioned, cheap, second hand, from a shop in Hay. Visit if you can, it’s a marvel: www.richardbooth-books.example',
  ],
  ['Ellie', 'I do like that there’s no pop-up asking me to sign up to anything.'],
  ['Tariq', 'my uncle put everything in bitcoin and now nobody at weddings is allowed to mention money'],
  [
    'Margaret (89)',
    'My granddaughter is typing this for me. I want to say to the young lady above that it does pass. I buried two husbands and a son.',
  ],
  [
    'anon',
    'had an affair with someone off a dating site. not proud. can couples counselling work if only one person knows',
  ],
  ['Nat', 'YES YES YES to every word!!! Sharing with my whole team tomorrow!!!'],
  ['Wojtek', 'Czy prowadzi pani sesje po polsku? Pozdrawiam serdecznie z Leicester.'],
  [
    'Rev. Judith',
    'I’m using your paragraph on silence in Sunday’s sermon, with credit and a link, if you’ll allow it.',
  ],
  [
    'Joel',
    'Could I book a session? You can reach me at joel.h@example.org or text me on 07700 900222, mornings are best.',
  ],
  [
    'Mina',
    'Somebody hacked my Instagram and messaged all my friends asking for money. I felt so violated, and everyone just laughed.',
  ],
  ['Oscar', 'It’s not that deep.'],
  [
    'Lauren',
    'I keep buying things online at night, clothes with the labels still on. Free delivery, free returns, and nothing ever fits. I think it’s about my mum.',
  ],
  ['Hamza', 'السلام عليكم، هل تقدمين جلسات عبر الإنترنت؟'],
  ['Bríd', 'Is it the same as CBT? My GP offered me six sessions online with an app and I’d sooner talk to the dog.'],
  [
    'Chris the plumber',
    'I’m in people’s houses all day. You wouldn’t believe how many of them start talking while I’m under the sink.',
  ],
  [
    'Dee',
    'I got a letter saying I’d won the Spanish lottery and my dad rang them! He’s 82. We’ve blocked the number. How do I protect him without treating him like a child?',
  ],
  ['佐藤', 'イギリスに来て三年、初めて自分の気持ちを書いた文章に出会いました。'],
  ['Frankie', 'they/them here. thank you for not assuming'],
  ['Tony', 'Load of old cobblers. In my day we just got on with it, and look at us. Actually, yes, look at us.'],
  [
    'Ivy',
    'I run the bookshop on the corner, we’ve three copies of the grief anthology in stock if anyone local wants one. No pressure at all.',
  ],
  ['Ravi', 'I made my first profit this year and burst into tears at my accountant’s desk.'],
  [
    'Caz',
    'my so-called life coach charged £997 for a course and told me I wasn’t manifesting hard enough. Is that even legal?',
  ],
  [
    'Luke',
    'I wrote a song after reading this, it’s rough, but here it is if you’d like to hear it: https://lukesongs.bandcamp.com/track/quiet',
  ],
  ['Edith', 'Is there a telephone number? I can’t get on with forms.'],
  ['Zed', 'Insomnia club, 3:47, checking in 🌙'],
  ['Mrs P', 'The bit about the garden gate. Oh my goodness.'],
  ['Ollie T', 'Can counselling help with a porn habit? I’m 24 and it’s wrecking things with my girlfriend.'],
  [
    'Nwando',
    'I am a pharmacist, and I watch people collect their antidepressants as if they were contraband. I wish I could give them this with the bag.',
  ],
  ['Eddie', 'Quit betting 100 days ago. No more accumulators, no more “just a fiver”. 100 days!'],
  // Second set
  [
    'Bernie',
    'My wife says I should get a hobby. I said reading this blog is a hobby. Best price in town, too: nothing.',
  ],
  [
    'Sally',
    'I do online counselling with somebody in Cardiff, it’s £45 per session and worth it. Happy to pass on her name.',
  ],
  ['Imran', 'Where do I sign up for the workshop? The button doesn’t work on my phone.'],
  [
    'Noor',
    'I read this on the night my father died and again today, a year later. It was a different text. I was a different reader.',
  ],
  [
    'Lee',
    'Been skint since the divorce. A loan on top of a loan on top of a loan. It’s the shame that gets me, not the money.',
  ],
  [
    'Katarzyna',
    'Czytam Pani bloga od roku i bardzo mi pomaga. Tu jest wiersz, o którym myślałam: https://www.wiersze.example/szymborska',
  ],
  [
    'Mags',
    'There’s a walking group for widows in our town, free, no need to book, every Saturday at ten: www.walkandtalk-ely.example. I wouldn’t have got through without them.',
  ],
  ['Fred', 'I wouldn’t mind a discount for pensioners, if you’re asking!'],
  ['Oonagh', 'Your website looks different today. Did you change the colours? I liked the green.'],
  ['Tommo', 'wtf did i just read and why am i crying'],
  ['Dr S. Patel', 'I work in A&E. We are told to be quick, and then we wonder why nobody tells us anything.'],
  [
    'Chloe',
    'My boyfriend follows loads of OnlyFans girls and says it’s nothing. It isn’t nothing to me. Am I being silly?',
  ],
  [
    'Irena',
    'A friend from church visits a healer who takes money off lonely people with candles and spells. How do I talk to her without making fun of it?',
  ],
  ['Paul', 'Don’t buy the cheap notebooks, the ink goes through. Otherwise great idea, thirty days in.'],
  ['Hal', 'What’s your view on AI therapy apps? My son uses one, it’s free, and I’m uneasy about it.'],
  ['Greta', 'Ich lebe seit zehn Jahren in Bath und träume immer noch auf Deutsch. Schöner Text.'],
  ['Joy', 'Is there any chance of a call? My number is 01632 960123, I’m in after four.'],
  ['Simone', 'This is my favourite website. I bookmarked it on my work computer, my phone and my mother’s tablet.'],
  ['D', 'Hi'],
  ['Kwame', 'My barrister cried at the verdict. I didn’t. I cried three weeks later in Lidl.'],
  ['Lottie', 'the widow in the third paragraph is my nan to a T'],
  [
    'Ray W',
    'I inherited money from my aunt, the sum of twelve thousand pounds, and it has split the family. Nobody speaks. I’d give it all back.',
  ],
  [
    'Jude',
    'I write a newsletter about grief, and I’d love to quote two lines of this with a link back to you. May I? jude@example.org',
  ],
  ['Ottoline', 'What a pleasure to read something with semicolons in it.'],
  ['Max', '100% this. 10/10. No notes.'],
  [
    'Sheila',
    'We met on a dating site for the over sixties and I was so nervous that I wore odd shoes. Seven years now.',
  ],
  ['Karim', 'J’ai traduit votre article pour ma mère qui ne lit pas l’anglais. Elle a dit : enfin quelqu’un.'],
  [
    'Abi',
    'Does anyone have experience with EMDR? My GP mentioned it and I’ve been reading https://www.emdr-stories.example but I’d rather hear from people.',
  ],
  ['Rex', 'The picture of the table made me hungry, and then sad, and then hungry.'],
  ['Zainab', 'I won my case at the tribunal and felt nothing. Is that normal? Everybody congratulates me.'],
  ['Pete the Feet', 'I’m a chiropodist. People tell their feet everything.'],
  [
    'Lynne',
    'Ordered the book from our library, it’s free there, and there are eleven people waiting. So it isn’t just me.',
  ],
  ['Ash', 'I’m trans and on a waiting list of five years. You can’t buy patience.'],
  ['Cora', 'I’ve been a carer since I was nine. Nobody’s asked what I want. I want a bike.'],
  ['Barry', 'Load of rubbish, and you spelt “practise” wrong.'],
  [
    'Elsie',
    'My late husband’s pension was cancelled by mistake, and I was on the telephone for eleven hours altogether. Then somebody said “I’m sorry for your loss”, and I couldn’t speak.',
  ],
  ['T', 'tl;dr but the title alone did something'],
  ['Roisin', 'Your podcast recommendation was spot on: https://open.spotify.com/episode/abc123. Listened twice.'],
  ['Ghislaine', 'Best wishes from Guernsey, where the wind has taken the shed.'],
  ['Jamal', 'Got sacked. Got dumped. Got a kitten. In that order.'],
  // Third set
  [
    'Wilf',
    'My daughter signed me up for this. I’m eighty-four. I’ll say that the tablet is a wonder, and so is the writing.',
  ],
  ['Shireen', 'How do you get through to a husband who only ever says “I’m fine”?'],
  [
    'Ger',
    'Great blog! Found it through a friend, signed up for the workshop and bought the book. Best forty quid I’ve spent.',
  ],
  [
    'Alma',
    'There’s a free helpline for farmers, too, if anybody needs it: www.fcn.example, 03000 111 999, seven in the morning till eleven at night.',
  ],
  ['Ricky', 'lost 2k on sports betting this month and haven’t told the missus. how do i tell her'],
  [
    'Yolanda',
    'I’m a herbalist, and people assume that I’m against counselling. I’m not. Some things need words, and some need sleep and soup.',
  ],
  ['Neville', 'Somebody tried to sell my wife a cure for her MS. £900. I’ve never been so angry.'],
  ['Fatou', 'Merci beaucoup, c’est exactement ce que je ressens depuis mon arrivée à Londres.'],
  ['B.J.', 'Yes!'],
  ['Linden', 'I collect first lines. Yours is going in the notebook.'],
  ['Sukhdeep', 'In our family it’s loans and weddings, loans and weddings. Nobody asks who’s happy.'],
  ['Doris', 'Please print this in larger letters.'],
  ['Zeke', 'I make websites for a living and I’ve never once made one that anybody thanked me for. Note to self.'],
  ['Mo & Jan', 'We’ve booked the couples evening. Jan’s nervous. So am I, but don’t tell her.'],
  [
    'Ottilie',
    'Das Gedicht, an das ich denken musste, steht hier: https://www.gedichte.example/rilke/herbsttag – herzliche Grüße aus York.',
  ],
  ['Hector', 'Where did you buy that lamp? My wife wants one. Seriously.'],
  [
    'anonymous',
    'I sleep around and I don’t know why. sex is the only time anyone looks at me. sorry if thats too much for a blog',
  ],
  [
    'Prue',
    'I volunteer at a charity shop, and the things that come in after a death! I found a love letter in a teapot.',
  ],
  [
    'Jakub',
    'My English teacher gave us this text to read. I understood almost everything. I will show it to my mother.',
  ],
  ['Colleen', 'A word of warning: there’s a fake account on Instagram using your name and asking people for money.'],
  ['Trev', '£60 an hour? Daylight robbery. My barber listens for a tenner.'],
  [
    'Amara',
    'Has anybody here tried the Calm app, or Headspace? Are they worth the money? I’d rather not pay for another subscription.',
  ],
  [
    'Inge',
    'I would like to translate this into Danish for our hospice newsletter. Whom do I ask? inge@hospice.example',
  ],
  ['Saul', 'You lost me at “journey”.'],
  [
    'Bev',
    'Had a psychic tell me that my mum was watching. I don’t believe in any of it and I’ve thought about it every day since.',
  ],
  ['K', '🙃'],
  ['Tamsin', 'The doctor offered me antidepressants or a waiting list. I took both.'],
  ['Errol', 'As a landlord I see it when people stop opening the post. I knock now.'],
  ['Nadine', 'I’m on Ozempic, I’m thinner, and I’m exactly as sad as before. Nobody tells you that.'],
  ['Gus', 'Click. That’s the noise it made in my head when I read the last paragraph.'],
  ['Verity', 'Could you put a link to the recording of the talk? I couldn’t find it on the site.'],
  ['Hyun-woo', '한국에서 읽고 있어요. 좋은 글 감사합니다.'],
  [
    'Lionel',
    'Retired from the bank, manager for thirty years, and nobody there has rung since. Your post on endings came at the right time.',
  ],
  ['Steph', 'thank u for this, sent it to my whole group chat x'],
  [
    'P. Adeyemi',
    'My church has a counselling service, free of charge, open to anyone of any faith or none. If you’re in Peckham, come in.',
  ],
  ['Dom', 'i’ve got 3 kids, 2 jobs and 1 nerve left'],
  [
    'Roxanne',
    'I was an escort for six years and your post about shame is the first one that didn’t make me feel like a case study.',
  ],
  ['Iain', 'I’ve read better, I’ve read worse, but I’ve never read one that made me ring my brother.'],
  [
    'Camille',
    'Is there any discount for trainees? I’m in my second year of a counselling diploma, and supervision costs a fortune.',
  ],
  ['Len', 'We won the lottery once, £40. We bought a goldfish and named it Jackpot.'],
  // Fourth set
  ['Nora', 'Can I give a session as a gift to my sister? Do you do vouchers?'],
  ['Callum', 'I sold the car, cancelled the gym, sold the watch. Funny how little I miss any of it.'],
  ['Beth', 'The crisis text line is 85258, for anyone who scrolls this far. You just text SHOUT.'],
  [
    'Mahmoud',
    'I send money home each month, and everybody thinks I’m rich. Western Union knows me better than my neighbours do.',
  ],
  [
    'Polly',
    'Free online grief café this Thursday at 7, run by our hospice: https://www.stlukes-hospice.example/cafe. All welcome, no need to register.',
  ],
  ['J', 'meh'],
  ['Aoife', 'I’m a web designer and I’d happily fix your print stylesheet for nothing. It cuts off the last line!'],
  ['Gerald', 'At my age the only followers I have are the pension people.'],
  ['Tanya', 'He spent our savings on crypto and online poker. I found out from a letter. How does anyone trust again?'],
  ['Ines', 'Obrigada pelo texto. Li-o três vezes e mandei-o às minhas irmãs.'],
  ['Mark', 'What does a first appointment cost, and is there an offer for key workers?'],
  ['Sinead', 'I bought a weighted blanket, £90 in the sale, and it’s just a heavy blanket. Human arms are better.'],
  ['Old sailor', 'Forty years at sea and the loneliest place I’ve ever been is a supermarket on a Saturday.'],
  ['Yvonne', 'Would you recommend an app for tracking moods? My daughter uses a free one.'],
  [
    'Ed',
    'My mate swears by cold showers, my wife by prayer, my doctor by pills. You’re the first to say “it depends”. Thanks.',
  ],
  ['Kiran', 'कृपया हिंदी में भी लिखिए। बहुत से लोगों को ज़रूरत है।'],
  ['Sylvia', 'Please contact me about the October group. My phone number is 01632 960 321, evenings only.'],
  ['Bruno', 'I hate sites that make you register. Thank you for not being one.'],
  ['Chantal', 'You’re selling hope, and hope’s not for sale. Just my opinion.'],
  ['Luca', 'I write my thesis on loneliness and would love to cite this. Is there a proper reference?'],
  // Fifth set
  ['Beryl', 'I get my slippers, my pills and my company online now. Only the slippers fit.'],
  ['Josh', 'Anyone else addicted to buying online courses and never finishing them? I’ve paid for nine.'],
  [
    'Mina K',
    'My business failed in March. The loan, the shop, the website, all of it gone. Your post on starting small is on my fridge.',
  ],
  [
    'Winston',
    'There’s a men’s shed in Hackney, tea is free, tools are free, chat is free: https://hackneyshed.example. Come any Wednesday.',
  ],
  ['Liv', 'Is the meditation recording free to download? The link asks me for an account.'],
  ['Amit', 'Please email the surgery, not me, about the referral: reception@elmsurgery.nhs.uk. Thanks again.'],
  [
    'Tess R',
    'I’d love to see you on the radio. Have you contacted the BBC? Their programme All in the Mind is looking for guests.',
  ],
  ['Hugo', 'My wife’s a professional poker player. You can imagine our arguments.'],
  ['Zoe', 'The best gift for a grieving friend is a casserole and no advice. Delivery optional.'],
  ['Mr Singh', 'I am taxi driver for twenty years. Passengers cry in my taxi, I give tissue, no charge.'],
  ['Cheap Trick Fan', 'that band got me through my divorce lol'],
  [
    'Astrid',
    'Could I have your permission to print 30 copies for our carers’ group? We’re a charity, no budget, but there will be cake.',
  ],
  [
    'Dean',
    'Won big once, lost bigger for ten years. If you’re reading this with a betting app open: close it. GamCare are on 0808 8020 133.',
  ],
  [
    'Paloma',
    'Mi terapeuta en Madrid me recomendó su blog. Aquí escribo de lo mismo: https://paloma-escribe.example/duelo',
  ],
  ['Ruthie', 'My dentist asked how I was and I told him. Poor man. Root canal and a life story for the price of one.'],
  [
    'Colm',
    'I earn £12 an hour and a session is £60. Five hours of my life for one of yours. I’m not complaining, I’m just counting.',
  ],
  [
    'Shanice',
    'If anyone in Croydon wants to start a reading group around this blog, write to me: shanice.reads@example.org. No fees, no gurus.',
  ],
  [
    'Perran',
    'Sleep: bought the mattress, bought the app, bought the drops. What worked was telling my brother the truth.',
  ],
  ['Ewa', 'Polecam też tę rozmowę, bardzo mądra: https://www.youtube.com/watch?v=abc123def45'],
  ['Del', 'Wanted: one (1) good night. Will pay cash.'],
  ['Nurse Joy', 'We use your “soft landing” exercise on the ward. Patients ask for it by name.'],
  ['Mrs Crabtree', 'Is there a cure for worry? My late husband said whisky.'],
  ['Ian', 'I work for a payday lender. I listen to people beg all day. I don’t know how much longer I can do the job.'],
  ['Fay', 'Signed up for a free trial of happiness and forgot to cancel.'],
  [
    'Rohan',
    'Someone rang about an “investment opportunity” and knew my mother’s name. She’d given it to them. She’s lonely, that’s all. She liked the chat.',
  ],
  ['Gwil', 'Cymraeg os gwelwch yn dda! Byddai llawer ohonom yn falch.'],
  ['Tina', 'Help!! My daughter is 15 and wants to be an influencer. 40k followers and no friends.'],
  [
    'Petros',
    'The link to the video in your newsletter is broken. It goes to a page with casino adverts! You may want to check your site.',
  ],
  ['Anja', 'I translated “quiet” as “leise” and my class argued for an hour. Wonderful.'],
  ['Reg', 'New knees, new hip, old heart. Cheers for the read.'],
  ['Hattie', 'I’d recommend Sheila at the Well Street practice, she saw me through the worst of it: 01632 960 210.'],
  ['Omar', 'Visa refused again. Three years of waiting. I read your post about uncertainty in the queue.'],
  ['Lulu', 'omg same'],
  ['Vince', 'My therapist moved to WhatsApp calls and it isn’t the same. Do you do telephone?'],
  ['Bridie', 'The dating apps want £30 a month to tell me that nobody’s looking.'],
  ['Thea', 'What’s the best time to ring you? I’ve tried twice and lost my nerve both times.'],
  ['Arlo', 'I’m a hacker by trade (the legal sort), and the thing I can’t break into is my dad.'],
  ['Connie', 'Your essay on envy hit home. My sister bought the house I wanted.'],
  ['Kenji', '英語の練習に毎週読んでいます。今週のお話がいちばん好きです。'],
  ['Babs', 'Can you get grants for counselling? Somebody in my choir said there are funds for carers.'],
];

export const heldBackHuman = examplesOf(typed);
