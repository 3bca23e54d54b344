/**
 * What around a phrase tells that it is not about now or not about anybody here, in the notation of
 * phrases/notation.ts.
 */

/** Right before a phrase, these turn it round. */
export const negations: readonly string[] = [
  '(not|never|no longer|without|nor) [really|actually|even|ever|currently|at all|feeling|going to|about to|planning to|planning on|trying to|thinking of|thinking about|wanting to|want to|be|been|felt|feel|or anything]',
  '(not|is not|was not) (that|because)',
  'do not (think|mean|believe) [that]',
  'far from',
  'anything but',
];

/** The writer speaks of long ago. */
export const longAgo: readonly string[] = [
  '(years|decades|a long time|long time|ages|many moons|long) ago',
  'that was (long|years|decades|a lifetime|another)',
  'when (i|we|he|she) (was|were) (#|little|small|young|younger|a child|a kid|a teenager|a student|at school|at university|at uni|growing up|in my|my|nine*|eight*|seven*|six*|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|children|kids|teenagers)',
  'as a (child|kid|teenager|student|young|boy|girl|teen)',
  'in my (teens|twenties|thirties|forties|youth)',
  'used to',
  'back (then|in)',
  'in (19*|200*|201*)',
  'in those days',
  'at the time',
  'growing up',
  'for years i',
  'in the (seventies|eighties|nineties|sixties)',
  'once upon',
  'in my past',
  '(there was|was) a time',
  'a time when',
  'it took me (#|ten|twenty|thirty|forty|years|decades)',
  'at (fifteen|sixteen|seventeen|eighteen|nineteen|twenty|fourteen) i',
  'long ago',
  'back in the day',
  'previously',
  'first marriage',
];

/** … and speaks of today as well, which may be the better half of the sentence; */
export const now: readonly string[] = [
  'right now',
  'tonight',
  'today',
  'this (morning|evening|week|weekend|month)',
  'yesterday',
  'last (night|week|weekend|month)',
  'an hour ago',
  'minutes ago',
  'hours ago',
  'days ago',
  'weeks ago',
  'on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
];

/** … or says that it is still so. */
export const stillSo: readonly string[] = [
  'again',
  'still',
  'is back',
  'are back',
  'came back',
  'coming back',
  'keeps',
  'anymore',
  'i [<really>] (want|wish|keep|cannot|feel|need|hate|plan|will)',
  'i do not want',
];

/** The writer tells that it has got better. */
export const safeNow: readonly string[] = [
  '(today|now|these days|since then) i am (glad|happy|well|alive|grateful|fine|here|married|free|so glad|okay|ok|forty*|thirty*|fifty*|sixty*)',
  '(glad|grateful|thankful|pleased|happy) [that] [i am|to be|i did not|i am still|to the|i was|it did not|i stayed|for the|i failed] … (here|alive|survived|found|live|stay*|fail*|friend|counsell*|nurse|stranger|doctor)',
  'life is (good|better|great|lovely|different|full|kind)',
  '(got|came|pulled|helped|got me) [me] (through|out|better|help|well)',
  'i (got|am|feel) better',
  '(have not|not) (in|since|for) (years|a long time|ages|decades)',
  'years (clean|free|sober)',
  '(it|things) (got|gets|can get|can change|do get|does get|did get|changed|can be)',
  'it can change',
  'glad [that] i (waited|stayed|asked|rang|called|hung on|held on|told)',
  '(he|she) is (ninety|eighty|seventy|dead|old|gone) now',
  'gets better',
  'happier than',
  '(i am|i am now) (well|fine|okay|recovered|forty*|thirty*|fifty*|sixty*|#) [now]',
  'recovered',
  'i left (him|her)',
  'never looked back',
  'made my peace',
  'behind me',
  'long behind',
  'i survived',
  'there was one',
  'saved (me|my life)',
  'i have (a|two|three) (dog|girls|boys|children|kids|daughter*|son*|good life)',
  'am at peace',
  'look back',
  'i have (learnt|learned)',
  'he has been dead',
  'glad i am still',
  'not where i am now',
  'had good help',
  'good help since',
  'is full of',
  'came out the other side',
  'it (passed|passes|does pass)',
  'since then',
  'never (again|since)',
  'no longer (do|feel|think)',
];

/** What is in quotation marks beside these is somebody else’s: a title, a line of a post or a song, a mail. */
export const othersWords: readonly string[] = [
  '(book|books|film|movie|song|lyric|lyrics|poem|poet|novel|novels|play|series|episode|album|title|titled|called|chapter|headline|line|lines|phrase|saying|proverb|quote|quotes|quotation|expression|paragraph|sentence|caption|article|post|blog|advert|slogan|scene|verse|chorus|script|documentary|podcast|memoir|essay|heading|scam|spam|phishing|newspaper)',
  'you (write|wrote|say|said|put|mention|mentioned|describe|quote|end|call)',
  'as you put it',
  'mail that said',
  '(people|everyone|everybody|they all|society|some people|men|women|we|clients) (say|said|always say|often say|tell)',
  'have you (read|seen|heard|watched)',
  '(i am|just|been|we) (reading|watching|watched|read|saw)',
  '(reading|watched|watching|listening to|sings|sang|sing)',
  'when (somebody|someone|a client|clients|people) (say|says|tells|said)',
  'the word|words',
];

/** … but not beside these: then it is the writer’s own thought, or somebody who is near. */
export const ownThought: readonly string[] = [
  'i [really|just|still|sometimes|often|always] (keep|think|thought|thinking|feel|say|said|hear|heard|tell|told|texted|wrote|whisper|wake|want|wanted|googled|typed|searched)',
  'i keep',
  'in|round my (head|mind|mouth)',
  'my (head|brain|mind) (says|said|goes|keeps|tells)',
  'goes round',
  'voice|voices',
  'to myself',
  '(to|at) (me|us)',
  'told me',
  '(texted|messaged|screamed|shouted|whispered)',
];

/** Somebody near has said it. */
export const saidByOthers: readonly string[] = [
  '<them> … (said|says|say|keeps saying|texted|text|wrote|told|shouted|shouts|screamed|screams|messaged|whispered|whispers|posted|replied|tells|goes|yelled|yells)',
];

/** Invented people have no present danger, unless somebody of the writer’s own is in the sentence. */
export const fiction: readonly string[] = [
  '(book|film|movie|song|poem|novel|play|series|episode|character|soap|documentary|drama|opera|story in|writing a|eastenders|corrie|coronation street|bell jar|plot|fiction|hamlet|ophelia|actor)',
];

export const ownPeople: readonly string[] = ['(my|our) [best|little|older|younger|teenage|own] <relation>'];

/** A child writes. */
export const childWrites: readonly string[] = [
  'i am [only|just|nearly|a|still] (7|8|9|10|11|12|13|14|15|16|17|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)',
  'i am in year (#|five|six|seven|eight|nine|ten|eleven)',
  '(my teacher|my form tutor|at school they|in year #)',
  '^ # and',
];
