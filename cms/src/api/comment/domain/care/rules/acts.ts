import type { PhraseRule } from '../phrase-rule';

const self = { kind: 'self', urgent: true } as const;

/** What the writer has done or prepared, to end their life or to hurt themselves. */
export const acts: readonly PhraseRule[] = [
  {
    ...self, because: 'Says that they have taken tablets or something else',
    says: [
      '(taken|took|swallowed|necked|downed|popped|had|eaten) … (all|load|loads|lot|lots|many|handful|handfuls|box|packet|bottle|bunch|whole|rest|strip|ton|tons|much|#|twenty|thirty|forty|fifty|ten|dozen) [of] … <tablets>',
      '<i> took|taken|take|taking [a|an|another|another small|massive] overdose', '<i> overdosed',
      '(taken|took|swallowed|drank|drunk) [some|the|all the|all] (bleach|antifreeze|poison|weedkiller)', '<i> (taken|took) something i should not',
      'mixed … <tablets> … (vodka|alcohol|drink|whisky|gin|wine)', 'my overdose',
      '(taken|took|swallowed|necked|downed|had) (a|the|my) [whole|entire|full|big] (packet|bottle|box|strip|stash|handful|month|weeks|pack|sheet|tub) [of|worth|supply]',
      '(taken|took|swallowed|necked|downed|eaten|popped|had) (them|it) all', '(taken|took) [way|far] too (many|much)',
      'everything in the (cabinet|cupboard|bathroom|drawer)', 'stomach pumped', 'put the (rope|noose|belt|bag|cord) (round|around|over)',
      '(woke up|ended up|i am|been|back|lying|sat) in (hospital|a e|resus|icu|intensive care) (again|after)',
    ],
  },
  {
    ...self, because: 'Says that they tried to end their life',
    says: [
      '(tried|attempted|trying|try|nearly|almost) [to] (kill|killed|hang|hanged|hung|drown|drowned|end|ended|shoot|jump) (myself|my life|it|it all|off|in front)',
      'killed myself (last|nearly|today|yesterday)', '(my|last|another|a|second|third|failed) (suicide attempt|attempt on my life)',
      '<i> wanted to (die|be dead|kill myself|end it|end my life)', '<i> was suicidal', '<i> (was|were) going to kill myself',
      'tried to take my own life', 'nearly (did it|ended it|jumped|went through with it)', 'tied a noose',
    ],
  },
  {
    ...self, because: 'Has a plan, or the means',
    says: [
      '(have|got|made|my) a|the plan … (when|how|tonight|end|die|tablets|date|ready)', 'i (have|got) a plan and',
      'know (how|when|where) i (will|would|am going to|am gonna) do it',
      '(got|have|bought|saved|saving|keep|keeping|hidden|stashed|stockpil*|hoard*|collecting|counting|count|stash|stock) … <tablets> … (ready|drawer|saved|stashed|case|just|enough|hidden|together|box|most)',
      '(saving|saved|stockpil*|hoard*|collecting|stash) [up] [all] [of] [my|the] <tablets>', 'enough <tablets>', 'everything i need to do it',
      '(painless|painful|quickest|easiest|quietest|peaceful|least painful) way [to] (to go|to die|to do it|go|out|^)',
      '(staring|looking) at (the|my|this) (pills|tablets|bottle|knife|blade|rope|noose|bridge)', 'belt (round|around) my',
      '(on|got) [a|the] chair and', '(made|making) (my|the) decision', 'decision is made', '(nobody|no one) can stop me',
      'too late to (help|stop|save) me', '(stopped|stopping) taking my (insulin|heart|inhaler)', '(stopped|refusing) dialysis',
      '(nobody|who|someone|they|kids) (would|will) find me', 'matter of time (before|until) i', 'sooner or later i will',
      '<i> (bought|got|have|found|hid|tied) [a|the|some|my] (rope|noose|razor blades|razors|blades|ligature)', 'set a date',
      'looking up (ways|how|methods)', '(ways|methods|painless way|easiest way|best way) to (die|kill|end|do it)',
      'how many <tablets> (to|would|does|do|it)',
      '(standing|stood|sat|sitting|am|stand|sit|been|here|up) (on|at|by) the (edge of the platform|edge of the bridge|platform edge|edge of the cliff|bridge|ledge|roof|tracks|railway|cliff|platform|wrong side)',
      '(driven|drove|drive|walked|walk|went|go|been going) to the (bridge|cliff|cliffs|railway|tracks)', 'beachy head',
      'got the (tablets|pills|rope|knife)', 'know where i would go', 'noose',
      '(shotgun|gun|rifle) … (cupboard|cabinet|stop looking|loaded|head|mouth|drawer)',
      '(got|have|picked|chosen|worked|found) [out] (the|a|my) (spot|place|date|day|method|tree|note)', 'a date in mind', 'it is all planned',
      '(researched|researching|googled|googling|searched|reading up) [how|about|ways|on] [much|many|to] (to|overdose|<tablets>|die|hanging|it takes|lethal|fatal|noose|knots)',
      '(lethal|fatal) dose', 'carbon monoxide', 'helium',
      '(sat|sitting|lying|standing) … (with|holding) (the|a|my) (razor|blade|pills|tablets|rope|bottle of pills)',
      '(the|my) (blade|razor|knife|rope|gun|belt) [is] (in|on|under|by|next)',
    ],
  },
  {
    ...self, because: 'Can’t keep themselves safe',
    says: [
      'not|cannot [be able to] keep (myself|me) safe', '(do not|not) (trust|safe with|safe around) myself',
      '<scared> … (i will|i might|i am going to|i would|i could) … (do something|do it|hurt myself|harm myself|end it|end up doing|kill myself)',
      '<scared> of (what i|myself)', 'what i (might|will|could|would) do to myself', '(do not|not) feel safe', 'unsafe (at home|with|in my|around)',
      'not strong enough to (stay|carry on|go on|keep)', 'do something (stupid|silly|bad|awful|terrible|to myself|i cannot undo)',
      'i am not safe (^|here|on|with|right|tonight|at|alone|and|in my)', 'not safe (on my own|alone|with|here|at home)',
      'crisis team (are|will|have|did|said|is|not)', 'voices|voice [in my head|keep|keeps|are|is] (telling|tell|tells|say|saying|says) [me]',
      'might do something [tonight]',
      '(going to|might|think i will|ready to|about to) [actually|really|just|finally] do it (tonight|today|soon|tomorrow|this|^)',
      '(telling|tells|tell) me to (walk|jump|step|drive|do it|end|cut|hurt|kill|die|go)', 'do something (stupid|awful|terrible) tonight',
      '<scared> of myself', '(lie|lying|laid) down on the (tracks|road)', 'it is going to be tonight', 'hospital sent me home', 'fighting the urge',
      '(need|want|someone) … (stop me|keep me alive|keep me safe)', 'might not (be here|last) (through|to|till|until|tomorrow|much|long|^)',
      'might not make it (through|^)', 'not sure i (will|can|would) (be safe|be here|last|stay safe|get through (the|this|tonight))',
      'voice|voices [in my head] [that] [just|keeps|which] (says|say|saying|telling|tells|goes) … (jump|do it|die|end|useless|worthless|cut|kill)',
      'losing the (fight|battle)', 'intrusive thoughts', '(get|getting|gets) (very|really) dark', 'dark thoughts', 'bad thoughts',
      'thoughts (are|have been) (back|getting|worse|so loud)', 'the urges', 'urges (are|to|have)',
    ],
  },
  {
    ...self, because: 'Hurts themselves',
    says: [
      '<i> (hurt|hurting|harm|harming|cut|cutting|burn|burning|starve|starving|punch|punching|hit|hitting|scratch|scratching|punish|punishing|slap|slapping|bite|biting) myself',
      '(cut|cutting|slit|slitting|slash*|sliced|slicing|burn|burning) [up] my (wrists|wrist|arms|arm|legs|thighs|skin|stomach|thigh)',
      '(want|urge|urges|need|going|wanting|started|start|stop|keep|back|tempted|close|about|thinking) to|of|about|stop (hurting|hurt|harm|harming|cut|cutting|burn) (myself|me|again|^)',
      '(hurting|harming|cutting) myself', 'cutting again', 'i cut (again|last night|tonight|deep*|today|yesterday)',
      '(started|starting|back to|been|keep|stop) [to] cutting', 'cut too deep', 'not stop bleeding',
      '(i|been|started|am|have|back|again|my|keep|stop|want|urge|urges|still|to|and|relapsed) [to|with|on|into|been|started] self (harm|harming)',
      '(fresh|new|more|deep) (cuts|scars|marks|burns|scratches) … (arm|arms|leg|legs|wrist|wrists|thigh|me|stomach)',
      'blade|razor|lighter|knife [to|on|against] my (skin|arm|wrist|leg|arms|thigh)', 'bleeding through', 'patched myself up',
      '(hit|bang|smash) my head on', '(bang|banging|smash|hit|hitting) my head (against|on|off)',
      'my (cuts|scars|arms) … (hide|hiding|sleeves|fresh|bleeding|long sleeves)', 'relapsed … (cut|cutting|harm|blade)',
      'not (eaten|eating|had anything to eat) (for|in|since) [over|about|nearly|almost] (#|two|three|four|five|six|seven|eight|nine|ten|a) days|week|weeks',
    ],
  },
  {
    ...self, because: 'Hurt themselves',
    says: [
      '<i> (hurt|cut|harmed|burnt|burned) myself [again|last|tonight|today]', '<i> self harmed', 'used to (cut|hurt|harm|self harm)',
    ],
  },
];
