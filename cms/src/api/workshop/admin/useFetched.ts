import { useCallback, useEffect, useState } from 'react';
import { errorMessage } from '#src/admin/components/error-messages';

/**
 * What the desk answers to a question: null while it is asked for the first time, `gone` when there is no such thing. What
 * was shown stays while it is asked again. `ask` must be the same function for as long as the question is the same.
 */
export const useAnswer = <T>(ask: () => Promise<T>) => {
  const [answer, setAnswer] = useState<{ to: () => Promise<T>; is: T | 'gone' } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const again = useCallback(async (): Promise<void> => {
    try {
      const is = await ask();
      setAnswer({ to: ask, is });
      setFault(null);
    } catch (error) {
      const { status } = (error as { response?: { status?: number } }).response ?? {};
      if (status === 404) setAnswer({ to: ask, is: 'gone' });
      else setFault(errorMessage(error));
    }
  }, [ask]);
  useEffect(() => void again(), [again]);
  return { reserved: answer?.to === ask ? answer.is : null, fault, again };
};
