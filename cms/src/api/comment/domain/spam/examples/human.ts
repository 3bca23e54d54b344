import { examplesOf, type Typed } from './example';

/** Comments of people, written for this project; none of them may go to spam. */
const typed: readonly Typed[] = [
  // short thanks
  ['Jo', 'Thank you.'],
  ['Maggie', 'This helped. Thanks x'],
  ['R.', 'Needed this today.'],
  ['Dan', 'Great post.'],
  ['Anon', '❤️'],
  ['Pat', 'Lovely 🌿🌿'],
  ['Sunil', 'ok'],
  ['Hettie B', 'Beautifully put, as always.'],
  ['kev', 'cheers'],
  ['Moira', 'Thank you so much for sharing this, it really spoke to me.'],
  ['Liz', 'Great article! I’ve shared it with my sister.'],
  ['A reader', 'Very helpful, thank you. I will come back and read it again.'],
  ['Tom', 'Excellent post, thanks for writing it.'],
  ['Bea', 'I’ve bookmarked this for the next bad Sunday.'],
  ['Fiona', 'Your blog is a quiet corner of the internet. Please keep writing.'],
  ['Gwen', 'Amen to that!!!!!'],
  ['zx', '🙏🙏🙏'],
  ['Ollie', 'THIS. SO MUCH THIS.'],
  ['Nell', 'sooooo true'],
  ['Ibrahim', 'Ten out of ten'],
  // long stories
  [
    'Carol',
    'I was made redundant in January after twenty-two years in the same office. At first I told everybody it was a gift. I cleaned the loft. I made a sourdough starter and gave it a name. It was only in April, when I had to fill in a form and came to the box that says occupation, that I sat down on the stairs and could not get up again for a good while. I wrote “between things” in the end. Your piece about rest not being a reward made me see that I had been treating those weeks as something to be paid back. I have no lesson to offer. I just wanted to say that I’ve left the box empty on the next form and the sky did not fall in.',
  ],
  [
    'Stephen',
    'My father kept bees. When he died my brother and I did not know what to do with them, and we didn’t know what to do with each other either, so for a summer we stood next to the hives in his two suits, which were both too big, and said very little. Somebody from the local club came and showed us how to look for the queen. By September we’d had one proper row and one proper laugh and about thirty jars of honey, most of which is still in my garage. I don’t think we ever spoke about Dad as such. But I know what you mean about grief being something you do beside somebody rather than something you get through. Thank you for giving it words. I’m sending the link to my brother, who will pretend he hasn’t read it.',
  ],
  [
    'Ama',
    'I started counselling because of my back. The physio said, very kindly, that she thought there was nothing more that she could do and had I considered talking to somebody. I was cross for a fortnight. Then I went. For the first three sessions I talked about the back. In the fourth I talked about my mother’s back, and in the fifth I didn’t talk for quite a long time. It still hurts on damp days, I won’t pretend otherwise, but I no longer carry it about like a verdict.',
  ],
  [
    'Peter W',
    'We adopted two boys, four and six, and everybody told us about attachment and nobody told us about the laundry. What I would say to anybody at the start of it: the small things are the big things. The same cup. The same joke at the same bend in the road. We got a great deal wrong. I shouted once about a shoe and saw a face that I will remember for ever. I said sorry. He said “you came back”, because I had gone out of the room. So now I say it when I go: I’m coming back. They’re fourteen and sixteen now and roll their eyes, and last week the younger one said it to me as he left for a school trip.',
  ],
  [
    'Night nurse',
    'I work nights on a ward and read on my break, which is how I came to be reading about crying in front of someone at ten to four with a cheese sandwich. I’ve seen so many people apologise for it. Men especially, they look for somewhere to put their face. I usually say that it’s allowed here. Then I go home and do not cry myself, of course, I put the washing on. I’m going to think about that.',
  ],
  [
    'Lowri',
    'When the children were small I had a phrase that I said in my head on the landing, before going in: “soft hands, soft voice”. I didn’t always manage it. Now they’re grown up and it’s my mother’s landing, and the hands are lifting her, and I found myself saying it again the other morning without having thought of it in twenty years. I don’t know where these things are kept in the meantime. Anyway your post about kindness without pretending brought it all up and I’m grateful.',
  ],
  [
    'Derek',
    'Long time reader, first time writing anything on the internet to be honest. I’m a retired bus driver. You see all of life on the number 8, people crying, people being sick, once a birth, near enough. I used to think that talking about it was for other folk. After my wife passed the doctor gave me a leaflet and I put it behind the clock. It stayed there fourteen months. When I finally rang, the lady said would Tuesday do, and I said Tuesday would do very well, as if it was the dentist. That was the hardest bit, ringing. So if you are reading this with a leaflet behind your clock, well. Tuesday will do very well.',
  ],
  [
    'Shaz',
    'ok so im not a writer sorry for the spelling. me and my mum didnt speak for 6 years over something that was said at a wedding. i was in the right by the way lol. then my little lad asked who is the lady in the photo and i had to go in the kitchen. i rang her that night and she just said hello love as if id popped out for milk. still havent talked about the wedding. maybe we dont have to?? anyway good blog',
  ],
  [
    'E. Thornbury',
    'May I offer a different view. I was brought up in a house where nobody said anything about feelings, and I have always thought that it did us no harm. Reading your piece I notice that I wrote “us”, and that I am the only one of the four still in touch with the others. Perhaps that’s the answer. I don’t promise to change my mind, I am seventy-eight, but I’ve turned it over all week on my walks by the canal and I thought you should know.',
  ],
  [
    'Mira',
    'I’ve been in three choirs and left all three at the point when somebody knew my name. I only noticed this because of your post about ending well. The first time I said it was the parking. The second time it was Brahms. The third time I just stopped going and turned my phone off on Thursdays. I’ve written to the first choir to ask if they still need altos. They do. Everybody always needs altos, it turns out.',
  ],
  // foreign names, foreign English
  [
    'Nguyễn Thị Mai',
    'In my country we do not say I am sad, we say my belly is tired. I like that you write about body also.',
  ],
  [
    'Oluwaseun Adeyemi',
    'As a Nigerian man I was taught to be strong for everyone. It was good to read that asking for help is also strength.',
  ],
  ['Владимир', 'Sorry for my English. I read with dictionary. Very warm text, thank you from Riga.'],
  ['محمد', 'Thank you for this. My wife found it and we read it together.'],
  ['Siobhán Ní Dhomhnaill', 'Go raibh maith agat. A gentle read for a wet morning.'],
  ['王小明', 'I come to England two year ago. My flatmate is always “fine”. Now I know what it can mean.'],
  ['Þórdís', 'We have no word for small talk in my family. Thank you for the bit about silence.'],
  ['Priyanka Chakraborty', 'Aunties will ask about marriage before they ask how you are. I laughed and then I didn’t.'],
  [
    'José María',
    'Hello, I am from Sevilla, I live in Leeds since 2016. I miss the light. Your winter post is very true.',
  ],
  ['Zsófia K.', 'I had to read it twice because of language but it was worth it.'],
  [
    'Chukwuemeka',
    'My pastor says pray and my doctor says tablets. You are the first who says both people may be right.',
  ],
  [
    'Dr Okonkwo',
    'I’m a GP and I hand out your address on a slip of paper. Patients have told me they like that there is nothing to sign up for.',
  ],
  ['Bogdan', 'Is good article. I will make print for my wall in the kitchen'],
  ['X Æ', 'name is real btw. good post'],
  // links to a book, a help site, another post
  [
    'Hannah',
    'This reminded me of Susan Cain’s Quiet, which says something similar about rooms full of people: https://www.penguin.co.uk/books/56535/quiet',
  ],
  ['Ruth', 'For anyone who needs it: https://www.samaritans.org/ answers day and night.'],
  [
    'Colin',
    'There’s a free booklet by Mind about sleep at https://www.mind.org.uk/information-support/types-of-mental-health-problems/sleep-problems/ that helped me.',
  ],
  [
    'Jas',
    'The NHS page on grief says much the same: www.nhs.uk/mental-health/feelings-symptoms-behaviours/feelings-and-symptoms/grief-bereavement-loss/',
  ],
  ['Bernard', 'https://www.poetryfoundation.org/poems/46569/wild-geese is the poem you are thinking of, I believe.'],
  [
    'Imogen',
    'I wrote about the same thing on my own little blog after my divorce, if you’d ever like to read it (imogenwrites.wordpress.com). No worries if not, I just liked how you ended yours.',
  ],
  [
    'Alan',
    'The book I mean is this one: https://www.waterstones.com/book/9780141033570 – not cheap, but the library had it.',
  ],
  [
    'Tess',
    'Have you seen this talk? https://www.youtube.com/watch?v=iCvmsMzlF7o She says that shame needs secrecy, which is your point, I think.',
  ],
  [
    'Meera',
    'Cruse has local groups, https://www.cruse.org.uk , I go to the one on Thursdays and the biscuits are good.',
  ],
  [
    'Harry',
    'Interesting. I think the study you mention is https://doi.org/10.1080/15298868.2015 or one by the same people? It would be good to have the reference.',
  ],
  [
    'Nia',
    'Your link to the older post is broken, it goes to /blog/rest-is-not but should be /blog/rest-is-not-a-reward I think',
  ],
  [
    'Sandra',
    'Wikipedia has a nice explanation of the window of tolerance, en.wikipedia.org/wiki/Emotional_dysregulation, though I like yours better.',
  ],
  [
    'Francis',
    'I found two groups near me through https://www.hubofhope.co.uk and https://andysmanclub.co.uk. The second one meets on Mondays at seven. I was terrified and it was fine.',
  ],
  ['Gill', 'Got it from amazon in the end: https://www.amazon.co.uk/dp/0141984716 . My husband has stolen it already.'],
  // swear words
  ['Mick', 'Bloody hell. That was me on the page.'],
  ['Anon', 'fuck this year honestly. thanks for the post'],
  ['Tasha', 'My boss is an absolute arsehole and I finally said no. NO. It’s a whole sentence, as you said.'],
  ['Gaz', 'thought this would be a load of wanky bollocks and it wasn’t'],
  ['Lena', 'Shit, I’m crying on the 43 bus.'],
  ['no name', 'This is crap. You people charge £60 an hour to nod.'],
  ['Kirsty', 'I’m so f***ing tired of being the strong one'],
  ['Andy', 'Piss off with your breathing exercises (joking. mostly. I did them)'],
  ['Cass', 'sex after having a baby is so bloody complicated and nobody writes about it. would you?'],
  ['Ted', 'Grief is a bastard.'],
  // quotes of scam mails and talk about money, pills, gambling, sex
  [
    'Joyce',
    'I nearly fell for one of those mails: “Dear beloved, I am Mrs Elizabeth, a dying widow, and I wish to donate 5.5 million dollars to you, contact my barrister”. I felt so silly. How do you stop being ashamed of being lonely enough to want it to be true?',
  ],
  [
    'Ken',
    'My mum was scammed by a man who said he was an engineer on an oil rig. He asked her for bitcoin and gift cards. She lost most of her savings and, worse, she lost him. Nobody understands that she is grieving.',
  ],
  [
    'Dawn',
    'I get ten mails a day, “Make money fast working from home!!!”, “Hot singles in your area”, and not one from a person. That’s what your post on loneliness made me think of, oddly.',
  ],
  [
    'Rob',
    'Gambling took my house. It was online casinos, at night, on my phone, in bed next to my wife. Free spins, they call it. 14 months clean today.',
  ],
  ['Phil', 'I’m a recovering gambler and the betting ads at football are relentless. Thanks for not being preachy.'],
  [
    'Val',
    'The viagra conversation, as my husband calls it, is one that we should’ve had five years earlier. Thank you for the post about talking.',
  ],
  [
    'Neil',
    'Someone rang pretending to be my bank. I gave them everything. £4,200. My wife was kind about it, which was worse.',
  ],
  [
    'Kelly',
    'payday loans got me into such a mess that I stopped opening letters. stepchange were brilliant and did not judge. just putting it here in case',
  ],
  [
    'Marion',
    'Is this a scam? I had a message, “Hello sir/madam, we can rank your website on the first page of Google, 100% guaranteed”, and it mentioned your site. I thought that you should know.',
  ],
  [
    'Sam',
    'I’ve been off diazepam for a year, and the dreams are only now settling. Any other readers been through it?',
  ],
  ['Will', 'Crypto bros tell you that everything is a mindset. I lost 3k on “mindset”. I’d rather read you.'],
  [
    'Ada',
    'An email said “Your account has been suspended, click here to verify”, and my heart raced for an hour. It made me see how wound up I am.',
  ],
  [
    'Trish',
    'My sister went to a psychic who said that for £500 she could bring her ex back. I was furious. But your post about hope made me softer with her.',
  ],
  [
    'Col',
    'an essay mill wrote my dissertation 20 years ago and i have felt like a fraud ever since. theres my confession',
  ],
  ['Jean', 'My grandson says I should be on WhatsApp. I prefer letters. Are there others?'],
  // grief
  ['Mary', 'My husband died on the second of May. I still buy the wrong amount of milk.'],
  ['Ed', 'Stillbirth. Nineteen years ago. Thank you for using the word.'],
  [
    'Lou',
    'We scattered Dad’s ashes at Robin Hood’s Bay and the wind blew them straight back at us. He’d have loved it.',
  ],
  ['Yusuf', 'Inna lillahi wa inna ilayhi raji’un. My mother, three weeks. I read your post after fajr.'],
  [
    'Petra',
    'The dog waits at the door at half past five. I haven’t the heart to tell him, and I haven’t the heart to tell me.',
  ],
  ['Ewan', 'My brother. Motorbike. 24. That’s all I can write.'],
  ['Celia', 'It’s the voicemails I can’t delete. There are three. In one she only says “it’s me, ring me”.'],
  ['Joan', 'People say “at least he had a good innings”. I could scream.'],
  ['G', 'miscarriage number four. i don’t tell people any more. i’m telling you'],
  ['Theo', 'First Christmas without her. We laid her place by mistake and then left it.'],
  // other languages
  ['Claire', 'Merci pour ce texte. Je l’ai lu à voix haute à ma mère, et nous avons parlé longtemps toutes les deux.'],
  [
    'Agnieszka',
    'Dziękuję za ten wpis. Od śmierci taty nie umiałam nazwać tego, co czuję, a tutaj znalazłam swoje słowa.',
  ],
  ['रीता', 'बहुत सुंदर लेख है। मेरी माँ को भी पढ़कर सुनाया। धन्यवाद।'],
  ['ليلى', 'شكراً جزيلاً على هذه الكلمات الطيبة. قرأتها أكثر من مرة وشعرت بأنني لست وحدي.'],
  ['李娜', '谢谢你的文章。我在英国读书，有时候很想家，读完以后心里暖了一点。'],
  ['Ольга', 'Спасибо вам за эту статью. Читала вечером и плакала, но хорошо так плакала.'],
  ['Δήμητρα', 'Σας ευχαριστώ πολύ. Με βοήθησε να μιλήσω με την αδελφή μου.'],
  ['Marta', 'Gracias. Nadie en mi familia habla de estas cosas y yo ya no quiero callar.'],
  ['Björn', 'Tack för texten! Jag läste den på tåget och glömde nästan att gå av.'],
  ['יעל', 'תודה רבה. קראתי את זה בלילה כשלא הצלחתי להירדם, וזה עזר.'],
  ['さくら', 'とても優しい文章でした。何度も読み返しています。ありがとうございます。'],
  ['Giulia', 'Grazie mille, parole semplici e vere.'],
  ['Rhodri', 'Diolch o galon. Mae’n braf darllen rhywbeth sydd ddim yn gweiddi.'],
  ['Ayşe', 'Yazınızı annemle okudum, ikimiz de biraz ağladık. Teşekkürler.'],
  ['Hans', 'Danke für den Beitrag. Besonders der Satz über das Warten hat mich getroffen.'],
  ['ਗੁਰਪ੍ਰੀਤ', 'ਬਹੁਤ ਵਧੀਆ ਲਿਖਿਆ ਹੈ ਜੀ, ਧੰਨਵਾਦ।'],
  ['Ioana', 'Mulțumesc. Am trimis textul și surorii mele.'],
  ['Thảo', 'Cảm ơn chị. Bài viết làm em nhớ mẹ nhiều.'],
  // questions
  ['Ben', 'How long does counselling usually take?'],
  ['Ros', 'Do you work online? I live on Skye and the nearest counsellor is two hours away.'],
  ['Nick', 'What’s the difference between a counsellor and a psychologist?'],
  ['Sonia', 'Would you see a couple if only one of them wants to come?'],
  ['Unsure', 'is it normal to not know what to say in the first session'],
  ['Hugh', 'Do you offer concessions? I’m on universal credit and £60 is a week’s food.'],
  ['Jill', 'Could you write about menopause and anger? I’d buy the book and the t-shirt.'],
  ['Parveen', 'Can my mum bring somebody to translate?'],
  ['Mike', 'What do I say to a mate whose wife has left? We only ever talk about football.'],
  [
    'Tilly',
    'When is the next workshop and is there a website where I can book? My email is tilly.brown@example.org if you can let me know.',
    'tilly.brown@example.org',
  ],
  ['Geoff', 'could you ring me on 07700 900456 about an appointment please'],
  ['Aled', 'Where can I buy the cards in the photo? Are they for sale?'],
  ['Vera', 'Is there a newsletter? I never remember to look at websites.'],
  ['Iris', 'How much does a session cost and do you take cards?'],
  ['Jonny', 'does hypnotherapy work for smoking or is it a con? serious question'],
  // disagreement and criticism
  [
    'Barbara',
    'I don’t agree with this at all. Forgiveness is not always possible, and I’m tired of being told that it sets me free.',
  ],
  ['Simon', 'With respect, the second half contradicts the first.'],
  ['Lorna', 'This may work for people with time and money. Some of us have three jobs.'],
  ['Clive', 'Too long. Get to the point.'],
  ['Ness', 'You say “we all”. We don’t all. I’m autistic, and eye contact isn’t warmth for me.'],
  ['Grumpy', 'The grey text is hard to read on my phone.'],
  ['Paula', 'I felt a bit told off by this one. Just being honest.'],
  [
    'M.',
    'Counselling made me worse. I think that someone should say so here. It opened things up, and then the six sessions were over.',
  ],
  ['Jeremy', 'Psychology is not a science and the plural of anecdote is not data. Still, nicely written.'],
  ['Annie', 'Could you please put content notes on posts about babies? I wasn’t ready for that one.'],
  // capitals, digits, emoji, odd typing, trade words in human mouths
  ['DOREEN', 'I AM SORRY ABOUT THE CAPITALS MY GRANDSON SET THE TABLET UP. LOVELY WRITING.'],
  ['Ned', '1. Read it. 2. Cried. 3. Rang my brother. 4. He’s coming on Sunday.'],
  ['Poppy', '😭😭😭 the bit about the coat 😭'],
  ['Vic', 'I work in SEO and even I can see that you don’t care about keywords. Please never start.'],
  ['Ray', 'I’m a locksmith in Hull and you would not believe what people tell you while you change the locks.'],
  ['Suki', 'I run a small online shop for yarn and your post on rest is pinned up over the till.'],
  ['Dev', 'As a web developer I love that this page loads without any JavaScript!! How did you do it?'],
  [
    'Marcus',
    'I’m a life coach (yes, one of those), and I send people to counsellors when it’s beyond me. More of us should.',
  ],
  ['Bex', 'I’m an escort, the kind people whisper about, and I’d like to know whether a counsellor would judge me.'],
  ['Old Tom', 'Found this while looking for cheap flights, stayed for an hour. Funny old thing, the internet.'],
  ['Fi', 'My mortgage adviser cried on the phone to me. I didn’t know what to do so I just stayed on the line.'],
  ['Ines', 'Weight loss clubs messed up my head for thirty years. Would you write about bodies?'],
  ['Lev', 'I hacked together a little routine from your post: tea, window, ten breaths. Works about half the time.'],
  [
    'Wendy',
    'Thank you for this post!! I found your website through a friend and I’m so glad I did. I’ll definitely be back and I’ve told everyone at work about it.',
  ],
];

export const human = examplesOf(typed);
