import { describe, expect, it } from 'vitest';
import { onlineOf, questionsOf, roomOf } from './room';

const emptyRoom = {
  stepFree: null,
  access: null,
  toilet: null,
  transport: null,
  parking: null,
  waiting: null,
  expect: null,
};

describe('what the practice says about the room', () => {
  it('is nothing before it was filled in', () => {
    expect([roomOf({}), onlineOf({ online: null }), questionsOf({ questions: null })]).toEqual([
      emptyRoom,
      { platform: null, ifItDrops: null },
      [],
    ]);
  });

  it.each([
    ['Step-free', 'yes'],
    ['Step-free in part', 'in part'],
    ['Not step-free', 'no'],
    ['Something else', null],
  ])('takes “%s” as %j', (stepFree, state) => {
    expect(roomOf({ room: { stepFree, toilet: ' On the ground floor. ', parking: ' ' } })).toEqual({
      ...emptyRoom,
      stepFree: state,
      toilet: 'On the ground floor.',
    });
  });

  it('has questions with their answers, in their order', () => {
    const questions = [
      { question: ' How long? ', answer: 'As long as it helps.\n' },
      { question: 'Do you write reports?', answer: 'No.' },
    ];
    expect(questionsOf({ questions })).toEqual([
      { question: 'How long?', answer: 'As long as it helps.' },
      { question: 'Do you write reports?', answer: 'No.' },
    ]);
  });
});
