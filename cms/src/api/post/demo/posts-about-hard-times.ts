import type { DemoPost } from '#src/api/post/demo/demo-content';
import { bold, bullets, heading, link, paragraph, picture, quote, steps, voices } from '#src/setup/seed/writing';

export const griefIsNotAQueue: DemoPost = {
  title: 'Grief is not a queue',
  published: '2025-03-10T10:15:00.000Z',
  topics: ['grief-and-loss'],
  contentNote: 'This post talks about the death of a parent.',
  body: [
    paragraph(
      'My mother kept a drawer of string. When we cleared the kitchen, I was quite steady through the photographs and the letters, and then I opened the drawer and had to sit on the floor.',
    ),
    paragraph(
      'I tell you this because people often come to me worried that they are grieving incorrectly. They have read about stages. They have been waiting for anger, which was supposed to be next, and got a strange cheerfulness instead. Or they were doing so well, and now it is two years on and they have come undone over a drawer.',
    ),
    heading('There is no order to be out of'),
    paragraph(
      'The idea of stages has comforted a great many people, and if it comforts you, keep it. But grief doesn’t form an orderly queue. It wanders in and out. It goes quiet and returns at the dentist. You can be relieved and heartbroken in the same minute, furious with someone you would give anything to see, bored by your own sadness, hungry, fine.',
    ),
    paragraph('All of that is allowed. You are not failing at it.'),
    quote(
      'It isn’t that it gets smaller. Your life slowly grows larger around it, and some days you have further to walk before you bump into it.',
    ),
    heading('What people say'),
    paragraph(
      'Everyone means well, or nearly everyone. Death makes us all clumsy. Still, you may have collected a few of these:',
    ),
    voices(
      'At least she had a good innings.',
      'You must be strong for your dad.',
      'Shouldn’t you be feeling a bit better by now?',
    ),
    paragraph(
      'You don’t owe anybody a reply. “Thank you, it’s a hard time” will do for most of them. Save your real answers for the people who can sit still while you find them.',
    ),
    heading('What may help a little'),
    paragraph(
      'Talk about the person, by name. Tell the annoying stories as well as the lovely ones. The dead can become very polished, and it is lonely to miss somebody who has turned into a saint when what you really miss is how crossly she parked.',
    ),
    paragraph(
      'Keep a small thing small. You needn’t sort the whole house. You might wind one ball of string and put it in your own drawer.',
    ),
    paragraph(
      'Let some days be ordinary. A good afternoon is not a betrayal. If you laugh and then feel guilty, you might picture telling them about whatever it was that made you laugh.',
    ),
    heading('When to ask for company'),
    paragraph(
      'You don’t need to have reached a certain depth before you are permitted to talk to someone. Some people come in the first month because they can’t bear the quiet. Some come after twenty years, because of a drawer. If it helps to have an hour in which you needn’t look after anyone else’s feelings about it, that is reason enough.',
    ),
    paragraph('I still have the string, by the way. It has been very useful.'),
  ],
};

