import type { PhraseRule } from '../phrase-rule';

const other = { kind: 'someone else', urgent: true } as const;

/** The writer fears for somebody, or somebody must fear the writer. */
export const someoneElse: readonly PhraseRule[] = [
  {
    ...other, because: 'Fears that somebody may end their life',
    says: [
      '<them> … (wants|want|wanted|wishes|wish|wanting|needs) [to] (to die|die|to be dead|he was dead|she was dead|to end it|to kill <themself>|to not be here|to disappear)', '<them> … (kill|killing|hang|hanging|drown|drowning|shoot|shooting) <themself>', '<them> … (tried|attempted|trying|going|threatening|threatens|threatened|wants) to (kill <themself>|hang <themself>|end it|end <theirs> life|take <theirs> [own] life|jump|commit suicide|overdose)', '(end|ending|take|taking) <theirs> [own] life', '<them> … (is|are|was|feels|feeling|be|being|been|seems|become|says) [very|really|actively|still|feeling] suicidal', '<them> … (suicidal thoughts|suicidal feelings|suicide note|talks about suicide|talking about suicide|mentioned suicide|thinking about suicide)',
      '<them> … (do|does|did) not want to (live|be here|be alive|go on|wake up|exist|carry on|be around)', '(we|everyone|everybody|i|family|kids) would [all] be (better|best) (off|of) without (him|her|them)', '<them> … (no|any) (point|reason) (in|to) (living|life|going on|anything|live|anymore)', '<them> … (do something stupid|do something silly|hurt <themself>|harm <themself>)', '<scared> … (lose (him|her) to suicide|find (him|her) dead|find <themself>)',
    ],
  },
  {
    ...other, because: 'Says that somebody has taken something, hurts themselves or has said goodbye',
    says: [
      '<them> … (took|taken|has taken|had) [an|another|a] overdose', '<them> … (taken|took|swallowed) … (all|load|lot|lots|box|packet|bottle|handful|too many|whole) [of] [his|her|their|the] <tablets>', '<them> … overdosed', '<them> … (cut|cuts|cutting|hurts|hurting|harms|harming|burns|burning|starving|starves) (<themself>|his arms|her arms|his wrists|her wrists|her legs)', '<them> … self (harm|harms|harming|harmed)', '(marks|cuts|scars) … (her|his) (arms|legs|wrists|thighs)', '<them> … (bought|got|has) [a|some] (rope|noose|gun)', '<them> … (texted|text|messaged|wrote|sent|said|saying|left) [me|a|us] [a] (goodbye|suicide note|note saying goodbye|goodbye message)', '(texted|text|said|saying) goodbye (look after|and|to everyone|to all)', '<them> … (put|putting|got|getting|has) (his|her|their) affairs in order', '(given|giving|gave) (me|away|us) [all] (his|her|their) (watch|things|stuff|ring|possessions|records|dog|cat)', '(cannot|not) (get hold of|reach|find) (him|her|them)',
    ],
  },
  {
    ...other, because: 'Fears for somebody who is being hurt',
    says: [
      '<them> … (beating|hitting|hurting|strangling|abusing|punching|kicking|controlling|raping|hits|beats|punches|abuses|batters|strangles|hurts) (her|him|them|my <relation>|his wife|her husband|his girlfriend|my friend|the kids)', '(boyfriend|husband|partner|ex|wife|girlfriend|dad|mum|stepdad) (is|has been|keeps) (beating|hitting|hurting|abusing|strangling|controlling|threatening|locking) (her|him|them)', '<them> … is being (abused|beaten|hit|hurt|groomed|exploited|controlled|bullied to|trafficked|starved|neglected)', '<them> … (came|come|comes|turned up|turns up|covered|seen|has|had|got|full) … (bruises|bruised|black eye|burn marks|finger marks)', '<scared> (he|she|her ex|her husband) will kill (her|him|them)', '(threatened|threatens|threatening|going|wants) to kill (her|him|them|the kids|my sister|my mum)',
    ],
  },
  {
    ...other, because: 'Fears for a child',
    says: [
      '(hits|hurts|beats|shakes|smacks|slaps|kicks|touches|locks|starves|abuses|burns|frightens|hitting|hurting|beating|shaking|smacking|slapping|abusing|touching|starving) (the|our|my|her|his|their) [own|little|youngest|eldest|two|three] <child>', '(the|my|our|her|his|a|little|that) <child> … (bruises|bruised|being abused|being hurt|being hit|being beaten|is abused|neglected|starving|locked in|left alone|on (his|her|their) own all|flinches|terrified of|scared of (him|her|his|their|going))', '(hear|heard|hearing) … (shouting and hitting|hitting|screaming|the kids scream|a child)', '<child> … (pyjamas crying|outside crying|alone at night|hungry|filthy)', '(hurt|hit|smack|shake|harm|kill|smother|drop|throw) (my|the|our) (baby|child|kids|son|daughter|children|newborn|toddler|little*)', 'shook (him|her|the baby|my baby)', 'thoughts (of|about) (hurting|harming|killing|drowning|smothering) (my|the|him|her) [baby|child|son|daughter|kids]', '(child|kids|baby|children) (is|are|am) at risk', 'grooming (my|a|her|his|the|our)', '(he|she|ex|dad|stepdad|uncle|man|teacher|coach) … (touched|touches|touching) (my|our|her|his) [little] <child>', '<child> … (touches|touched|touching) (her|him)',
    ],
  },
  {
    ...other, because: 'Threatens somebody',
    says: [
      '<i> (going|want|wanting|about|plan*|need) to [fucking] (kill|stab|murder|shoot|strangle|hurt|batter|smash|poison|burn) (him|her|them|you|my <relation>|that|someone|somebody|people|everyone|all of them|his|the bastard)', 'i (will|am gonna|shall) [fucking] (kill|stab|murder|shoot|hurt|smash|strangle|burn|batter) (him|her|them|you|my|that|someone|his)', '(make|making) (him|her|them|you) pay', '(got|have|taking|bought|bringing|carry*) a (knife|gun|machete) [and|with|to|in]', '(thoughts|thinking|fantas*|dream*) (of|about) (killing|stabbing|murdering|hurting) (him|her|them|people|someone|somebody|my)', '(he|she|they) deserve|deserves to die', '(i know where|find out where|know where) (he|she|they|you) (lives|live|parks|park|works|work) [and i|and]', 'i want (him|her|them) dead', 'i might (kill|hurt|stab) (him|her|someone|somebody)',
    ],
  },
];
