import type { PhraseRule } from '../phrase-rule';

const self = { kind: 'self', urgent: true } as const;

/** Somebody hurts, threatens or controls the writer. */
export const abuse: readonly PhraseRule[] = [
  {
    ...self, because: 'Says that somebody hurts them',
    says: [
      '<brute> … <strikes> (me|us)', '<brute> … (hits|beats|kicks|punches) (and|or) … me', '<brute> … (physically|really|badly) (hurts|hurting) me', '<brute> hurts me', '<brute> … (throws|throwing|throw) (things|stuff|plates|mugs|cups|furniture|something) at me', '<brute> … (pulls|pulling|drags|dragging) … (my|by the) hair', '<brute> … (knocks|knocking|pushes|pushing|shoves|throws|slams) me (about|around|down|into|against|over)', 'put|puts|putting me in (hospital|a e)', '(throw|throws|threw|pin|pins|pinned|hold|holds|held) me (down|against|up|by)', 'hit (me|us) (again|in front|last|so|when|with|on the|across|round|and)', 'his (fist|fists|belt|temper|hands|boot)', 'hits me (when|if|after|every|most|sometimes|because)', '(raises|lifts) his hand to me', '<brute> (gets|is|being|can be) (violent|rough|physical) [with me]', '<i> being (beaten|abused|hit|hurt|raped|stalked|groomed|threatened|trafficked|controlled)',
    ],
  },
  {
    ...self, because: 'Says that somebody hurt them',
    says: [
      '<brute> … <struck> (me|us)', '(hands|hand) (round|around|on|at) my (throat|neck)', '(strangled|choked|throttled|raped|punched|battered|headbutted|assaulted) me', '<i> was (raped|attacked|assaulted|sexually assaulted|sexually abused|molested|beaten|strangled|groped)', '<i> got (raped|beaten up|attacked|assaulted)', '<brute> … (broke|fractured|bruised) my (arm|nose|rib|ribs|jaw|wrist|finger|face)', 'black eye', '<brute> … (broke|broken|fractured|burnt|cut|crushed|smashed) … my (arm|nose|rib|ribs|jaw|wrist|finger|fingers|hand|face|teeth|tooth|phone)', 'bruises (on my|he|all over|where|round)', 'covered in bruises', '(says|said) it was an accident', 'say i (fell|walked into)', 'told (them|the nurse|a e|everyone|work) i (fell|walked into)', '<brute> … (made|makes|making) me (bleed|miscarry)', 'he did it again', 'drugged me', 'spiked my drink', 'used to (hit|beat|kick|punch|hurt|rape|touch) (me|us)', '(abused|molested|interfered with|touched) (me|us)', 'i was (abused|groomed)', 'forced himself on me', 'would not take no for an answer', '<brute> … (sexually|physically) abused',
    ],
  },
  {
    ...self, because: 'Says that somebody threatens or frightens them',
    says: [
      '<brute> … (will|would|going to|wants to|might|could|gonna|threaten* to|threatened to|about to|swears|try to|tried to|tries to) [actually|really|just] (kill|hurt|murder|stab|find|shoot|get|finish|harm|attack) (me|us)', '(said|says|told me|swore|threatened) … (kill|hurt|burn|find|murder|finish) (me|us)', '<scared> (of|to leave|to go home|to tell|to sleep|to be at home|to go back) [my|him|her] … (him|husband|wife|boyfriend|girlfriend|partner|ex|dad|father|stepdad|mum|brother|uncle|home|house|anyone|leave|sleep)', '<scared> to (go home|leave|leave him|leave her|go back|be at home|sleep in)', '<scared> of (him|her)', '<scared> for (my life|our lives|my safety)', '<scared> (he|she|my ex|my husband|they) (will|is going to|might|finds|would|comes)', '<scared> what he|she will do|might do', 'cannot have me', 'turns|turning|turned up outside|at my (my|house|work|flat|door|home)', '(follows|following|followed|stalking|stalks|watching) me [home|everywhere|around]', 'my stalker', '(hiding|locked|writing|typing|texting|whispering) [this] [in|from] … (bathroom|toilet|loo|shed|cupboard|locked|car|him|her)', '(he|she|they) (is|are) (outside|downstairs|next door|at the door|banging|back|coming home|due home)', '(holds|held|holding|pulled|waves|picks up|keeps|pointed|with) (the|a) (knife|gun|hammer|bat|scissors)', 'if he (finds|sees) (out|this|me|my)', 'delete (this|my|the) (message|history|comment|after)', '(he|she) must not|cannot (know|see|find)', 'petrified of', 'afraid (for|of) (my|what)', 'walks|walking in fear', '<scared> in my own (home|house)', 'running (from|away from) him|her', 'refuge', 'restraining order', 'non molestation', 'forced marriage', 'marry (a man|someone|him) (i|in|against)', 'take me (abroad|to pakistan|back home) to (marry|be)', 'death threat*', '<brute> … (knife|gun|hammer|weapon) … (me|my|us|throat)', 'in danger from', 'not safe (at home|here|with him|with her|in my)', '(he|she|they) [found|finds|knows|found out] [out] where i live',
    ],
  },
  {
    ...self, because: 'Says that somebody controls them',
    says: [
      '(checks|checking|goes through|reads|takes|took|tracks) my (phone|messages|texts|emails)', '(keeps|takes|took|controls|has|holds) [all] my (bank card|bank|card|cards|money|wages|passport|keys|benefits|phone)', 'i am not allowed (to|out|my|a|any|money|friends)', '(will not|does not|never|would not) let me (leave|see|go|have|out|work|use|speak|talk|sleep|eat|outside|contact|near)', '(locks|locked|locking|shuts|shut) me (in|out|inside|outside|up) [again]', '(tracks|tracking|tracker) (me|my|on my)', '<brute> … (controls|control) (me|everything|what i|where i|who i|my every)', 'have to ask permission to', 'cannot leave him|her', '(tells|told) me what (to wear|i can)', '(trapped|stuck) (with|by) (him|her|my husband)', 'how [do|can|would] i (leave|get away|escape) [from] (him|her|safely)', 'planning to leave him', '(money|allowance|receipts|every penny) … (he|she|ask|account|show)', '(cut|cuts|cutting) me off from', 'not (see|seen|allowed|speak) … (my family|my friends|my mum|my sister) (anymore|because of him|since)', 'cameras (in|round|around|all)', '(times|counts|timing|clocks) (me|how long|my)', 'lets me (out|have)',
    ],
  },
  {
    ...self, because: 'Says that somebody forces or touches them',
    says: [
      '(makes|forces|forcing|making|made|forced) me [to] (have sex|do things|sleep with|touch|do sexual|do stuff|watch|strip|kiss)', 'sex when i (do not|did not|am asleep|say no|cry)', '(touches|touching|touched|gropes|groping|feels|rapes) me', '(comes|came|coming|gets|creeps) [in|into] (my room|my bed|into my room|in my bed)', '(our|a|his|the) [little] secret', '(send|sends|share|post|leak|show|sending) [all] my (pictures|photos|nudes|pics|naked|video|videos|private)', '(sextort*|blackmail*) [me]', 'wants me to send', 'asked me for (nudes|pictures|photos)', 'while i (was|am) asleep', 'i said no and he', 'even when i say no', 'wakes me [up] for sex', '(not|never) (wanted|want) (to|it) but he|she', '(coach|teacher|uncle|priest|grandfather|stepdad|cousin|neighbour|brother|boss|man) … (touched|touches|touching|kissed|kisses|undress*|films|filmed|photographs) me', 'things (to me|he does to me|he makes me)', 'made me promise not to tell', 'not (allowed|supposed) to tell anyone|anybody', 'older man|boyfriend … (pictures|meet|gifts|hotel)', 'meet up with (him|a man|someone) (i|from) [met] online',
    ],
  },
];