export const beingWithSomeoneWhoIsStruggling: DemoPost = {
  title: 'Being with someone who is struggling',
  published: '2025-10-13T08:00:00.000Z',
  topics: ['relationships'],
  summary:
    'You can’t fix it, and you don’t need to. What tends to help when somebody you love is having a hard time, and how to look after yourself meanwhile.',
  cover: 'circle',
  body: [
    paragraph(
      'Somebody you love is having a hard time, and you would give a good deal to know what to say. I want to offer you a small relief: it matters much less than you think. What people remember, years later, is rarely a sentence. It is who stayed.',
    ),
    heading('Ask, and mean it'),
    paragraph(
      '“How are you?” is mostly a greeting. Try asking it twice. “How are you really?” Or say what you have seen: “You’ve been very quiet lately, and I’ve been thinking about you.” Choose a time when there is time. Side by side is often easier than face to face, in the car or over the potatoes.',
    ),
    paragraph('Then wait. It is astonishing what people will tell you if you leave the gap alone.'),
    heading('Resist the toolbox'),
    paragraph(
      'When we are fond of someone, their pain hurts us, and advice is a way of making it stop. It comes from love. But if it comes too quickly it can sound like “please be finished with this”.',
    ),
    paragraph(
      'Before you offer a solution, you might say what you heard. “So you’re lying awake, and then you have to face him in the morning.” If you have got it right, you will see their shoulders drop. If not, they’ll tell you, and you will both know more than you did.',
    ),
    quote(
      '“Do you want me to help, or do you want me to listen?” It is a fair question, and nearly everybody knows the answer.',
    ),
    heading('Be particular'),
    paragraph(
      '“Let me know if there’s anything I can do” is kind, and it hands a tired person a task. A particular offer is easier to take.',
    ),
    bullets(
      '“I’m going to the shop. What can I bring?”',
      '“I’m free on Thursday. Shall I come and sit with you, or take the children out?”',
      '“I’ll ring you tomorrow at seven. You don’t have to pick up.”',
      '“Shall I come to the doctor’s with you?”',
    ),
    paragraph('Then do it, and do it again in three weeks, when everyone else has gone quiet.'),
    heading('If you are worried about their safety'),
    paragraph(
      'You can ask directly. Asking whether someone is thinking about suicide does not put the idea into their head; many people say it was a relief to be asked. Use the plain word, calmly, and listen to the answer.',
    ),
    paragraph(
      'If the answer is yes, you don’t have to manage it alone, and you shouldn’t. ',
      bold('If they are in danger now, call 999 or go with them to A&E.'),
      ' If it is less urgent than that, their GP and the people on our ',
      link('/help-now', 'help page'),
      ' will know what to do next. They will talk to you, too, about someone else.',
    ),
    paragraph(
      'Please don’t promise to keep it secret. You can promise not to go behind their back: “I’m not going to sit on this on my own. Let’s decide together who to tell.”',
    ),
    heading('And you'),
    paragraph(
      'You may get tired, or cross, or dread the phone. You may feel guilty for having a nice Saturday. None of that makes you a bad friend. You’re a person standing near a fire, and you are allowed to step back, drink some water, and let somebody else have a turn.',
    ),
    paragraph(
      'Have one person to whom you can say how it is for you. Keep something in the week which has nothing to do with any of it. You’ll be able to stay much longer if you sometimes go home.',
    ),
  ],
};

export const christmasWhenItIsNotMerry: DemoPost = {
  title: 'Christmas, when it isn’t merry',
  published: '2025-12-09T08:00:00.000Z',
  topics: ['grief-and-loss', 'relationships'],
  summary:
    'For anyone who would quite like to wake up in January: some permission, a few practical thoughts, and where to find company.',
  body: [
    paragraph(
      'If you love it, I’m glad, and you can skip this one. This is for anybody who has been looking at the calendar with a sinking heart.',
    ),
    paragraph(
      'Perhaps there will be an empty chair this year, or a full one that you dread. Perhaps money is tight and everything glitters. Perhaps you’ll be alone, and everyone keeps asking what you are doing. Perhaps nothing is wrong at all, and you feel flat, and then guilty for feeling flat in front of a tree.',
    ),
    heading('You’re allowed to do it differently'),
    paragraph(
      'Traditions were all invented by somebody, usually in a kitchen, and often because something had gone wrong. You can invent one too. Beans on toast in your pyjamas is a tradition after two years.',
    ),
    bullets(
      'You can go for two hours instead of two days. Say when you’re leaving before you arrive.',
      'You can leave a card unopened until you are ready.',
      'You can set a place for someone who has died, or light a candle, or say their name before the meal. You can also do none of those things.',
      'You can be off social media until the second of January. Nothing will have happened.',
      'You can say “not this year” without it meaning “never again”.',
    ),
    heading('If there is a difficult table'),
    paragraph(
      'Families have a way of handing us our old parts. You may be a grown woman with a mortgage and find yourself, by the second glass, fourteen and furious. It happens to counsellors, too.',
    ),
    paragraph(
      'It can help to have a job, such as walking the dog or doing the gravy, that lets you leave the room without a scene. Agree with someone beforehand that you may send them one word and they’ll ring you. Eat something at breakfast. Decide early which subjects you’re not going to take up, whatever is said, and let them go by like buses.',
    ),
    heading('If you’ll be alone'),
    paragraph(
      'Alone is not always lonely. But it can be, and it helps to give the day some bones: a time to get up, a walk while it is light, something good to eat, something to look forward to at five o’clock, when it gets dark. Churches, community centres and village halls often hold a lunch and would far rather you came than not. They need people to wash up as well, if you’d feel easier with something to do.',
    ),
    heading('If it becomes too much'),
    paragraph(
      'The lines on our ',
      link('/help-now', 'help page'),
      ' that say “day and night” mean Christmas Day as well. You don’t have to be in a crisis to ring. “I’m finding today hard” is enough of a reason. Somebody chose to be awake for exactly that call.',
    ),
    paragraph('It is one day, and then it is the day after. Go gently.'),
  ],
};

