import type { Lists } from '../phrases/notation';

/** Words that stand for one thing in the phrases of `rules/`. An entry may name another list. */
export const lists: Lists = {
  really: [
    'really', 'just', 'honestly', 'still', 'only', 'do', 'sometimes', 'often', 'always', 'actually', 'literally', 'truly', 'fucking', 'genuinely',
    'even', 'simply', 'now', 'then', 'again', 'also', 'kind of', 'sort of', 'so', 'completely', 'basically', 'constantly', 'seriously', 'mostly',
    'probably', 'might', 'may', 'already', 'finally', 'nearly', 'almost', 'totally', 'properly', 'secretly', 'badly', 'feel like i', 'think i',
    'feel', 'keep', 'very', 'have', 'am', 'been', 'had', 'could', 'would', 'right now', 'to',
  ],
  i: ['(i|^|and|but|me|so|because|that) [<really>] [<really>] [<really>]'],
  anymore: ['anymore', 'any longer', 'much longer', 'for much longer', 'no more', 'a moment longer'],
  tablets: [
    'tablets', 'pills', 'paracetamol', 'ibuprofen', 'antidepressants', 'sleeping tablets', 'sleeping pills', 'painkillers', 'meds', 'medication',
    'co codamol', 'codeine', 'aspirin', 'diazepam', 'zopiclone', 'morphine', 'insulin', 'sertraline', 'amitriptyline', 'propranolol', 'citalopram',
    'tramadol', 'nytol', 'benzos', 'xanax', 'valium', 'opioids', 'oramorph', 'pregabalin', 'mirtazapine', 'fluoxetine', 'quetiapine', 'lithium',
    'antihistamines', 'sleepers', 'capsules', 'bleach', 'heroin',
  ],
  relation: [
    'son', 'daughter', 'child', 'boy', 'girl', 'lad', 'friend', 'best friend', 'mate', 'flatmate', 'housemate', 'colleague', 'neighbour', 'student',
    'pupil', 'client', 'brother', 'sister', 'mum', 'mother', 'dad', 'father', 'wife', 'husband', 'partner', 'boyfriend', 'girlfriend', 'ex', 'nephew',
    'niece', 'cousin', 'granddaughter', 'grandson', 'uncle', 'auntie', 'aunt', 'stepson', 'stepdaughter', 'stepdad', 'stepmum', 'teenager',
    'grandmother', 'grandfather', 'eldest', 'youngest', 'fella', 'other half', 'fiance', 'roommate', 'bloke', 'teen', 'kid', 'grandchild', 'godson',
    'goddaughter', 'lodger', 'tenant', 'patient', 'nana', 'in law', 'workmate', 'bestie', 'bff', 'bro', 'sis', 'lass', 'daughters friend',
    'sons friend',
  ],
  them: [
    'he', 'she', 'they', '(my|our|a|her|his|the) [little|older|younger|big|best|close|teenage|ex] <relation>',
    '(my|our|his|her) [best|little|older] (mates|friends|sons|daughters|brothers|sisters|husbands|partners|mums|dads|boyfriends|girlfriends|flatmates|housemates|neighbours|cousins|nephews|nieces|lads)',
    'mum', 'dad', 'someone i know', 'somebody i know', 'friend of mine', '(my|a) friend*',
  ],
  themself: ['himself', 'herself', 'themselves', 'themself'],
  theirs: ['his', 'her', 'their'],
  brute: [
    'he', 'she', 'they', 'daddy',
    '(my|our) (mums|dads|sisters|brothers|mothers|fathers|daughters) [new|ex] (boyfriend|girlfriend|partner|husband|wife|fella|bloke|mate|friend)',
    'his|her (brother|mates|dad|family|mum)',
    '(my|our|the) [ex|step] (husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mother|stepdad|stepfather|stepmum|brother|sister|uncle|aunt|cousin|son|fella|fiance|carer|other half|grandfather|landlord|boss|teacher|coach)',
    'dad', 'mum', 'stepdad', 'someone', 'a man',
  ],
  strikes: [
    'hits', 'beats', 'punches', 'kicks', 'slaps', 'strangles', 'chokes', 'bites', 'batters', 'whacks', 'belts', 'throttles', 'burns', 'threatens',
    'rapes', 'hitting', 'beating', 'punching', 'kicking', 'slapping', 'strangling', 'choking', 'battering', 'threatening', 'smacks', 'hurts',
    'pushes', 'shoves', 'grabs', 'spits at', 'bullies', 'terrifies', 'frightens',
  ],
  struck: [
    'hit', 'beat', 'punched', 'kicked', 'slapped', 'strangled', 'choked', 'bit', 'battered', 'belted', 'throttled', 'burned', 'burnt', 'threatened',
    'raped', 'headbutted', 'shoved', 'pinned', 'grabbed', 'assaulted', 'groped', 'pushed', 'spat at', 'stabbed', 'scalded', 'dragged', 'knocked',
  ],
  child: [
    'baby', 'child', 'children', 'kids', 'kid', 'little boy', 'little girl', 'little ones', 'toddler', 'boys', 'girls', 'son', 'daughter',
    'granddaughter', 'grandson', 'grandchildren', 'nephew', 'niece', 'stepson', 'stepdaughter', 'boy next door', 'girl next door', 'pupil', 'twins',
  ],
  scared: ['scared', 'frightened', 'afraid', 'terrified', 'worried', 'petrified', 'fear'],
};
