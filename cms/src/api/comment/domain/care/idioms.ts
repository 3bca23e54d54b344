/**
 * What sounds like danger and is only a way of speaking, in the notation of phrases/notation.ts. It is taken out before the rules
 * look, and nothing else of the sentence is.
 */
export const idioms: readonly string[] = [
  // dying of this and that
  '(dead|died|dying|die) (tired|of thirst|of hunger|of heat|of cold|of happiness|a death|laughing|of shame|of embarrassment|of laughter|of boredom|of curiosity|for a|for some|of loneliness|inside of)',
  'dying to (know|see|read|try|meet|hear|go|get|ask|tell|come|find|share|watch|taste|visit|start|be me)',
  '(could|nearly|almost) [have] died (of|laughing|when|with)', 'death of (me|us|him|a salesman)',
  '(bored|scared|worried|sick|frightened|tickled|love* (him|her|them|it|you)) to death [of]', 'see naples and die',
  'rather die than (speak|eat|wear|go to a|be late|dance|sing|ask|miss|watch|talk|do karaoke|present)',
  '(embarrass*|mortified|mortifying|cringe|cringing|awkward) … wanted (to die|the ground)', 'wanted to die of', 'over my dead body',
  'dead (on my feet|set|end|line|gorgeous|good|right|wood|funny|pleased|proud|nice|easy)',
  '(phone|laptop|car|battery|computer|kindle|tablets|houseplant|plant|plants|orchid) [has|just] died', 'to die for', 'old habits die hard',
  'do or die', 'never say die',
  // killing
  '(kill|killing) (time|an hour|a few minutes|it|me softly|eve|bill|the mood|two birds|us all|fields)',
  '(feet|back|knees|knee|head|legs|shoulders|shoes|heels|suspense|deadline|deadlines|traffic|heat|commute|stairs|neck|tooth|hip|wait|curiosity|hay fever|hayfever|calves|arms|it|that|this|homework|hangover) [really|absolutely|always|just|is|are|was|were|will be|are absolutely|is absolutely] (kills|killed|killing|kill) (me|us|you|him|them)',
  '(kill|murder) for (a|an|some|one)', 'could [quite happily|cheerfully|happily|absolutely] (murder|kill) (a|an|some|him|her|them|my)',
  'my (mother|mum|sister|boss|editor|wife|kids|grandmother|gran|teacher|flatmate|daughter) (will|would|is going to) kill me',
  '(killing|killed) myself (laughing|trying|on the|at the gym|with laughter)', 'kill myself laughing', 'killed (the cat|it)', 'dressed to kill',
  'if looks could kill', 'kill with kindness', 'will not kill (me|you|us|him|her)', 'what does not kill',
  // suicide as a word
  '(career|commercial|political|social|professional|financial|digital) suicide', 'suicide squad', 'virgin suicides',
  'suicide (prevention|awareness|bereavement|first aid|rates|statistics|helpline|hotline|note by|ideation in)', 'suicide bomb*',
  '(overdosed|overdosing|overdose) on (podcasts|chocolate|cake|coffee|tea|mince|cheese|sugar|netflix|news|telly|christmas|sunshine|biscuits|sprouts|turkey)',
  '(boss|mum|mother|wife|sister|editor|teacher|kids|teenager*|manager) … (murder|kill|strangle|throttle) me [if|when|for]',
  '(driving|drives|drive|drove|driven) me (up the wall|round the bend|mad|crazy|nuts|bonkers)', 'up the wall',
  '(hopeless|useless|rubbish|pathetic) (at|with) (small|names|maths|cooking|directions|dancing|sums|plants|money|it|technology|computers|remembering|saying|talking|speeches|diy)',
  '(lost|losing|lose) the will to live (in|at|on|during|by|halfway|after|while|when|queu*)', '(stopped|stop) hating myself',
  'nearly killed each other', 'killed anybody', 'for the (dog|cat|kids) i would (never|not) (get|leave|go) out', 'taken on too much',
  '(disappear|vanish|sink|melt|sleep) (into|in) (your|a|the|my) (photograph*|book*|sofa|bath|novel|blanket|cushions|words|picture*|photo*)',
  '(gave|given|giving) (my|the|our) (dog|cat|dogs|cats) to … (while|when|during|until)', 'safe to be let loose',
  'not safe (for work|in a bookshop|near cake)',
  '(point|use) of (the|this|your|that|a) (breathing|exercise|diary|homework|comment*|post|app|form|button|workshop|course|list)',
  'had enough of diet*', 'in the way (you|that|i|she|he|we|it|they|of|my)',
  // hitting, hurting, ending, going
  'hit on (me|her|him|us)',
  '(hit|hits|hitting) (rock bottom with|the nail|the road|the spot|the shops|the gym|a wall with|home|close to home|the sales)',
  '(words|line|post|sentence|part|bit|it|this|that|paragraph|song|poem|realisation|article|grief|news) [really|just|always|never|suddenly] (hit|hits|hitting|beat|beats|kicked|kicks|slapped|punched) me',
  'beat (myself up|me to it|around|about)', '(beat|beats|beating) me (at|to it|by)', 'kick* (myself|ass|off)', 'end it with',
  '(decided|agreed|wanted|want|going|had|ready|need) to (end it|end things|end the relationship) (after|with|amicably|and stay friends|by text)',
  'end|ended|ending things with', 'cannot go on (about|holiday|the|it|a|to|enough)', 'go on and on',
  'cannot (do this|do it) (justice|exercise|yoga|pose|without laughing)', 'i give up (sugar|chocolate|smoking|on the|trying to)',
  'cut myself (shaving|on|some|a slice|a|off)', 'burn* myself out',
  '(hurt|cut|burnt|burned) myself (falling|cooking|gardening|running|at the gym|playing|on|in the kitchen|lifting|with the)',
  'jump* (out of the window metaphorically|ship|for joy|through hoops|off the sofa|to conclusions|in at)', 'shoot me now',
  'shoot (myself|yourself) in the foot', 'hang (myself) out',
  'had enough of (my neighbour*|the weather|winter|this weather|work|my boss|the news|my job|people who|advice|zoom|emails)',
  '(had|have) enough of everything (bagel|being)', 'the ground to swallow', 'not be here (next|on|for the|this|when the|until|at the weekend)',
  'pinned me|it|this|up (to|on|above|over)', 'took me (for|to|by|a|in|so|years|ages|months|until)', 'take me to', 'my dad (jokes|joke)',
  'the crisis team (was|were) (kind|great|brilliant|wonderful|lovely)', 'i work (for|in|with) (a|the) crisis team',
  'i want out of (my contract|this job|the lease)', 'my last (comment|post) (was|did|got|disappeared|vanished)', 'the little secret',
  'comes into my room (to|with|at bedtime|for a)', 'locked me out of (my|the) (account|laptop|phone|email)', 'locked (myself) out',
  'do not think i will ever',
];

