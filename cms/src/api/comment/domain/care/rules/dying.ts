import type { PhraseRule } from '../phrase-rule';

const self = { kind: 'self', urgent: true } as const;

/** The writer does not want to live, or speaks of dying. */
export const dying: readonly PhraseRule[] = [
  {
    ...self, because: 'Says that they want to die',
    says: [
      '<i> want|wish|need|long|hope|ready|deserve|hoping|praying|waiting|wanting|pray to (die|be dead)', 'part of me [just|still] wants|want to (die|go|be dead|step|jump|drive)', '<i> wish i was|were|am dead|gone', 'i should be dead', 'want to be dead', 'better off dead',
      'wish i had never been born', 'wish i would never been born', 'wish i would died', 'wish i was never born', 'wish i (had|have) died', '<i> feel like dying', 'rather (be dead|die than (go back|live|carry on|stay|be here|wake))', 'i hope i die', 'want my life to (end|be over)', 'do not care if i (live|die|wake)',
      'would not mind if i (died|did not wake|got hit|was dead)', 'if i (died|die) [tonight|tomorrow|today|in my sleep]', 'looking forward to (dying|death|being dead)', 'let me die', '(woke|wake|waking) up [and] [this morning|again|every morning|today|still] (disappointed|gutted|annoyed|angry|sad|here|alive|was disappointed|wished|wish|furious)', '(disappointed|gutted|sad|sorry|annoyed|angry|upset|shame) [that|when|to] [i] (woke|wake|waking|did wake|survived|still here|be alive|be awake)', 'still (here|alive|breathing) [unfortunately|sadly|worse luck]', 'sick of (waking|breathing)', 'dread waking up', '(wish|wished) (it|that|the|this|he|she|cancer) … (killed me|finished me off|had been me|taken me)', 'why (am i|i am) still (here|alive)', 'why did [not] i|it (survive|die|kill me)', 'too (tired|scared|cowardly) to (live|die)', 'not scared to die', 'not afraid (to|of) (die|dying|death) anymore', 'i am going to die (tonight|today)',
    ],
  },
  {
    ...self, because: 'Speaks of ending their life',
    says: [
      'kill|killing|hang|hanging|drown|drowning|shoot|shooting|gas|gassing|top|topping|off|offing|strangle|poison myself', 'end|ending|take|taking (my [own] life|it all)', '(going|want|wanting|ready|need|plan*|decided|about|time|how|thinking) to|of|about (end|ending) (it|things|everything) [all|tonight|now|soon|today]',
      'end it (tonight|now|soon|today|tomorrow|this)', 'commit|committing suicide', 'in front of (a|the) (train|bus|lorry|car|tube)', '(jump|jumping|throw myself|walk|step|stepping) off (the|a) (bridge|roof|cliff|edge|platform|building|balcony|kerb)',
      'jump|jumping (out of the window|under)', 'driv*|crash*|steer*|swerv* … (wall|tree|lorry|river|bridge|oncoming traffic|central reservation)', 'wants to step off', '(die|end it|go) by my own hand', 'catch the bus tonight', '(coward|brave|guts|courage|nerve|chicken|bottle) … (do it|done it|go through|end it|jump|finish it)', '(would have|should have|i have) (done it|jumped) [by now|already|years ago]', 'such a coward', '(where|how|when|which) i would (stop|jump|do it|go|step|drive|hang|let go)', 'let go of the (wheel|steering)', 'take my hands off the wheel', 'finish myself', 'put an end to (it|me|myself|all)', 'topped myself', '(thinking|thought|think) (of|about) (jumping|doing it|the bridge|the river|stepping out|overdosing|my own death|ways out)', '(one|a|more|last) (step|jump) (and|from|off)', 'the (tracks|train line|railway line|platform edge|motorway bridge|multi storey|viaduct)', 'train times', 'do (it|something) (tonight|before they|so nobody)', 'hit by a (bus|car|lorry|train) … (relieved|fine|ok|mind|solve*|easier|good)', 'walk into the (sea|river|canal) [and]',
    ],
  },
  {
    ...self, because: 'Speaks of suicide about themselves',
    says: [
      '<i> suicidal', '(feel*|being|become|becoming|bit|quite) [<really>] suicidal', '<i> suicidal thoughts|feelings|ideation', '(my|having|have|get|getting|had|with|the) [very|bad|more|these|intrusive|constant|those] suicidal thoughts|feelings|ideation|urges', '(thinking|think|thoughts|dreaming|obsess*|fantas*|googling|googled|looked|looking|reading|consider*) … (suicide|dying|killing myself|being dead|ending it|not being here|not being alive)',
      'suicide … (every day|my mind|my head|i think|only|answer|option|me)', 'suicide note', 'plan to die', 'my suicide',
    ],
  },
  {
    ...self, because: 'Hopes not to wake up, or not to be here',
    says: [
      '(hope|wish|pray|want|hoping|wishing|praying|rather|could|prefer) … (not|never) [to|have to] wake [up]', 'go to|fall asleep|sleep and (not|never) wake', 'not [really|even|think i] want to (wake|exist|be alive|carry on living)', 'not [really|even|think i] want to (be here|be around|live|go on|carry on|keep going|be|do this) [<anymore>|tomorrow|like this|now|really]', '(want|wish|wanting|like|need) to (disappear|stop existing|not exist|not be here|go to sleep forever|sleep forever|vanish)',
      '<i> hate|hating being alive', 'not want to (see|face|live through|do) (tomorrow|another|the morning|christmas|my birthday|this life|life)', 'no longer want to (live|be here|be alive|exist)', 'no desire to live|be here', '<i> wish i [could|would|did] [just] not exist', '(could|would|did|to|and) [just] not exist', '(not|never) (existing|existed)', 'be (erased|gone forever|nothing)', '(rather|would prefer to) not be (here|alive|around)', 'sleep and sleep', 'sleep for ever|forever', 'wish i (was|were|am) not (here|alive)',
    ],
  },
  {
    ...self, because: 'Does not expect to be here much longer',
    says: [
      'not [think|going|see] [i|that i|to|myself] [will|would|am going to|being] [be] [here|around|alive] [for] (much longer|at christmas|by christmas|next christmas|for long|this time next year|when you|tomorrow to|to see)', '(will|would) not be (here|around|a problem|a burden|a bother|in your way|bothering) … (<anymore>|long|tomorrow|at christmas|to see|when you)',
      '[cannot|not] see myself (here|alive|around|being here|getting old|making it|reaching|at)', 'cannot see a future', 'no future for me', 'not going to (make it|be alive|see|reach) (to|through|much|christmas|the|my|tonight|next)', 'my affairs in order', 'when|once|after i am (gone|dead|not here)',
      'if i (was|were|am|is) (gone|dead|not here|not around|no longer here)', 'by the time you (read|see|get) this', 'this is [my] (goodbye|farewell|last goodbye|final goodbye|last message)', 'goodbye (everyone|everybody|world|all|forever)', '(letters|letter|notes|note) … to|for the|my (kids|children|girls|boys|family|wife|husband|mum|son|daughter)', 'goodbye (letter*|note*)',
      'given|gave|giving|rehomed the|my (cat|dog|dogs|cats) [to|away]', 'giving [all] my (things|stuff|clothes) away', 'my note (is|in)', '(note|will|letters) [is|are|all] [already] written', 'written [my|a|the] (note|will)', 'look after (the dog|the cat|the kids|mum|dad|them|everyone|my dog|my cat|my kids) for me', '(sorted|tidied|paid|settled|cleared|arranged|planned) [out] my (funeral|debts|things|will|affairs|flat|desk)', 'my funeral', '(will|would) not (be|have to) (bother|put up|worry|deal|see) … (soon|me|anymore|for long)', 'i will not be bothering', '(making|make|get|made|reach) [it] to (thirty|forty|fifty|#|eighteen|twenty*|sixty|christmas|summer|spring)', 'not [be] [here] by (spring|summer|christmas|easter|the end|my birthday|autumn)', 'one last (time|look|walk|drink|hug)', 'remember me (as|for|kindly)', 'forgive me', 'tell my (kids|wife|husband|mum|children|family|daughter|son) (i|that)', 'look after (them|my|the kids) (for|when|please)', 'thank you for everything goodbye', '(so|and) goodbye', 'my last (post|comment|message|words|night|day|christmas|summer)', 'it will [all] be over (soon|tonight)', 'soon be over', 'not be long now', 'see [mum|dad|him|her|you] (again|on the other side) soon',
    ],
  },
  {
    ...self, because: 'Feels like a burden, or that others would be better off',
    says: [
      '(better|best) (of|off) without me', 'better without me', '(easier|better|happier|simpler|best) … if i (was|were|am|is|just|did|went|disappeared|died|had|left)', '(i am|am i|feel like|being|such|become|just) [just|only|such] a burden', 'nobody|no one|anyone|anybody|who would|will [even] (miss|notice) [me|if i]', 'would [any*|even] (miss me|notice if i)', 'they would [all] cope|manage|get over without me|it',
      'not want to be a burden <anymore>', 'in everyones way', 'life insurance', 'the insurance', '(world|everyone|everybody|they|people|family|kids|children|wife|husband|mum|things|life|house|office) … (fine|better|okay|ok|happier|easier|cope|simpler|the same|no different|quieter|lighter) without (me|^)', 'without me [in it|around|here|dragging]', 'not be bother* (you|anyone|anybody|them|people)', 'in the way', 'dragging (them|everyone|everybody|him|her|you) down', 'waste of (space|oxygen|skin|air)', '(do|would) not deserve to (live|be here|be alive)', 'poison to', 'toxic to everyone', 'nobody would (care|cry|come|even)', 'no one would (care|cry|come|even)', 'who would [even] (care|notice|come|miss)', 'take up space', 'cost everyone',
    ],
  },
  {
    ...self, because: 'Sees no point, or no way out',
    says: [
      'no point <anymore>', 'no point (in|to|of) (anything|living|life|my life|going|carrying|any|it|being|me|trying)', 'not see the point <anymore>', '[not|no|cannot] see [the|any|a] point (in|of|to) (living|life|going on|carrying on|anything|any of it|being)', 'point (in|of|to) (living|going on|carrying on|being here|being alive|my life|me being)', '(nothing|not much|little) [left] to live for', 'no reason to (live|go on|be here|carry on|stay|get up|wake)', 'no reason left',
      'life is (not|no longer|hardly) worth (living|it)', 'not worth (living|being here|going on)', '(not|cannot|no longer) see (a|any|another|no) (way out|way through|other way|way forward|end to this|way)', '(no|only) [other] way out [of this]', 'no other way', 'i want out', 'the only (option|way|thing) left', '<i> want (it|it all|everything|this|the pain|the hurt|all this|all of it|all of this|the noise in my head|my head|life|the hurting) [all] to (stop|end|be over|go away|just stop)', 'make it [all] stop',
      'nothing left for me', 'point (of|to|in) me', 'what is the point [anymore|of|in|really|tbh|honestly]', '[what is] the point in (even|trying|anything)', 'cannot see (how|why) (to|i should|i would) (go|carry|keep|live|bother)', 'why (bother|carry on|keep going|go on|should i live)', '(every|all) (door|option|way) (is|has|are) (closed|shut|gone)', 'no light', '(only|easiest|one) way (this|it|i|to) (ends|end|stop|stops|get out)', 'this is the end', 'it is too late for me', 'beyond help', 'past (caring|saving|help)', 'over for me', 'nothing (helps|works|will help|left|ahead|to look forward)', 'want to switch (off|it off)', 'make it [all] quiet', 'cannot see (past|beyond|a reason|any reason|tomorrow|anything ahead)', 'no (reason|future) [for me|left|ahead]', 'nothing matters anymore', 'i have given up [on life|on everything]', 'want to give up on (life|everything|living)',
    ],
  },
  {
    ...self, because: 'Says that they can’t go on',
    says: [
      'cannot (go on|carry on|keep going)', 'cannot (do this|do it|do life|take this|take it|take life|live like this|live with|stand this|bear this|bear it|fight|face|be here|stay here|pretend) … <anymore>', 'cannot (do|face|take|bear) (another day|another night|any more of this|tomorrow|life|one more|much more)', 'not [sure|know] [if|how] [i|much|long] … (hold on|hang on|keep going|can go on|can carry on|cope much|last|survive)',
      '(had|have) enough of (being here|life|living|it all|this life|being alive|everything|this world)', '(done|finished|through) with (life|living|everything|it all|this life|this world|being alive)', '(tired|sick|weary|exhausted) of (living|life|being alive|being here|existing|this life|fighting|my life|waking)', 'not want to do this <anymore>', 'no fight left', 'nothing left in me', 'ready to give up', 'i give up', 'so done', '<i> [so|completely] done', 'had [just] enough', 'too much [now|for me|to bear|anymore]', 'not got (it|another|any|much) (in me|left|fight)', 'running out of (reasons|road|time|strength)', 'holding on by (a|my)', 'not (know|sure) how much (more|longer)', 'hanging by a thread', 'not going to (last|survive)', 'cannot (keep|hold) (doing this|going|on|pretending)', 'no more (fight|strength)', 
      '(how much|not) longer i can (do|take|go|cope|last|keep)', 'end of the road', 'not cope <anymore>', 'cannot live (like this|without|with|this)', 'cannot survive',
    ],
  },
];
