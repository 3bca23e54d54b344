/** How words are typed, and what they mean. Several words on the left are looked for as they stand. */
export const wordForms: Readonly<Record<string, string>> = {
  // contractions
  "i'm": 'i am', im: 'i am', "i've": 'i have', ive: 'i have', "i'd": 'i would', "i'll": 'i will', 'i d': 'i would',
  "can't": 'cannot', cant: 'cannot', 'can not': 'cannot', carnt: 'cannot', "don't": 'do not', dont: 'do not', dnt: 'do not', "won't": 'will not', wont: 'will not',
  "didn't": 'did not', didnt: 'did not', "doesn't": 'does not', doesnt: 'does not', dosent: 'does not', dosnt: 'does not', "isn't": 'is not', isnt: 'is not',
  "aren't": 'are not', arent: 'are not', "wasn't": 'was not', wasnt: 'was not', "haven't": 'have not', havent: 'have not', "hasn't": 'has not', hasnt: 'has not',
  "wouldn't": 'would not', wouldnt: 'would not', "couldn't": 'could not', couldnt: 'could not', "shouldn't": 'should not', shouldnt: 'should not',
  "he's": 'he is', hes: 'he is', "she's": 'she is', shes: 'she is', "it's": 'it is', its: 'it is', "that's": 'that is', thats: 'that is',
  "they're": 'they are', theyre: 'they are', "they've": 'they have', "you're": 'you are', youre: 'you are', "we're": 'we are', "there's": 'there is', theres: 'there is',
  "he'll": 'he will', "she'll": 'she will', shell: 'she will', "they'll": 'they will', "he'd": 'he would', "she'd": 'she would', "everyone's": 'everyone is',
  "what's": 'what is', whats: 'what is', 'i av': 'i have', ain: 'is not', "ain't": 'is not', aint: 'is not',
  // run together or said quickly
  wanna: 'want to', wana: 'want to', gonna: 'going to', gunna: 'going to', gona: 'going to', gna: 'going to', gotta: 'got to', dunno: 'do not know', idk: 'i do not know',
  idc: 'i do not care', lemme: 'let me', gimme: 'give me', 'any more': 'anymore', 'my self': 'myself', 'her self': 'herself', 'him self': 'himself', 'them selves': 'themselves',
  'your self': 'yourself', 'some one': 'someone', 'every one': 'everyone', noone: 'no one', no1: 'no one', alot: 'a lot', 'over dose': 'overdose', 'over dosed': 'overdosed',
   selfharm: 'self harm', selfharming: 'self harming', selfharmed: 'self harmed',
  "ill kill": 'i will kill', 'ill end': 'i will end', 'ill be': 'i will be', 'ill do': 'i will do', 'ill just': 'i will just', 'ill jump': 'i will jump', 'ill hurt': 'i will hurt',
  // text-speak
  u: 'you', ur: 'your', r: 'are', n: 'and', '&': 'and', y: 'why', abt: 'about', rn: 'right now', ppl: 'people', bc: 'because', cuz: 'because', cos: 'because', coz: 'because', cus: 'because',
  tonite: 'tonight', '2nite': 'tonight', '2night': 'tonight', '2day': 'today', '2moro': 'tomorrow', tmrw: 'tomorrow', tomoz: 'tomorrow', plz: 'please', pls: 'please', b4: 'before', wiv: 'with',
  w: 'with', bf: 'boyfriend', gf: 'girlfriend', hubby: 'husband', hubs: 'husband', thru: 'through', luv: 'love', nite: 'night', evry: 'every', sumone: 'someone', nuffin: 'nothing', nothin: 'nothing',
  kms: 'kill myself', kys: 'kill yourself', ctb: 'kill myself', od: 'overdose', "od'd": 'overdosed', oded: 'overdosed', "od'ed": 'overdosed', "o.d": 'overdose', unalive: 'kill', unaliving: 'killing', unalived: 'killed',
  sewerslide: 'suicide', sewercide: 'suicide', 'sue side': 'suicide', 'un alive': 'kill', 'un aliving': 'killing', 'un alived': 'killed', kil: 'kill', 'k word myself': 'kill myself',
  // masked or misspelt
  'k*ll': 'kill', 'k**l': 'kill', 'ki*l': 'kill', 'd*e': 'die', 'su*cide': 'suicide', 's*icide': 'suicide', 'sui*ide': 'suicide', 's*****e': 'suicide', 'suic*de': 'suicide',
  sucide: 'suicide', suiside: 'suicide', suicde: 'suicide', suacide: 'suicide', siucide: 'suicide', suecide: 'suicide', suicidle: 'suicidal', sucidal: 'suicidal', suicidel: 'suicidal', suisidal: 'suicidal', suicial: 'suicidal',
  overdoes: 'overdose', overdossed: 'overdosed', 'over does': 'overdose', commited: 'committed', comitted: 'committed', comit: 'commit', commiting: 'committing', kiling: 'killing', killin: 'killing', hurtin: 'hurting', cuttin: 'cutting',
  tabs: 'tablets', tablet: 'tablets', tabelts: 'tablets', tablits: 'tablets', pils: 'pills', paracetemol: 'paracetamol', paracetomol: 'paracetamol', parasetamol: 'paracetamol', diying: 'dying', dieing: 'dying', deid: 'died',
  dissapear: 'disappear', disapear: 'disappear', dissappear: 'disappear', burdon: 'burden', burdan: 'burden', livin: 'living', liveing: 'living', leve: 'leave', fkn: 'fucking', fking: 'fucking', fuckin: 'fucking', 'f*cking': 'fucking',
  goin: 'going', anymor: 'anymore', anymoar: 'anymore', wated: 'wanted', wan: 'want', whant: 'want', wnt: 'want', wona: 'want to', cudnt: 'could not', wudnt: 'would not', shud: 'should', wud: 'would', cud: 'could', coudnt: 'could not',
  hopless: 'hopeless', worthles: 'worthless', worthess: 'worthless', lonley: 'lonely', alown: 'alone', depresed: 'depressed', depreshun: 'depression', anxioty: 'anxiety', boyfreind: 'boyfriend', freind: 'friend', frend: 'friend',
  daugter: 'daughter', dauther: 'daughter', bruther: 'brother', scaird: 'scared', scard: 'scared', skared: 'scared', hite: 'hit', stoped: 'stopped', beter: 'better', abusing: 'abusing', abusiv: 'abusive',
  noose: 'noose', nuse: 'noose', wishin: 'wishing', wishd: 'wished', hopin: 'hoping', jus: 'just', jst: 'just', rly: 'really', rlly: 'really', reely: 'really', thinkin: 'thinking', tryna: 'trying to', finna: 'going to', imma: 'i am going to', ima: 'i am going to', hav: 'have', hve: 'have', av: 'have', dat: 'that', da: 'the', den: 'then', wen: 'when', wot: 'what', wat: 'what', sum: 'some', somthing: 'something', sumthing: 'something', nobodys: 'nobody is', everybodys: 'everybody is', whos: 'who is', 'who s': 'who is', peice: 'piece', becuase: 'because', becasue: 'because', cannt: 'cannot', kant: 'cannot', neva: 'never', nver: 'never', alive: 'alive', deth: 'death', dye: 'die', dyin: 'dying', liv: 'live', wake: 'wake', tmr: 'tomorrow', tomoro: 'tomorrow', tomorow: 'tomorrow', wknd: 'weekend', hospitl: 'hospital', strangeld: 'strangled', stranguled: 'strangled', choaked: 'choked', punchd: 'punched', bashes: 'batters', bashed: 'battered', hubbie: 'husband', missus: 'wife', missis: 'wife', bloody: 'really', effing: 'fucking', "i s'pose": 'i suppose', 'step dad': 'stepdad', 'step mum': 'stepmum', 'step father': 'stepdad', stepfather: 'stepdad', stepmother: 'stepmum', 'step son': 'stepson', papa: 'dad', pops: 'dad', mumma: 'mum', mama: 'mum', ma: 'mum',
  mam: 'mum', mom: 'mum', mummy: 'mum', mommy: 'mum', daddy: 'dad', grandad: 'grandfather', nan: 'grandmother', gran: 'grandmother',
};