/** Books, films, songs and plays whose names alone sound like danger. */
export const titles: readonly string[] = [
  'i want to die but i want to eat tteokbokki', 'reasons to stay alive', '[to] kill a mockingbird', 'mockingbird', 'killing me softly',
  'do not fear the reaper', 'dead poets society', 'death of a salesman', 'do not go gentle into that good night', 'the bell jar',
  'how to die in oregon', 'killing eve', 'kill bill', 'kill your darlings', 'live and let die', 'no time to die', 'die hard', 'stayin* alive',
  'how to kill your family', 'my sister the serial killer', 'thirteen reasons why', '13 reasons why', 'a man called ove', 'night mother',
  'girl interrupted', 'the savage god', 'the noonday demon', 'darkness visible', 'this is going to hurt', 'it ends with us', 'i would die 4 you',
  'everybody hurts', 'knocking on heavens door', 'if i die young', 'dying to be me', 'as i lay dying', 'when breath becomes air', 'being mortal',
  'inside i am dead', 'murder she wrote', 'suicide is painless', 'i know why the caged bird sings', 'who wants to live forever',
  'the show must go on', 'i will survive', 'kill the boy', 'the body keeps the score', 'fear of flying', 'tomorrow never dies', 'goodbye to all that',
  'goodbye mr chips', 'goodbye yellow brick road',
];
