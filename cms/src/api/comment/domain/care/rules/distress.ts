import type { PhraseRule } from '../phrase-rule';

const self = { kind: 'self', urgent: false } as const;
const other = { kind: 'someone else', urgent: false } as const;

/** Somebody is struggling; nothing says that danger is present. */
export const distress: readonly PhraseRule[] = [
  {
    ...self, because: 'Feels hopeless or worthless',
    says: [
      '<i> (hopeless|worthless|useless|pathetic)',
      '(feel*|felt) [so|completely|utterly|really|totally|very] (hopeless|worthless|helpless|useless|empty inside|dead inside|broken|numb|empty)',
      '<i> (numb|empty|broken|dead inside|in despair|desperate)',
      '(i|and) [really|just|still|absolutely|do|fucking] (hate|loathe|despise|detest) (myself|who i am|my life|my body|living)',
      '(cannot|not) feel (anything|a thing|joy|love|happiness) [at all|anymore]',
      '(hate|despise|loathe|cannot stand|disgusted) [by|with|at] (the person in|what i see|the sight of me|myself|the face|who i)',
      'person in the mirror', 'everything is my fault', 'i am [so] (ashamed|disgusting|unlovable|ruined|damaged) [of]', 'going through the motions',
      '(cannot|not) (enjoy|bring myself to) (anything|do anything)',
      '(feels|seems|is|all) [so|completely|utterly|all] (pointless|futile|meaningless)', '<i> (empty|hollow) inside', 'lost all hope', 'no hope',
      'failure as a', '<i> a (failure|waste of space|disgrace)',
    ],
  },
  {
    ...self, because: 'Says that they can’t cope',
    says: [
      '(cannot|not) [really|be] (cope|coping) (^|with (life|this|it|everything|anything|the pain|being|losing|grief)|since|and|well|<anymore>|at|without|on my)',
      '<i> (at breaking point|falling apart|breaking down|going under|drowning|at rock bottom|on the edge|losing my mind|losing it|going mad|unravelling)',
      'at breaking point', 'having a breakdown', 'falling apart',
      'cannot [even] (get out of bed|get up|shower|wash|leave the house|leave my room|face people|function|stop crying|breathe)',
      'not left (the|my) (house|flat|room|bed)', 'everything is too much', '(i am|am|are) not (okay|ok|alright|all right|coping) (at all|really|^)',
      '<i> not (okay|ok|alright|doing well|doing ok)', 'not opened the (curtains|post|door|blinds)', '(every|each) day is (a|so|harder|the same)',
      'wit s end', 'wits end', '<i> [so|completely|utterly] (exhausted|overwhelmed|lost|defeated|ashamed) (by|and|i|that|all)', 'at my lowest',
      'the lowest i have', 'hit rock bottom', 'rock bottom', '(sinking|spiralling|spiraling|slipping) [again|down|back|and]', 'drowning in',
      'cannot (concentrate|think straight|sleep or eat|eat or sleep)', '(miss|missing) (him|her|them) so much (it|i|that)',
      'life has no (meaning|purpose|joy|point)', '(sat|lying|been) … sobbing', '(cannot|not) (sleep|eat) (because|since|anymore|for)',
      'it is all too much', 'cannot stop crying', 'not know how to (carry on|go on|live|keep going|get through|cope|survive)',
      '(struggling|struggle) (to cope|to get through|so much|badly|to get out|to function|to survive|right now|with my mental|every day)',
      'i am [really|so|still|just] struggling', 'end of my tether', 'barely (holding|keeping|managing|surviving|functioning|hanging on|holding on)',
    ],
  },
  {
    ...self, because: 'Speaks of depression, panic or fear of their own',
    says: [
      '<i> [severely|clinically|deeply|horribly|very] depressed',
      '(signed off|off work|diagnosed) with [severe] (depression|anxiety|stress|ptsd|psychosis)',
      '(having|get|getting|have|been having) [bad|awful|terrible|constant] panic attacks', 'cannot be bothered to (wash|eat|live|get up|cook)',
      'panic attacks (every|all|most|daily|again|several|constantly|now)', '(so|too) (anxious|scared|frightened) (i cannot|that i|to leave|to go)',
      'depression is (kicking|winning|eating|killing|beating|ruining|back|bad|so)', 'disappearing ^',
      'my depression (is|has|keeps) (back|getting|so|worse|bad|returned)', '<i> relapsed', '(hearing|hear) voices',
      '(flashbacks|nightmares) (every|all|most|of)', 'not slept (in|for) (days|#|three|four|two|a week|weeks)',
    ],
  },
  {
    ...self, because: 'Cries, or is very lonely',
    says: [
      '(not|cannot) remember … [last] (felt|feeling|was) (happy|ok|okay|normal|anything|alive)',
      '(cry|crying|sob|sobbing) … (before|on the way to|at) (work|school) (every|most|each)', 'do not feel real',
      '(cry|crying|cried|sob|sobbing) ((every|most|each|all) (night|nights|day|morning|evening|weekend|the time)|myself to sleep|constantly|nonstop)',
      '<i> [so|very|desperately|terribly|incredibly] (lonely|alone) that', '<i> so (lonely|alone)',
      '(nobody|no one|literally nobody) [at all] to (talk to|turn to|tell|ring|call)', '<i> have (nobody|no one|no friends)', 'completely alone',
      'nobody (cares|loves me|likes me|wants me|listens)', 'no one (cares|loves me|likes me|wants me)',
      'not spoken to (anyone|a soul|anybody) (in|for|since)',
    ],
  },
  {
    ...self, because: 'Drinks, takes something, or does not eat, to bear it',
    says: [
      '<i> (drinking|drink) [a|two|about|nearly] [bottle|bottles] … (every night|each night|every day|a day|to get to sleep|to cope|to forget|to numb|too much)',
      '(using|taking) … (to cope|to numb|to get through)', '(making|make|made) myself (sick|throw up|vomit)',
      '(binge|bingeing|purging|purge) (and|again|every)', '<i> (stopped eating|not (eating|eaten) (properly|much|anything))',
      'cannot stop (drinking|gambling|using)',
    ],
  },
  {
    ...self, because: 'Lives with somebody they have to be careful of',
    says: [
      'walking on eggshells', 'treading on eggshells', '<brute> … (screams|shouts|yells) at me (all|every|most|constantly|daily)',
      '<brute> … (calls|calling) me (names|stupid|fat|worthless|useless)', 'he makes me feel (worthless|small|stupid|scared|mad|crazy)', 'gaslight*',
    ],
  },
  {
    ...other, because: 'Worries about somebody who is struggling',
    says: [
      '<them> … (is|has been|seems|gets|very|so|really|feeling|being) [very|so|really|severely|clinically|badly] (depressed|struggling|hopeless|low|withdrawn|not coping|falling apart)',
      '<them> … (really|is|badly|been) struggling', '<them> … (not|stopped) (eating|eat|coming out|come out|getting out|speaking|leaving)',
      '<them> … (at a loss|breaks my heart|not recognise)', '<them> … (shut <themself>|locked <themself>|locks <themself>|shuts <themself>)',
      '<them> … (cries|crying|cry) (all|every|most|and)',
      '<them> … (so low|very low|really low|in a bad way|in a dark place|not herself|not himself|given up)',
      '<them> … (not leave|not left|never leaves) (her|his|their|the) (room|bed|house)',
      '(will not|does not|never) [ever] (come out of|leave) (her|his|their) (room|bed|bedroom)',
      '<them> … (had|having|has had) a [nervous|mental|complete] breakdown',
      '<them> … (drinking|drinks) (<themself>|too much|every|all day|heavily|again)',
      '<them> … (anorexia|anorexic|bulimia|psychosis|hearing voices|sectioned)',
      '(worried|scared|frightened) (sick about|to death about|for) (him|her|my <relation>)', 'not know how to help (him|her|them)',
    ],
  },
];
