import type { BatchPosting, PrintBatchView } from '@irisflow/client';
import { useState } from 'react';

const numberPattern = /^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$/;

/** What is said of the letters of a batch before it is confirmed: which did not leave, and their numbers. */
export const usePosting = ({ items, way }: PrintBatchView) => {
  const [stays, setStays] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const goes = items.filter(({ noticeId }) => !stays.has(noticeId));
  const numbers = goes.flatMap(({ noticeId }) => {
    const number = typed.get(noticeId)?.trim() ?? '';
    return number === '' ? [] : [{ noticeId, number }];
  });
  return {
    isStaying: (noticeId: string): boolean => stays.has(noticeId),
    stay: (noticeId: string, isStaying: boolean): void => {
      const others = [...stays].filter((id) => id !== noticeId);
      setStays(new Set(isStaying ? [...others, noticeId] : others));
    },
    numberOf: (noticeId: string): string => typed.get(noticeId) ?? '',
    type: (noticeId: string, number: string): void => setTyped(new Map([...typed, [noticeId, number]])),
    isWrong: (noticeId: string): boolean => {
      const number = typed.get(noticeId)?.trim() ?? '';
      return number !== '' && !numberPattern.test(number);
    },
    goes: goes.length,
    left: stays.size,
    withoutNumber: way === 'registered' ? goes.length - numbers.length : 0,
    areNumbersFine: numbers.every(({ number }) => numberPattern.test(number)),
    said: { except: [...stays], numbers } satisfies Omit<BatchPosting, 'day'>,
  };
};

export type Posting = ReturnType<typeof usePosting>;
