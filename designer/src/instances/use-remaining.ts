import { useEffect, useState } from 'react';

const SECOND = 1000;

const secondsUntil = (instant: string): number => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / SECOND));

/** Seconds until an instant, counted down; `onEnd` is called when none are left. */
export const useRemaining = (until: string, onEnd: () => void): number => {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(until)), SECOND);
    return () => clearInterval(timer);
  }, [until]);
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver, onEnd]);
  return seconds;
};
