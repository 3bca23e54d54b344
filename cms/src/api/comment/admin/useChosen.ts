import { useState } from 'react';
import type { ListedComment } from '#src/api/comment/admin-contract';

/** Which of the rows are ticked: those of `place`, so that nothing stays ticked on another page of a list. */
export const useChosen = (rows: readonly ListedComment[], place: string) => {
  const [ticked, setTicked] = useState<{ place: string; numbers: readonly number[] }>({ place, numbers: [] });
  const numbers = ticked.place === place ? ticked.numbers : [];
  const tick = (to: readonly number[]): void => setTicked({ place, numbers: to });
  return {
    chosen: rows.filter(({ number }) => numbers.includes(number)),
    choose: (number: number, on: boolean): void =>
      tick([...numbers.filter((other) => other !== number), ...(on ? [number] : [])]),
    chooseAll: (on: boolean): void => tick(on ? rows.map(({ number }) => number) : []),
  };
};