export const whenTheNightIsLoud: DemoPost = {
  title: 'When the night is loud',
  published: '2026-10-29T07:30:00.000Z',
  topics: ['worry-and-sleep'],
  summary:
    'Thoughts that were manageable at teatime can feel enormous at three in the morning. Some gentle things to try, and when to ask for more help.',
  cover: 'room-night',
  mentions: ['sleep'],
  body: [
    paragraph(
      'You wake, and for a second there is nothing. Then it arrives, all at once, as if it had been sitting on the end of the bed waiting for you to open your eyes.',
    ),
    paragraph(
      'If this is you, I’d like to begin by saying that nothing has gone wrong with you. Night is a hard place to think. You are tired, you are alone with it, and nobody you might ring is awake. The same worry that was a pebble at teatime can be a boulder by three.',
    ),
    heading('What the night tends to say'),
    paragraph('People bring me their night sentences, usually a little ashamed of them. They are remarkably alike.'),
    voices(
      'You’ve ruined it and they’re just too polite to tell you.',
      'If you don’t sleep now, tomorrow is finished.',
      'Everybody else can manage this.',
    ),
    paragraph(
      'Notice how certain it sounds. That is one of the ways to recognise it. Daytime thoughts come with a “perhaps” or an “on the other hand”. Night thoughts come as verdicts.',
    ),
    quote('The same worry that was a pebble at teatime can be a boulder by three.'),
    heading('Small things to say back'),
    paragraph(
      'I don’t find that arguing helps much. You can’t win a debate at that hour, and it keeps you awake trying. What some people find kinder is to be brief, and then to do something with their hands or their breath.',
    ),
    steps(
      [
        bold('Name the hour. '),
        'Say it quietly: “It is twenty past three. This is a three o’clock thought.” You are not denying it. You are giving it a postmark.',
      ],
      [
        bold('Make an appointment with it. '),
        'Keep a pencil and a scrap of paper by the bed. Write one line, and a time tomorrow when you will look at it in daylight. Then keep the appointment, even for five minutes.',
      ],
      [
        bold('Change one thing about where you are. '),
        'Sit up. Put your feet on the floor. Fetch a glass of water and drink it slowly by the window. You are letting your body know that it is safe and in a room.',
      ],
    ),
    picture('table'),
    paragraph('None of these is a cure, and they don’t work every night. They are ways of keeping yourself company.'),
    heading('What I’d let go of'),
    bullets(
      'Working out how many hours are left. The sum never helps.',
      'The telephone. It is bright, and it is full of other people’s opinions.',
      'Telling yourself off for being awake. You are already having a difficult night; you needn’t be in trouble as well.',
    ),
    heading('When it is more than a bad night'),
    paragraph(
      'If it goes on for weeks, or if you dread going to bed, please tell somebody. Your GP is a good place to begin, because sleep has bodily reasons as well as other ones. Talking can help too, since night thoughts often turn out to have a daytime question folded up inside them.',
    ),
    paragraph(
      'And if the night says that people would be better off without you, don’t wait until morning. There are people awake for exactly this. ',
      link('/help-now', 'Their numbers are here'),
      ', and you don’t need to have the right words ready.',
    ),
    paragraph('Morning does come. It usually brings a smaller pebble.'),
  ],
};
