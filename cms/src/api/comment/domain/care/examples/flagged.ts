import type { CareKind } from '#src/api/comment/domain/care/phrase-rule';

/** What people write who are in danger or struggling, or who fear for somebody; each must bring up a care flag of this kind. */
export interface FlaggedExample {
  text: string;
  kind: CareKind;
  urgent: boolean;
}

const urgentSelf = [
  // plainly said
  'I want to die.',
  'i just want to die tbh',
  'I’m going to kill myself tonight.',
  'gonna kms lol nobody would even notice',
  'I have been thinking about suicide every day since March.',
  'ive been feeling really sucidal again and i dont know who to tell',
  'I cant stop thinking about ending it all',
  'I keep thinking about killing my self.',
  'I feel suicidal. There, I’ve said it.',
  'thinking of un-aliving myself honestly',
  'i wish i was dead',
  'I wish I’d never been born and I wish I could go to sleep and not wake up',
  'Every night I hope I don’t wake up in the morning.',
  'I dont want to be alive anymore',
  'i don’t want to live like this any more, I want out',
  'I have a plan and I know when.',
  'I’ve written the letters to the kids. It will be this weekend.',
  'Ive got the tablets ready in the drawer, I count them most nights',
  'Been standing on the bridge again. Came home this time.',
  'I can’t keep myself safe tonight and the crisis team aren’t picking up',
  'I’m scared of what I might do to myself',
  // understated
  'I don’t think I’ll be here much longer.',
  'I have put my affairs in order, so there’s that.',
  'They would all be better off without me.',
  'everyone would be better of without me, my wife would get the insurance and the kids would get a proper dad',
  'there’s no point anymore. no point in anything',
  'I’ve just had enough of being here. I’m not being dramatic, I’ve just had enough.',
  'I can’t do this anymore. I’m sorry.',
  'cant go on like this much longer',
  'Tired of living, if I am honest.',
  'I don’t see a way out of this any more.',
  'I just want it to stop. All of it.',
  'I dont want to die i just want the pain to stop',
  'By the time you read this it won’t matter.',
  'Thank you for your writing. It has meant a lot. This is goodbye.',
  'I’ve given the cat to my neighbour and cancelled everything. I feel quite calm now.',
  'Some days I sit in the car and think about driving into a wall.',
  'When the train comes in I have to stand right back against the wall because part of me wants to step off.',
  'Nobody would miss me if I was gone',
  'I’m a burden on all of them and it would be easier if I just wasn’t here',
  'I can’t see myself being here at Christmas',
  'not planning anything but if i got hit by a bus tomorrow id be relieved',
  // has already done something
  'ive taken all my tablets',
  'I took an overdose about an hour ago and now I’m scared',
  'taken 30 paracetemol dont know what to do',
  'I’ve swallowed a load of pills and I don’t want my mum to find out',
  'i cut too deep this time and it wont stop bleeding',
  'I tried to hang myself on Tuesday. Nobody knows.',
  'Overdosed at the weekend, hospital sent me home after four hours, still feel the same.',
  // self-harm now
  'I’ve started cutting again',
  'i hurt myself most nights its the only thing that works',
  'been self harming since i was 12 and its getting worse',
  // abuse, threats, coercion
  'he’s going to kill me if I leave',
  'My husband hits me. Not often.',
  'my partner had his hands round my throat last night',
  'he strangled me and then cried and said sorry',
  'I’m scared to go home.',
  'my ex keeps turning up outside my house and says if he cant have me nobody will',
  'he checks my phone, he keeps my bank card, I’m not allowed to see my sister. Is that normal',
  'i’m not safe here',
  'My boyfriend makes me have sex when I don’t want to',
  'I was raped three weeks ago and I haven’t told anyone',
  'she throws things at me and punched me in front of the kids, i’m a 6ft bloke who would believe me',
  // a child writes
  'my dad hits me when hes been drinking',
  'I’m 13 and I don’t want to be here anymore',
  'im 14 and my stepdad comes into my room at night',
  'I’m in year 8. My uncle touches me and says it’s our secret.',
  'mum has locked me out again its dark and im 12',
  'I’m 15 and a man online says he will send my pictures to everyone if I don’t send more',
  // state
  'The voices are telling me to do it.',
  'I haven’t eaten for six days and I don’t intend to start.',
  '“I want to die.” That is what goes round my head, all day, and I smile at customers.',
  'Ten years ago I wanted to die and I got better. Now it is back and I want to die again.',
  'Loved your post about kindness! Quick question, how do you stop thinking about suicide? Asking for me',
  'No idea why I’m writing this at 3am. I don’t want to wake up tomorrow.',
] as const;

const urgentOther = [
  'My son says he wants to die and CAMHS have put him on a list.',
  'my best friend has taken an overdose what do i do',
  'I think my wife is going to kill herself.',
  'My daughter is cutting herself, she is 14',
  'my sister has stopped answering and last night she texted goodbye, look after mum',
  'My brother has been talking about ending his life since the divorce',
  'he told me he’s bought a rope',
  'My flatmate said “I won’t be a problem for much longer” and I can’t get hold of him',
  'I’m worried that my friend’s boyfriend is beating her',
  'the little boy next door is always outside in his pyjamas crying and i hear shouting and hitting',
  'My ex hurts our children when they stay with him, they come back with bruises',
  'I think my granddaughter is being abused by her mum’s new partner',
  'I am going to kill him. I mean it, I know where he parks.',
  'I’ve got a knife and I’m going round there tonight to make him pay',
  'sometimes i’m frightened i will hurt my baby',
  'I shook him. The baby. Only the once.',
  'My mum keeps saying we would all be better off without her',
  'dad has put his affairs in order and given me his watch and I have a bad feeling',
] as const;

const distressSelf = [
  'I feel so hopeless at the moment.',
  'I can’t cope',
  'i cry every night and no one knows',
  'I hate myself so much',
  'I feel completely worthless since I lost my job.',
  'not coping well since mum died tbh, i cant get out of bed',
  'I am so lonely that I talk to the radio.',
  'I’m falling apart and everyone thinks I’m fine',
  'I feel numb. Nothing gets in.',
  'I’ve been signed off with depression and I don’t recognise myself.',
  'I’m drinking a bottle of wine every night to get to sleep',
  'panic attacks every day now, i havent left the flat in two weeks',
  'I don’t know how to carry on without him.',
  'I’m at breaking point with the caring.',
  'im so depressed i cant even shower',
  'I have nobody. Literally nobody to talk to.',
  'I’ve been making myself sick after meals again',
] as const;

const distressOther = [
  'I’m so worried about my daughter, she won’t come out of her room and she’s stopped eating with us',
  'My husband is very depressed and won’t see anyone. I don’t know how to help him.',
  'my friend is really struggling since her baby died, what can I say to her',
  'My mum is drinking herself to sleep every night and I am scared for her.',
  'Worried sick about my son, he has had a breakdown at university',
] as const;

const examples = (all: readonly string[], kind: CareKind, urgent: boolean): FlaggedExample[] =>
  all.map((text) => ({ text, kind, urgent }));

export const flagged: readonly FlaggedExample[] = [
  ...examples(urgentSelf, 'self', true),
  ...examples(urgentOther, 'someone else', true),
  ...examples(distressSelf, 'self', false),
  ...examples(distressOther, 'someone else', false),
];
