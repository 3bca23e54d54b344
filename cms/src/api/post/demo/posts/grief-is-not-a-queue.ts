import type { DemoPost } from '#src/api/post/demo/demo-content';
import { heading, paragraph, quote, voices } from '#src/setup/seed/writing';

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
