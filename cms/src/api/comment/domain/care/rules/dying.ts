import type { PhraseRule } from '../phrase-rule';

const self = { kind: 'self', urgent: true } as const;

/** The writer does not want to live, or speaks of dying. */
export const dying: readonly PhraseRule[] = [
  {
    ...self, because: 'Says that they want to die',
    says: [
      '<i> want|wish|need|long|hope|ready|deserve|hoping|praying|waiting|wanting|pray to (die|be dead)', 'part of me [just|still] wants|want to (die|go|be dead|step|jump|drive)', '<i> wish i was|were|am dead|gone', 'i should be dead', 'want to be dead', 'better off dead',
      'wish i had never been born', 'wish i would never been born', 'wish i would died', 'wish i was never born', 'wish i (had|have) died', '<i> feel like dying', 'rather (be dead|die than (go back|live|carry on|stay|be here|wake))', 'i hope i die', 'want my life to (end|be over)', 'do not care if i (live|die|wake)',
      'would not mind if i (died|did not wake|got hit|was dead)', 'if i (died|die) [tonight|tomorrow|today|in my sleep]', 'looking forward to (dying|death|being dead)', 'let me die', 'i am going to die (tonight|today)',
    ],
  },
  {
    ...self, because: 'Speaks of ending their life',
    says: [
      'kill|killing|hang|hanging|drown|drowning|shoot|shooting|gas|gassing|top|topping|off|offing|strangle|poison myself', 'end|ending|take|taking (my [own] life|it all)', '(going|want|wanting|ready|need|plan*|decided|about|time|how|thinking) to|of|about (end|ending) (it|things|everything) [all|tonight|now|soon|today]',
      'end it (tonight|now|soon|today|tomorrow|this)', 'commit|committing suicide', 'in front of (a|the) (train|bus|lorry|car|tube)', '(jump|jumping|throw myself|walk|step|stepping) off (the|a) (bridge|roof|cliff|edge|platform|building|balcony|kerb)',
      'jump|jumping (out of the window|under)', 'driv*|crash*|steer*|swerv* … (wall|tree|lorry|river|bridge|oncoming traffic|central reservation)', 'wants to step off', '(die|end it|go) by my own hand', 'catch the bus tonight', 'hit by a (bus|car|lorry|train) … (relieved|fine|ok|mind|solve*|easier|good)', 'walk into the (sea|river|canal) [and]',
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
      '<i> hate|hating being alive', 'not want to (see|face|live through|do) (tomorrow|another|the morning|christmas|my birthday|this life|life)', 'no longer want to (live|be here|be alive|exist)', 'no desire to live|be here', '<i> wish i could|would not exist', 'wish i (was|were|am) not (here|alive)',
    ],
  },
  {
    ...self, because: 'Does not expect to be here much longer',
    says: [
      'not [think|going|see] [i|that i|to|myself] [will|would|am going to|being] [be] [here|around|alive] [for] (much longer|at christmas|by christmas|next christmas|for long|this time next year|when you|tomorrow to|to see)', '(will|would) not be (here|around|a problem|a burden|a bother|in your way|bothering) … (<anymore>|long|tomorrow|at christmas|to see|when you)',
      '[cannot|not] see myself (here|alive|around|being here|getting old|making it|reaching|at)', 'cannot see a future', 'no future for me', 'not going to (make it|be alive|see|reach) (to|through|much|christmas|the|my|tonight|next)', 'my affairs in order', 'when|once|after i am (gone|dead|not here)',
      'if i (was|were|am|is) (gone|dead|not here|not around|no longer here)', 'by the time you (read|see|get) this', 'this is [my] (goodbye|farewell|last goodbye|final goodbye|last message)', 'goodbye (everyone|everybody|world|all|forever)', '(letters|letter|notes|note) … to|for the|my (kids|children|girls|boys|family|wife|husband|mum|son|daughter)', 'goodbye (letter*|note*)',
      'given|gave|giving|rehomed the|my (cat|dog|dogs|cats) [to|away]', 'giving [all] my (things|stuff|clothes) away', 'my last (post|comment|message|words|night|day|christmas|summer)', 'it will [all] be over (soon|tonight)', 'soon be over', 'not be long now', 'see [mum|dad|him|her|you] (again|on the other side) soon',
    ],
  },
  {
    ...self, because: 'Feels like a burden, or that others would be better off',
    says: [
      '(better|best) (of|off) without me', 'better without me', '(easier|better|happier|simpler|best) … if i (was|were|am|is|just|did|went|disappeared|died|had|left)', '(i am|am i|feel like|being|such|become|just) [just|only|such] a burden', 'nobody|no one|anyone|anybody|who would|will [even] (miss|notice) [me|if i]', 'would [any*|even] (miss me|notice if i)', 'they would [all] cope|manage|get over without me|it',
      'not want to be a burden <anymore>', 'i just get in the way', 'in everyones way', 'the insurance',
    ],
  },
  {
    ...self, because: 'Sees no point, or no way out',
    says: [
      'no point <anymore>', 'no point (in|to|of) (anything|living|life|my life|going|carrying|any|it|being|me|trying)', 'not see the point <anymore>', '[not|no|cannot] see [the|any|a] point (in|of|to) (living|life|going on|carrying on|anything|any of it|being)', 'point (in|of|to) (living|going on|carrying on|being here|being alive|my life|me being)', '(nothing|not much|little) [left] to live for', 'no reason to (live|go on|be here|carry on|stay|get up|wake)', 'no reason left',
      'life is (not|no longer|hardly) worth (living|it)', 'not worth (living|being here|going on)', '(not|cannot|no longer) see (a|any|another|no) (way out|way through|other way|way forward|end to this|way)', '(no|only) [other] way out [of this]', 'no other way', 'i want out', 'the only (option|way|thing) left', '<i> want (it|it all|everything|this|the pain|the hurt|all this|all of it|all of this|the noise in my head|my head|life|the hurting) [all] to (stop|end|be over|go away|just stop)', 'make it [all] stop',
      'nothing left for me', 'nothing matters anymore', 'i have given up [on life|on everything]', 'want to give up on (life|everything|living)',
    ],
  },
  {
    ...self, because: 'Says that they can’t go on',
    says: [
      'cannot (go on|carry on|keep going)', 'cannot (do this|do it|do life|take this|take it|take life|live like this|live with|stand this|bear this|bear it|fight|face|be here|stay here|pretend) … <anymore>', 'cannot (do|face|take|bear) (another day|another night|any more of this|tomorrow|life|one more|much more)', 'not [sure|know] [if|how] [i|much|long] … (hold on|hang on|keep going|can go on|can carry on|cope much|last|survive)',
      '(had|have) enough of (being here|life|living|it all|this life|being alive|everything|this world)', '(done|finished|through) with (life|living|everything|it all|this life|this world|being alive)', '(tired|sick|weary|exhausted) of (living|life|being alive|being here|existing|this life|fighting|my life|waking)', 'not want to do this <anymore>', 'no fight left', 'nothing left in me', 'ready to give up', 'i give up', 
      '(how much|not) longer i can (do|take|go|cope|last|keep)', 'end of the road', 'not cope <anymore>', 'cannot live (like this|without|with|this)', 'cannot survive',
    ],
  },
];
