import type { View } from '#src/setup/views';

/** How the admin shows the fields about the room, sessions on a screen and questions; a part of the practice's form. */
export const roomFields: View['fields'] = {
  worksWith: {
    label: 'Who you work with',
    help: 'One or two sentences for the page “In short”.',
    placeholder: 'Adults of all ages, and couples on Thursdays. I don’t see children.',
  },
  room: { label: 'The room', help: 'How people get there and in, and what it is like. For the page “In short”.' },
  online: { label: 'Online sessions', help: 'How sessions on a screen work. Leave it out if you offer none.' },
  questions: {
    label: 'Questions and answers',
    help: 'What people often ask you before they come, in their own words.',
  },
};

export const roomRows: View['rows'] = [[['worksWith', 12]], [['room', 12]], [['online', 12]], [['questions', 12]]];

const roomView: View = {
  uid: 'practice.room',
  mainField: 'stepFree',
  rows: [
    [['stepFree', 6]],
    [['access', 12]],
    [['toilet', 12]],
    [['transport', 12]],
    [['parking', 12]],
    [['waiting', 12]],
    [['expect', 12]],
  ],
  fields: {
    stepFree: {
      label: 'Can people get in without steps?',
      help: 'From the street to the chair. It decides whether someone writes to you at all.',
    },
    access: {
      label: 'More about access',
      help: 'Steps, rails, doors, lifts, and what you can do about them.',
      placeholder: 'Fourteen steps with a good rail, no lift. I can use a room on the ground floor on Tuesdays.',
    },
    toilet: { label: 'Toilet', placeholder: 'On the same floor; a wheelchair doesn’t fit in.' },
    transport: { label: 'Bus and train', placeholder: 'Ten minutes’ walk from Leeds station.' },
    parking: { label: 'Parking', placeholder: 'A car park round the corner, about £4 an hour.' },
    waiting: { label: 'Waiting', placeholder: 'There is no waiting room: please ring at the time of your session.' },
    expect: {
      label: 'What to expect',
      help: 'What happens when somebody comes for the first time.',
      placeholder: 'I come down to the door. There are two armchairs, water and tissues.',
    },
  },
};

const onlineView: View = {
  uid: 'practice.online',
  mainField: 'platform',
  rows: [[['platform', 12]], [['ifItDrops', 12]]],
  fields: {
    platform: { label: 'With what', placeholder: 'Zoom. I send you a link; you need no account.' },
    ifItDrops: {
      label: 'If the connection drops',
      placeholder: 'I ring you on the phone, and we go on there.',
    },
  },
};

const questionView: View = {
  uid: 'practice.question',
  mainField: 'question',
  rows: [[['question', 12]], [['answer', 12]]],
  fields: {
    question: { label: 'Question', placeholder: 'Will anybody hear what I say?' },
    answer: { label: 'Answer', help: 'A few sentences. An empty line begins a new paragraph.' },
  },
};

export const roomComponentViews: readonly View[] = [roomView, onlineView, questionView];
